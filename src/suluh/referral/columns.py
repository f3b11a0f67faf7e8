# SPDX-License-Identifier: Apache-2.0
"""What a column of a package is: its head in both languages, the fields it rests on, and its cells.

A column is written only if the recipient gets every field that it rests on.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from suluh.model.deeds.acts import DEEDS
from suluh.referral.dossier import ContentLine, DealLine
from suluh.referral.recipients import Fields
from suluh.referral.words import both

Cell = str | int | None


@dataclass(frozen=True)
class Column:
    """One column: its head in both languages, and its cell of a line."""

    indonesian: str
    english: str
    fields: Fields
    text: Callable[..., Cell]


@dataclass(frozen=True)
class Table:
    """One table: its heading, its columns in spreadsheets, and those on the page where they are others."""

    indonesian: str
    english: str
    columns: tuple[Column, ...]
    printed: tuple[Column, ...] = ()


def allowed(columns: Iterable[Column], fields: Fields) -> tuple[Column, ...]:
    """The columns that rest on these fields alone."""
    return tuple(one for one in columns if set(one.fields) <= set(fields))


def matches(one: ContentLine) -> str:
    """The known sets that hold a content, with version and entry."""
    return ", ".join(f"{m.set}{f' {m.version}' if m.version else ''} #{m.entry}" for m in one.matches)


def categories(one: ContentLine) -> str:
    """Categories by sets and by officers, each with its source."""
    by_sets = (f"{name} ({match.set})" for match in one.matches for name in match.categories)
    return ", ".join((*by_sets, *_by_officers(one)))


def votes(one: ContentLine) -> str:
    """Categories by officers."""
    return ", ".join(_by_officers(one))


def _by_officers(one: ContentLine) -> tuple[str, ...]:
    return tuple(f"{vote.category} ({vote.officers} petugas / officers)" for vote in one.votes)


def priced(field: str, indonesian: str, english: str) -> Column:
    """An amount for spreadsheets: decimal text with a comma; its currency stands in a column of its own."""
    return Column(indonesian, english, (field,), lambda one: (getattr(one, field) or "").replace(".", ",") or None)


def money(field: str, indonesian: str, english: str) -> Column:
    """An amount with its currency, as Indonesians write it: ``Rp50.000,00``."""
    return Column(indonesian, english, (field, "currency"), lambda one: _written(getattr(one, field), one.currency))


def _written(amount: str | None, currency: str | None) -> str:
    if amount is None:
        return ""
    whole, _, cents = amount.partition(".")
    text = f"{int(whole):,}".replace(",", ".") + ("," + cents if cents else "")
    return f"Rp{text}" if currency == "IDR" else f"{currency} {text}"


def times(one: DealLine) -> str:
    """The times that are known, each with what happened."""
    told = (
        ("ditawarkan atau dipesan / offered or ordered", one.offered_at),
        ("dibayar / paid", one.paid_at),
        ("dikirim / delivered", one.delivered_at),
    )
    return "; ".join(f"{name} {plain_moment(at)}" for name, at in told if at is not None)


def plain_moment(at: str) -> str:
    """A moment in UTC as people read it, to the second: ``2026-01-04 03:04:05``."""
    return at.removesuffix("Z").partition(".")[0].replace("T", " ")


def decided(one: DealLine) -> str | None:
    """What an officer decided, and when; null in packages of versions that did not say it."""
    if one.judgement is None:
        return None
    return f"{both(one.judgement)} {plain_moment(one.at)}" if one.at else both(one.judgement)


def plain(field: str, indonesian: str, english: str) -> Column:
    """A field as it stands; lists joined."""

    def text(one: object) -> Cell:
        found = getattr(one, field)
        return ", ".join(found) if isinstance(found, tuple) else found

    return Column(indonesian, english, (field,), text)


def word(field: str, indonesian: str, english: str) -> Column:
    """A value of ours in both languages."""
    return Column(indonesian, english, (field,), lambda one: _told(getattr(one, field)))


def step(field: str, indonesian: str, english: str) -> Column:
    """A step of the line as people call it; one of another version by its word."""
    return Column(indonesian, english, (field,), lambda one: _called(getattr(one, field)))


def _called(word: str) -> str:
    called = DEEDS[word].called if word in DEEDS else None
    return word if called is None else f"{called.indonesian} / {called.english}"


def _told(code: object) -> str | None:
    if isinstance(code, bool):
        return both("yes" if code else "no")
    return both(code) if isinstance(code, str) else None
