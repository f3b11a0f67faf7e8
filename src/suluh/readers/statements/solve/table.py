# SPDX-License-Identifier: Apache-2.0
"""Every row of a grid by what it is: a booking, a balance or total, a heading, a label, furniture, or none of these."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple, cast

from suluh.model.money import DIGITS
from suluh.readers.statements.amounts import IN, OUT, is_nothing
from suluh.readers.statements.dates import ORDERS, Day, written_day, written_period
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.statements.heads.labels import DECORATION, words_of
from suluh.readers.statements.heads.layout import Layout, joined
from suluh.readers.statements.heads.lexicon import is_of_booking, plain
from suluh.readers.statements.heads.span import span_of
from suluh.readers.statements.parties import Rules
from suluh.readers.statements.solve.roles import PARTS, Roles
from suluh.readers.statements.solve.words import Sum, part_named, status_named, sum_named

Kind = Literal["booking", "balance", "total", "heading", "label", "furniture", "wrong"]

_FURNITURE = re.compile(
    r"^\W*(?:halaman|hal|page|hlm)\W*\d+(?:\W*(?:dari|of|/)\W*\d+)?\W*$|bersambung ke halaman|^\W*lanjutan\W*$|"
    r"^\W*(?:dicetak|printed|tanggal cetak|print date|cetak)\b|^\W*[-=_*]{3,}\W*$",
    re.IGNORECASE,
)
_HEAD = 4_000
"""Signs above a table in which a holder is looked for."""

_ABOVE = 40
"""Lines above a table in which the time that it covers is looked for."""

_EVEN = 0.6
_OF_ACCOUNT = frozenset({"account", "currency", "holder"})
"""What is said once of all periods of an account."""

_BESIDE = re.compile(r"[/|,;:]|\s[-]\s|\s(?=\([A-Z]{3}\))|(?<=\d)\s+(?=[A-Z]{3}\b)")
"""What parts the number of an account from its currency: ``137 000 / IDR / PT CONTOH``, ``123456 (USD)``."""


class Entry(NamedTuple):
    """A row that books money."""

    row: Row
    cells: dict[str, str]
    """Cells by role; an absent one is empty."""

    last_line: int
    day: Day | None
    still: bool = False
    """Whether a line above it says that it is still to come."""


class Stated(NamedTuple):
    """A row of the table that states a balance or a total."""

    row: Row
    cells: dict[str, str]
    name: Sum
    at: int
    """How many bookings stand before it."""


class Wrong(NamedTuple):
    """A row that is nothing known."""

    row: Row
    reason: str
    at: int | None = None
    """How many bookings stand before it, where it may have been one."""


@dataclass
class Section:
    """The part of a grid that speaks of one account, or all of it."""

    first: Row
    last: Row
    said: dict[str, str] = field(default_factory=dict)
    """What the lines above and below the table say, by the names of `Labels`."""

    entries: list[Entry] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    goes_on: bool = False
    """Whether it speaks of the account of the section before it, over a further period."""


class Table:
    """All rows of one grid, as its layout takes them apart."""

    def __init__(self, grid: Grid, layout: Layout) -> None:
        self.grid, self.layout = grid, layout
        self.rules = Rules(layout.profile)
        self.marks = frozenset({*IN, *OUT, *layout.profile.sign.incoming, *layout.profile.sign.outgoing})
        """Words that say the side of an amount."""

        self.sections = [Section(grid.rows[0], grid.rows[-1])]
        self.wrong: list[Wrong] = []
        self.kinds: list[Kind] = []
        """What each row of the grid is, in its order."""

        self._words = words_of(layout.profile.labels)
        self._names = tuple(map(plain, layout.heading.names))
        self._no_status: bool | None = None
        self._still = False
        self._roles = Roles(layout.places)
        self.sums = [role for role in ("amount", "debit", "credit") if role in layout.places]
        """Where the amounts of its rows may stand."""

        for at, row in enumerate(grid.rows):
            if layout.heading.first <= at <= layout.heading.last:
                self.kinds.append("heading")
            else:
                self.kinds.append(self._take(row, below=at > layout.heading.last))
            self.sections[-1].last = row
        self._join_empty()
        self._find_holder()
        self._find_span()
        self._name_ends()

    def _join_empty(self) -> None:
        """Give what is said of a further period to the section before, where no booking of it follows."""
        for before, one in pairwise(self.sections):
            if one.goes_on and not one.entries:
                before.said = one.said | before.said
                before.stated += one.stated
                before.last = one.last
        self.sections = [one for one in self.sections if one.entries or not one.goes_on]

    def _name_ends(self) -> None:
        """Call a balance before all bookings the opening, and one behind them the closing, where no other row is."""
        for section in self.sections:
            carried = [one for one in section.stated if one.name == "carried"]
            named = {one.name for one in section.stated}
            ends = {"opening": 0, "closing": len(section.entries)}
            if "balance" in self.layout.places or len(carried) != len(ends) or not section.entries:
                continue
            for (name, at), one in zip(ends.items(), carried, strict=True):
                if name not in named and one.at == at:
                    section.stated[section.stated.index(one)] = one._replace(name=cast("Sum", name))

    def _find_span(self) -> None:
        """Take the time that the statement covers from a line above the table, where no label says it."""
        said = self.sections[0].said
        if len(self.sections) == 1 and not said.get("period") and not (said.get("from") and said.get("until")):
            found = span_of(self.grid.rows[max(0, self.layout.heading.first - _ABOVE) : self.layout.heading.first])
            said |= {"period": found} if found else {}

    def _find_holder(self) -> None:
        """Take the holder from the lines above the table, where the profile knows how they stand there."""
        pattern = self.layout.profile.holder_in_head
        if pattern is None:
            return
        above = "\n".join(cell for row in self.grid.rows[: self.layout.heading.first] for cell in row.cells if cell)
        found = re.search(pattern, above[:_HEAD])
        for section in self.sections if found is not None else ():
            section.said.setdefault("holder", (found["holder"] if found else "").strip())

    def _take(self, row: Row, *, below: bool) -> Kind:  # noqa: PLR0911 # one return for each kind of row
        """Find out what a row is."""
        if not any(row.cells) or not row.raw.strip(DECORATION):
            return "furniture"
        if below:
            found = self._booked(row)
            if found is not None:
                return found
            names = tuple(map(plain, row.cells))
            if names == self._names or (len(names) > 2 and set(filter(None, names)) <= set(self._names)):  # noqa: PLR2004 # a heading again
                return "heading"
        if self._parted(row) or self._labelled(row, below=below):
            return "label"
        if below and self._goes_on(row):
            return "booking"
        if not below or self.rules.is_furniture(row.raw) or _FURNITURE.search(row.raw) or self._is_words(row):
            return "furniture"
        cells = self.cells(row)
        booked = bool(cells["date"]) and any(map(str.isdigit, row.raw)) and sum(map(bool, row.cells)) > 1
        self.wrong.append(Wrong(row, self._complaint(row), len(self.sections[-1].entries) if booked else None))
        return "wrong"

    def _parted(self, row: Row) -> bool:
        """Whether a line by itself says that the rows below it are booked, or are still to come."""
        filled = [cell for cell in row.cells if cell]
        named = part_named(filled[0]) if len(filled) == 1 else None
        self._still = named == "pending" if named else self._still
        return named is not None

    def _is_words(self, row: Row) -> bool:
        """Whether a line of a page holds one part without any figure: it can be no booking."""
        one = sum(map(bool, row.cells)) == 1
        return self.grid.form == "pdf" and one and not any(map(str.isdigit, row.raw))

    def _booked(self, row: Row) -> Kind | None:
        """Take a row as a balance, a total or a booking; null where it is none."""
        under = self._under(row)
        if len(under) != len(self._names) and not self._fits(len(under), row):
            return None
        cells = self._roles.of(under)
        money = False
        for role in self.sums:
            if cells[role] and not is_nothing(cells[role]):
                money = True
                break
        name = self._sum(row, cells)
        money = money or self._is_fee(cells)
        if name is not None and (money or cells["balance"] or cells["before"]):
            section = self.sections[-1]
            section.stated.append(Stated(row, cells, name, len(section.entries)))
            return "total" if name == "total" else "balance"
        still = self._still
        if money and not cells["date"]:
            cells["date"] = cells["value_date"] or self._day_above(cells)
            is_proven = bool(cells["balance"]) and not is_nothing(cells["balance"])
            still = still or bool(cells["value_date"] and self._names_booking and not is_proven)
        if not money or not cells["date"]:
            return None
        day = written_day(cells["date"])
        if day is None and not self._pends(cells):
            return None
        self.sections[-1].entries.append(Entry(row, cells, row.last_line, day, still))
        return "booking"

    def _is_fee(self, cells: dict[str, str]) -> bool:
        """Whether a row holds a fee and no other sum, and a balance that says which way it went."""
        if "fee" not in self.layout.places or "balance" not in self.layout.places:
            return False
        return not is_nothing(cells["fee"]) and not is_nothing(cells["balance"])

    @cached_property
    def _names_booking(self) -> bool:
        """Whether the heading of the days says that they are those of the booking: a row without one is not booked."""
        names = [self.layout.heading.names[at] for at in self.layout.places.get("date", ())]
        return not self.layout.known and any(map(is_of_booking, names))

    def _day_above(self, cells: dict[str, str]) -> str:
        """The day of the row above, where each day stands on the first of its rows alone: its balance must be there."""
        entries = self.sections[-1].entries
        is_row = bool(cells["balance"]) and not is_nothing(cells["balance"]) and bool(cells["text"])
        return entries[-1].cells["date"] if entries and is_row and "date" in self.layout.places else ""

    def _fits(self, many: int, row: Row) -> bool:
        """Whether a row has the cells of the heading: one with more, or cut short, has others in their places."""
        if many == len(self._names) or self.grid.form != "text":
            return True
        if many > len(self._names):
            return not any(row.cells[len(self._names) :]) and self.layout.wide_at is None
        return not self._is_even

    @cached_property
    def _is_even(self) -> bool:
        """Whether the rows of the table have as many cells as its heading, but for a few."""
        rows = self.grid.rows[self.layout.heading.last + 1 :]
        wide = [len(joined(row.cells, len(self._names), self.layout.wide_at)) for row in rows if len(row.cells) > 2]  # noqa: PLR2004 # a booking has three
        return bool(wide) and sum(one >= len(self._names) for one in wide) > _EVEN * len(wide)

    def _pends(self, cells: dict[str, str]) -> bool:
        """Whether a word stands for the day, as it does where a booking is still to come."""
        by_rule = self.rules.status(cells["date"], "", "")
        return (by_rule or "booked") != "booked" or status_named(cells["date"]) == "pending"

    def _sum(self, row: Row, cells: dict[str, str]) -> Sum | None:
        """The balance or total that the words of a row name: in its text, or where the day stands."""
        said = next(filter(None, cells["text"].split(PARTS)), "") if cells["text"] else ""
        if said:
            return sum_named(said)
        if cells["date"] and written_day(cells["date"]) is None:
            return sum_named(cells["date"])
        first = next((cell for cell in row.cells if cell and written_day(cell) is None), "")
        return sum_named(first) if any(map(str.isalpha, first)) else None

    def _labelled(self, row: Row, *, below: bool) -> bool:
        """Take what a line above or below the table says of the statement."""
        found = list(self._words.said(row))
        if below and self.sections[-1].entries and sum(map(bool, row.cells)) > 4 and len(found) < 2:  # noqa: PLR2004 # a row of the table
            return False
        for name, value in found:
            self._say(name, value, row)
        if any(one.name == "account" for one in found) and (code := _one_currency(row)):
            self._say("currency", code, row)
        return bool(found)

    def _say(self, name: str, value: str, row: Row) -> None:
        """Keep what is said; another account's number begins another section."""
        said = self.sections[-1].said
        if name == "account":
            if not any(map(str.isdigit, value)):
                return
            if said.get("account", value) != value:
                self.sections.append(Section(row, row))
                said = self.sections[-1].said
        elif self.sections[-1].entries and name in {"opening", "holder", "period"} and said.get(name, value) != value:
            if name != "period" or not _are_two(said.get(name, ""), value):
                return
            kept = {one: said[one] for one in said if one in _OF_ACCOUNT}
            self.sections.append(Section(row, row, kept, goes_on=True))
            said = self.sections[-1].said
        said.setdefault(name, value)

    def _goes_on(self, row: Row) -> bool:
        """Join a line that holds words under the text alone to the booking above it."""
        section = self.sections[-1]
        places = {*self.layout.places.get("text", ()), *self.layout.places.get("party_name", ())}
        filled = [at for at, cell in enumerate(row.cells) if cell]
        # A line of a text leaves out the empty cells at its end, and none at its start.
        cut = len(row.cells) < len(self._names) and (self.grid.form != "text" or 0 in filled)
        if not section.entries or not places or cut or not set(filled) <= places:
            return False
        last = section.entries[-1]
        if last.last_line != row.line - 1 or last.row.sheet != row.sheet or last.row.page != row.page:
            return False
        words = " ".join(row.cells[at] for at in filled)
        joined_cells = {**last.cells, "text": f"{last.cells['text']}{PARTS}{words}".strip()}
        section.entries[-1] = last._replace(cells=joined_cells, last_line=row.last_line)
        return True

    def _complaint(self, row: Row) -> str:
        """Why a line below the heading is no booking."""
        cells = self.cells(row)
        if cells["date"] and written_day(cells["date"]) and not self._fits(len(self._under(row)), row):
            many = f"{len(row.cells)} cells where the heading has {len(self._names)}"
            return f"this row has {many}: it cannot be taken apart"
        if cells["date"] and any(cells[role] for role in self.sums):
            return f"the day {cells['date']!r} cannot be read"
        return "neither a booking nor a known line of this statement"

    def _under(self, row: Row) -> tuple[str, ...]:
        """The cells of a row under the heading: its mark joined to its sum."""
        wide_at = self.layout.wide_at
        return row.cells if wide_at is None else joined(row.cells, len(self._names), wide_at)

    @property
    def has_no_status(self) -> bool:
        """Whether the column of the status is empty in every row."""
        if self._no_status is None:
            entries = (one for section in self.sections for one in section.entries)
            self._no_status = not any(one.cells["status"] for one in entries)
        return self._no_status

    def cells(self, row: Row) -> dict[str, str]:
        """The cells by role; an absent one is empty."""
        return self._roles.of(self._under(row))


def _are_two(one: str, other: str) -> bool:
    """Whether two texts are two periods, of which neither holds the other: statements of several months in one file."""
    pairs = [(written_period(one, order), written_period(other, order)) for order in ORDERS]
    apart = [first and second and (first.last < second.first or second.last < first.first) for first, second in pairs]
    return any(apart)


def _one_currency(row: Row) -> str:
    """The currency that stands by itself in the line that names an account, where one alone does."""
    parts = {part.strip(" ()") for cell in row.cells for part in _BESIDE.split(cell)}
    codes = parts & DIGITS.keys()
    return codes.pop() if len(codes) == 1 else ""
