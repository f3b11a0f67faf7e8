# SPDX-License-Identifier: Apache-2.0
"""What a table of a form is: its columns in both languages, and cells that keep their meaning."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from suluh.model.money import decimal_text
from suluh.referral.words import both

Row = Mapping[str, object]
Lists = Callable[[str], Iterator[Row]]
"""The lists of a case by name, masked or in full as the officer may see them."""


class Money(NamedTuple):
    """An amount in minor units with its currency."""

    minor: int
    currency: str

    def amount(self) -> Decimal:
        """The amount in whole units, exact."""
        return Decimal(decimal_text(self.minor, self.currency))


class Moment(NamedTuple):
    """An instant as ISO text; shown in UTC, or in the zone of the exhibits."""

    at: str
    local: bool = False

    def clock(self, zone: str | None) -> datetime | None:
        """What a clock showed then, without its zone; null where the zone is unknown."""
        name = zone if self.local else "UTC"
        return None if name is None else datetime.fromisoformat(self.at).astimezone(ZoneInfo(name)).replace(tzinfo=None)


Cell = str | int | Money | Moment | None


@dataclass(frozen=True)
class Column:
    """The head of a column, and its width in characters."""

    indonesian: str
    english: str
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """One table of a form."""

    name: str
    """Of its file and its tab: ASCII, at most 25 characters."""

    columns: tuple[Column, ...]
    rows: Iterator[tuple[Cell, ...]]


def times(at: object) -> tuple[Moment | None, Moment | None]:
    """An instant for the two columns of time: UTC and local."""
    return (Moment(at), Moment(at, local=True)) if isinstance(at, str) else (None, None)


def words(value: object) -> str | None:
    """A field of a list as text: lists joined, null left out."""
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return None if value is None else str(value)


def value(code: object) -> str | None:
    """A value of ours, such as a state, in both languages."""
    return both(code) if isinstance(code, str) else None


def reason(row: Row) -> str | None:
    """Why something was not read, in both languages where it is known in both."""
    english, indonesian = words(row.get("reason")), words(row.get("reason_id"))
    return f"{indonesian} / {english}" if indonesian and indonesian != english else english


def number(value: object) -> int | None:
    """A field of a list as a number."""
    return value if isinstance(value, int) else None


def money(row: Row, field: str = "amount_minor") -> Money | None:
    """The amount of a row, where it has one."""
    minor, currency = row.get(field), row.get("currency")
    return Money(minor, currency) if isinstance(minor, int) and isinstance(currency, str) and currency else None


AT = (Column("Waktu (UTC)", "Time (UTC)", 20), Column("Waktu ({zone})", "Time ({zone})", 20))
"""The two columns of every time; the zone is named in their head."""
