# SPDX-License-Identifier: Apache-2.0
"""The languages of the desk: words from catalogues, numbers, money and times as each language writes them."""

import io
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import msgspec
from babel import Locale, dates, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from suluh.desk.sentences import Part, sentences_of
from suluh.desk.words import N_, WORDS
from suluh.model.deeds.acts import DEEDS
from suluh.model.dossier.called import row_named
from suluh.model.money import decimal_text
from suluh.model.rules.conduct import STATUSES
from suluh.model.times import ZONES

SOURCE = "en"
LANGUAGES: Mapping[str, str] = {"id": "Bahasa Indonesia", "en": "English"}
"""Every language with its own name; the first is what the desk opens with."""

_LOCALES = {"id": Locale("id", "ID"), "en": Locale("en", "GB")}


def _held(say: Callable[..., str]) -> Callable[..., str]:
    """What was said last is held: a page says the same moments and sums to everybody."""
    return lru_cache(maxsize=8192)(say)


class Language:
    """One language: how it says things."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = _LOCALES[code]
        self.translations = _catalogue(code)
        self._sentences = sentences_of(code, self.number)

    def say(self, message: str) -> str:
        """A message of the catalogue in this language."""
        return str(self.translations.ugettext(message))

    def word(self, value: object) -> str:
        """A value of the model, such as ``paid-not-delivered``, in words; an unknown one as it is."""
        known = WORDS.get(str(value))
        return self.say(known) if known is not None else str(value).replace("_", " ")

    def status(self, code: object) -> str:
        """A legal status in words, as an officer gives it by a paper; an unknown one as it is."""
        known = STATUSES.get(str(code))
        return str(code) if known is None else known.english if self.code == SOURCE else known.indonesian

    def step(self, name: str) -> str:
        """What a step of the line is called; an unknown one as it is."""
        called = DEEDS[name].called if name in DEEDS else None
        return name if called is None else called.english if self.code == SOURCE else called.indonesian

    def row_named(self, row: str) -> str:
        """A row of a case by its kind and name, such as ``paper paper-3``."""
        said = row_named(row)
        return said.english if self.code == SOURCE else said.indonesian

    def told(self, sentence: str) -> tuple[Part, ...]:
        """A sentence of the case in pieces: what this language says, and what stays in English."""
        return (Part(sentence, known=True),) if self.code == SOURCE else self._sentences.parts(sentence)

    def tell(self, sentence: str) -> str:
        """A sentence of the case as far as this language knows it."""
        return "".join(part.text for part in self.told(sentence))

    def number(self, value: int | Decimal) -> str:
        """A number with its groups."""
        return str(numbers.format_decimal(value, locale=self.locale))

    def percent(self, share: object, digits: int = 1) -> str:
        """A share from 0 to 1 as percent."""
        spec = "0" if digits == 0 else "0." + "0" * digits
        return str(numbers.format_percent(Decimal(_text(share)), format=f"{spec} %", locale=self.locale))

    def chance(self, share: object) -> str:
        """A chance in so many times of a hundred, a thousand or ten thousand; none at all, and less, in words."""
        value = Decimal(_text(share))
        if not value:
            return self.say(N_("none is found in this case"))
        for whole in (100, 1_000, 10_000):
            if times := round(value * whole):
                return self.say(N_("%(times)s in %(whole)s")) % {
                    "times": self.number(times),
                    "whole": self.number(whole),
                }
        return self.say(N_("less than 1 in %(whole)s")) % {"whole": self.number(10_000)}

    def decimal(self, share: object) -> str:
        """A score or chance with two digits, as in the body but shorter."""
        return str(numbers.format_decimal(Decimal(_text(share)), format="0.00", locale=self.locale))

    @_held
    def money(self, amount: str, currency: str) -> str:
        """An amount with its currency."""
        pattern = None if self.code == "id" else "¤¤\xa0#,##0.00"
        return str(numbers.format_currency(Decimal(amount), currency, format=pattern, locale=self.locale))

    def minor(self, amount_minor: int, currency: str) -> str:
        """Minor units with their currency."""
        return self.money(decimal_text(amount_minor, currency), currency)

    @_held
    def day(self, day: str) -> str:
        """A day."""
        return dates.format_date(datetime.fromisoformat(day), format="medium", locale=self.locale)

    def month(self, day: str) -> str:
        """The month of a day, with its year."""
        return str(dates.format_date(datetime.fromisoformat(day), format="MMM yyyy", locale=self.locale))

    @_held
    def moment(self, at: str, zone: str = "UTC") -> str:
        """An instant in a zone, with the zone's name."""
        try:
            moment = datetime.fromisoformat(at).astimezone(ZoneInfo(zone))
        except OverflowError:
            return at
        day = dates.format_date(moment, format="medium", locale=self.locale)
        clock = dates.format_time(moment, format="short", tzinfo=ZoneInfo(zone), locale=self.locale)
        return f"{day} {clock} {self.zone(zone, moment)}"

    def zone(self, zone: str, moment: datetime) -> str:
        """The short name of a zone."""
        if zone == "UTC":
            return "UTC"
        known = ZONES.get(zone)
        return known or str(dates.get_timezone_name(moment, width="short", locale=self.locale))

    def country(self, code: str) -> str:
        """A country's name."""
        return str(self.locale.territories.get(code, code))


def _text(share: object) -> str:
    """A decimal as the lists give it."""
    return bytes(share).decode("ascii") if isinstance(share, msgspec.Raw) else str(share)


@cache
def _catalogue(code: str) -> NullTranslations:
    """The catalogue of a language; English is what the messages are written in."""
    if code == SOURCE:
        return NullTranslations()
    text = files("suluh.desk").joinpath("locale", code, "LC_MESSAGES", "suluh.po").read_bytes()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text), locale=code))
    return Translations(io.BytesIO(compiled.getvalue()), domain="suluh")
