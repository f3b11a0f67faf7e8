# SPDX-License-Identifier: Apache-2.0
"""What a table of a form is: its columns in both languages, and cells that keep their meaning."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from suluh.model.money import decimal_text
from suluh.model.times import ZONES
from suluh.referral.words import both

Row = Mapping[str, object]
Lists = Callable[[str], Iterator[Row]]
"""The lists of a case by name, masked or in full as the officer may see them."""

Zones = Mapping[str, str]
"""The time zone of each exhibit, by its label."""


class Money(NamedTuple):
    """An amount in minor units with its currency."""

    minor: int
    currency: str

    def amount(self) -> Decimal:
        """The amount in whole units, exact."""
        return Decimal(decimal_text(self.minor, self.currency))


class Moment(NamedTuple):
    """An instant as ISO text, shown in UTC."""

    at: str

    def clock(self) -> datetime:
        """What a clock showed then in UTC, without the zone."""
        return datetime.fromisoformat(self.at).astimezone(UTC).replace(tzinfo=None)


NOTHING = "tidak ada / none"
"""What stands in a table without a row, where nothing more is to be said."""

Cell = str | int | Money | Moment | None


@dataclass(frozen=True)
class Column:
    """The head of a column, and its width in characters."""

    indonesian: str
    english: str
    width: int = 16


def or_none(rows: Iterable[tuple[Cell, ...]], why: str = NOTHING) -> Iterator[tuple[Cell, ...]]:
    """The rows of a table; where there is none, one that says so in its first cell."""
    is_bare = True
    for row in rows:
        is_bare = False
        yield row
    if is_bare:
        yield (why,)


@dataclass(frozen=True)
class Sheet:
    """One table of a form."""

    name: str
    """Of its file and its tab: ASCII, at most 25 characters."""

    columns: tuple[Column, ...]
    rows: Iterator[tuple[Cell, ...]]


def zones_of(lists: Lists) -> dict[str, str]:
    """The time zone of each exhibit that has one."""
    return {str(row["label"]): str(row["zone"]) for row in lists("exhibits") if row.get("zone")}


def times(at: object, on: object, zones: Zones) -> tuple[Cell, Cell, Cell]:
    """A moment for the three columns of time; `on` names the exhibit that shows it, and what is written there."""
    where = on if isinstance(on, dict) else {}
    moment = at if isinstance(at, str) else None
    return words(where.get("written")), _local(moment, zones.get(str(where.get("exhibit")))), moment and Moment(moment)


def _local(at: str | None, zone: str | None) -> str | None:
    """What a clock in a zone showed, with the zone's name; null where either is unknown."""
    if at is None or zone is None:
        return None
    clock = datetime.fromisoformat(at).astimezone(ZoneInfo(zone))
    return f"{clock:%Y-%m-%d %H:%M:%S} {ZONES.get(zone, zone)}"


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


AT = (
    Column("Waktu seperti tertulis", "Time as written", 24),
    Column("Waktu zona barang bukti", "Time in the exhibit's zone", 26),
    Column("Waktu (UTC)", "Time (UTC)", 20),
)
"""The three columns of every time: as the exhibit writes it, by the clocks of its zone, and in UTC."""


FILE = (
    Column("Barang bukti", "Exhibit", 12),
    Column("Akuisisi", "Acquisition", 12),
    Column("Lokasi file", "Path", 48),
    Column("Di dalam", "Inside", 32),
    Column("Ukuran", "Size", 14),
    Column("Jenis", "Type", 20),
    Column("Status", "State", 14),
)
"""What tables of files begin with: where each lies, what it is, what became of it."""


def of_file(row: Row) -> tuple[Cell, ...]:
    """The cells of a file under these columns."""
    return (
        words(row["exhibit"]),
        words(row["acquisition"]),
        words(row["path"]),
        words(row["inside"]),
        number(row["size"]),
        words(row["type"]),
        value(row["state"]),
    )
