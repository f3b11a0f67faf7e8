# SPDX-License-Identifier: Apache-2.0
"""What a noun of a worker must look like beyond its types, so that no later step stumbles over it.

1. A number has at most 15 digits.
2. A hash is lower-case hex of its length.
3. A time is one that ISO 8601 knows, an instant has its zone, a day is of the calendar.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct

from suluh.model.body import Noun
from suluh.model.intake import Content, Flaw
from suluh.model.matching import Fingerprint, MediaFacts
from suluh.model.place import Place
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.times import When
from suluh.model.trade import Payment, Statement

DIGITS = 15
_MOST = 10**DIGITS - 1
_WORDS = (Account, Contact, Conversation, Flaw)
_HEX = re.compile("[0-9a-f]*")
_PDQ = 64
_SHA256 = 64


_Parts = tuple[Sequence[int], Sequence[tuple[str, int]], Sequence[When | None], Sequence[str | None]]
"""What of a noun is looked at beyond its types: numbers, hashes each with the length it must have, times, days."""


def fault(noun: Noun) -> str | None:
    """What is wrong with a noun, null where nothing is."""
    numbers, hashes, times, days = _parts(noun)
    if numbers and not -_MOST <= min(numbers) <= max(numbers) <= _MOST:
        return f"a number in it has more than {DIGITS} digits"
    if hashes and not all(len(text) == size and _HEX.fullmatch(text) for text, size in hashes):
        return "a hash in it is none"
    try:
        for when in times:
            if when is not None:
                _see(when)
        for day in days:
            if day is not None:
                date.fromisoformat(day)
    except ValueError:
        return "a time in it is none"
    return None


def _parts(noun: Noun) -> _Parts:
    """The parts of a noun; of what there may be millions, numbers only where there can be one."""
    if isinstance(noun, Payment):
        numbers = (*_lines(noun.place), noun.place.page or 0, noun.amount_minor, noun.balance_after_minor or 0)
        return numbers, (), (noun.at,), (noun.booked,)
    if isinstance(noun, Message):
        sizes = [one.size or 0 for one in noun.attachments]
        hashes = [(one.sha256, _SHA256) for one in noun.attachments if one.sha256 is not None]
        return (*_lines(noun.place), *sizes), hashes, (noun.sent,), ()
    if isinstance(noun, _WORDS):
        return _lines(noun.place), (), (), ()
    return _rare(noun)


def _rare(noun: Noun) -> _Parts:
    """The parts of a noun of which a file has few."""
    numbers = tuple(_within(noun))
    if isinstance(noun, Content):
        return numbers, ((noun.sha256, 64), (noun.sha1, 40), (noun.md5, 32)), (), ()
    if isinstance(noun, Fingerprint) and noun.kind == "pdq":
        return numbers, [(text, _PDQ) for text in (noun.value, noun.cut, *noun.forms) if text is not None], (), ()
    if isinstance(noun, MediaFacts):
        return numbers, (), (noun.taken, noun.digitised, noun.changed, noun.satellite), ()
    if isinstance(noun, Statement):
        return numbers, (), (), (noun.period_from, noun.period_to)
    return numbers, (), (), ()


def _lines(place: Place) -> tuple[int, int]:
    return place.line or 0, place.last_line or 0


def _within(value: object) -> Iterator[int]:
    """Every whole number, however deep."""
    if isinstance(value, int):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _within(one)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _within(getattr(value, name))


def _see(when: When) -> None:
    """Raise `ValueError` for a time that is none."""
    if when.at is not None and datetime.fromisoformat(when.at).tzinfo is None:
        raise ValueError("an instant without its zone")
    if when.local is not None and datetime.fromisoformat(when.local).tzinfo is not None:
        raise ValueError("a local time with a zone")
