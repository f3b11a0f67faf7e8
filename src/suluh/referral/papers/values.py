# SPDX-License-Identifier: Apache-2.0
"""What a made paper says, frozen: sections of tables and cards, each text in both languages, each figure as a value."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from suluh.model.body import Part

Language = Literal["id", "en"]

WITHHELD = "(ditahan / withheld)"
"""Stands in a value for a name that may tell of a child, and for all that is of somebody under guard."""

_WITHHELD = {"id": "(ditahan)", "en": "(withheld)"}


def in_one(text: str, language: Language) -> str:
    """A text that is the same in both languages, with the one word in it that is not."""
    return text.replace(WITHHELD, _WITHHELD[language])


class Both(Part, frozen=True, tag="both", tag_field="is"):
    """One text in both languages."""

    english: str
    indonesian: str

    def say(self, language: Language) -> str:
        """The text in a language."""
        return in_one(self.indonesian if language == "id" else self.english, language)


class Sum(Part, frozen=True, tag="sum", tag_field="is"):
    """An amount in minor units; two of different currencies are never added."""

    minor: int
    currency: str


class Clock(Part, frozen=True, kw_only=True, tag="clock", tag_field="is"):
    """A time as the exhibit writes it, by the clocks of the exhibit's zone, and in UTC."""

    written: str | None = None
    local: str | None = None
    """With the short name of its zone: WIB, WITA, WIT."""

    utc: str | None = None
    day: str | None = None
    """The day alone, where nothing says the time."""


class Listed(Part, frozen=True, tag="listed", tag_field="is"):
    """Several sentences or names, one under the other."""

    parts: tuple[Both | str, ...]


Cell = str | int | Both | Sum | Clock | Listed | None


class Head(Part, frozen=True, kw_only=True):
    """The head of a column."""

    english: str
    indonesian: str
    width: int = 16
    """In characters of a spreadsheet; on paper its share of the line."""

    is_time: bool = False
    """Whether its cells are times: in a spreadsheet three columns."""

    is_printed: bool = True
    """False for what stands in the spreadsheet alone."""

    adds_up: bool = False
    """Whether the line of totals holds the sum of its cells."""

    def both(self) -> Both:
        """The head in both languages."""
        return Both(self.english, self.indonesian)


class Table(Part, frozen=True, kw_only=True):
    """One table; its totals are the sums of its own rows."""

    name: str
    """Of its sheet in the workbook: ASCII, at most 25 characters."""

    title: Both
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    totals: tuple[tuple[Cell, ...], ...] = ()
    """One line for each currency, where columns add up."""

    notes: tuple[Both, ...] = ()
    printed: int = 200
    """So many rows stand on paper; the rest is in the spreadsheet alone, and the paper says so."""

    empty: Both = Both("None.", "Tidak ada.")
    """What stands in the place of rows where there are none."""


class Card(Part, frozen=True, kw_only=True):
    """What one page says of one thing, field under field."""

    title: Both
    fields: tuple[tuple[Both, Cell], ...]
    tables: tuple[Table, ...] = ()
    """Printed under the fields; the rows of all cards stand together in a sheet of the same name."""


class Cards(Part, frozen=True, kw_only=True):
    """Things shown one under the other; the same ones stand in a table of the workbook."""

    cards: tuple[Card, ...]
    printed: int = 200
    table: str
    """The sheet of the workbook that holds them all."""


class Section(Part, frozen=True, kw_only=True):
    """One numbered part of a paper."""

    title: Both
    says: tuple[Both, ...] = ()
    tables: tuple[Table, ...] = ()
    cards: Cards | None = None
    sheets: tuple[Table, ...] = ()
    """Tables that stand in the workbook alone."""


class Seen(Part, frozen=True, kw_only=True):
    """How far the ledger had grown."""

    size: int
    root: str
    """As people read it: the first digits, in groups of four."""


class Document(Part, frozen=True, kw_only=True):
    """All that one paper says; its digest is the SHA-256 of these bytes."""

    form: str
    """D2, D3, D4 or D5."""

    number: str
    """Of the paper within this case: ``D4-O-2``."""

    title: Both
    about: Both
    case: str
    unit: str
    by: str
    """The officer who made it."""

    at: str
    tool: str
    seen: Seen
    head: tuple[tuple[Both, Cell], ...] = ()
    sections: tuple[Section, ...] = ()
    is_wide: bool = False
    """Whether its pages lie on their side."""

    def tables(self) -> Iterator[Table]:
        """Every table, in the order of the paper; each is one sheet of the workbook."""
        for section in self.sections:
            yield from section.tables
            yield from section.sheets


class Total(NamedTuple):
    """A figure that a paper states, and what its own rows come to."""

    paper: str
    table: str
    column: str
    currency: str
    stated: int
    rows: int


def annex_totals(document: Document) -> Iterator[Total]:
    """Every total of a paper beside the sum of the rows under it, worked out anew; counts have no currency."""
    for table in document.tables():
        adding = ((number, head) for number, head in enumerate(table.heads) if head.adds_up)
        for number, head in adding:
            stated, rows = _sums(table.totals, number), _sums(table.rows, number)
            known = sorted(stated.keys() | rows.keys())
            yield from (
                Total(document.number, table.name, head.english, one, stated.get(one, 0), rows.get(one, 0))
                for one in known
            )


def totals_of(heads: tuple[Head, ...], rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """The lines of totals under some rows: counts with the first currency, each further currency on its own line."""
    found = {number: _sums(rows, number) for number, head in enumerate(heads) if head.adds_up}
    if not found or not rows:
        return ()
    for number, sums in found.items():
        if all(row[number] is None for row in rows):
            sums[""] = 0  # nothing to add is nought; a word in place of a figure says that nothing was counted
    currencies = sorted({one for sums in found.values() for one in sums if one}) or [""]
    return tuple(_line(heads, found, one, is_first=one == currencies[0]) for one in currencies)


def _line(
    heads: tuple[Head, ...], found: dict[int, dict[str, int]], currency: str, *, is_first: bool
) -> tuple[Cell, ...]:
    cells: list[Cell] = [None] * len(heads)
    cells[0] = Both("Total", "Jumlah")
    for number, sums in found.items():
        if currency in sums and currency:
            cells[number] = Sum(sums[currency], currency)
        elif is_first and "" in sums:
            cells[number] = sums[""]
    return tuple(cells)


def _sums(rows: tuple[tuple[Cell, ...], ...], number: int) -> dict[str, int]:
    """The sums of one column, by currency; counts under the empty one."""
    found: dict[str, int] = {}
    for row in rows:
        cell = row[number]
        if isinstance(cell, Sum):
            found[cell.currency] = found.get(cell.currency, 0) + cell.minor
        elif isinstance(cell, int):
            found[""] = found.get("", 0) + cell
    return found
