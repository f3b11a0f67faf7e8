# SPDX-License-Identifier: Apache-2.0
"""A statement's table before its amounts are read: bookings, stated sums, and lines that are neither."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from suluh.model.evidence.source import Source
from suluh.readers.statements.amounts import Written, take_apart
from suluh.readers.statements.dates import Calendar
from suluh.readers.statements.parties import Rules
from suluh.readers.statements.profile import Sign, Status
from suluh.readers.statements.sheet import Cells, Sheet, places, plain, rows

Side = Literal["in", "out"]

SUMS = frozenset({"opening", "credits", "debits", "closing"})
_DECORATION = " \t\r\n\",;|:-_=*'"


class Booking(NamedTuple):
    """A row of the table."""

    row: Cells
    field: dict[str, str]
    """Cells by the names of `Columns`."""

    amount: Written
    side: Side
    status: Status


class Wrong(NamedTuple):
    """A line that cannot be a booking."""

    row: Cells
    reason: str


@dataclass
class Section:
    """The part of a file that speaks of one account, or all of it."""

    first_line: int
    last_line: int = 0
    said: dict[str, str] = field(default_factory=dict)
    """What the lines above and below the table say, by the names of `Labels`."""

    bookings: list[Booking] = field(default_factory=list)


class Table:
    """All of one file, as its profile takes it apart."""

    def __init__(self, source: Source, sheet: Sheet) -> None:
        self.profile = sheet.profile
        self.rules = Rules(sheet.profile)
        self.calendar = Calendar(sheet.profile.dates)
        self.sections = [Section(1)]
        self.wrong: list[Wrong] = []
        self._at = places(sheet.profile.columns, sheet.heading)
        self._heading = [plain(cell) for cell in sheet.heading]
        self._labels = list(_labels(sheet))
        below = False
        for row in rows(source, sheet):
            below = self._take(row, below=below)
            self.sections[-1].last_line = row.last_line

    def _take(self, row: Cells, *, below: bool) -> bool:
        """Find a row's place; whether the table has begun."""
        if [plain(cell) for cell in row.cells] == self._heading:
            return True
        if not row.raw.strip(_DECORATION) or (below and self._book(row)) or self._labelled(row):
            return below
        if below and not self.rules.is_furniture(row.raw):
            self.wrong.append(Wrong(row, self._complaint(row)))
        return below

    def _complaint(self, row: Cells) -> str:
        """Why a line below the heading is no booking."""
        found = self._fields(row.cells)
        if found["date"] and (found["amount"] or found["debit"] or found["credit"]):
            return f"the day {found['date']!r} cannot be read"
        return "neither a booking nor a known line of this statement"

    def _labelled(self, row: Cells) -> bool:
        """Take what a line above or below the table says of the statement."""
        for at, cell in enumerate(row.cells):
            for name, label in self._labels:
                found = label.match(cell)
                if found is not None:
                    self._say(name, _value(row, at, found["value"] or ""), row.line)
                    return True
        return False

    def _say(self, name: str, value: str, line: int) -> None:
        """Keep what is said; another account's number begins another section."""
        if name == "account" and self.sections[-1].said.get("account", value) != value:
            self.sections.append(Section(line))
        self.sections[-1].said.setdefault(name, value)

    def _book(self, row: Cells) -> bool:
        """Take a row as a booking if it holds an amount, and a day or a word that stands for one."""
        found = self._fields(row.cells)
        if not (found["amount"] or found["debit"] or found["credit"]):
            return False
        status = self.rules.status(found["date"], found["status"], found["text"])
        if not found["date"] or (self.calendar.day(found["date"]) is None and status == "booked"):
            return False
        taken = _sided(found, self.profile.sign)
        if isinstance(taken, str):
            self.wrong.append(Wrong(row, taken))
        else:
            self.sections[-1].bookings.append(Booking(row, found, *taken, status))
        return True

    def _fields(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells by name; an absent one is empty."""
        extra = plain(self.profile.extra_after or "")
        if extra and len(cells) == len(self._heading) + 1 and extra in self._heading:
            at = self._heading.index(extra)
            cells = (*cells[:at], f"{cells[at]} {cells[at + 1]}".strip(), *cells[at + 2 :])
        found = {}
        for name, wanted in self._at.items():
            parts = [cells[at] for at in wanted if at < len(cells) and cells[at]]
            # Some banks write the same words in two columns: a text says them once. Columns stay apart by a run of
            # spaces, as a bank's own fields inside one column do: patterns rely on it.
            found[name] = "   ".join(dict.fromkeys(parts)) if name == "text" else "".join(parts[:1])
        return found


def _sided(found: dict[str, str], sign: Sign) -> tuple[Written, Side] | str:
    """The amount and its side, or why there is none."""
    if found["debit"] or found["credit"]:
        return _of_two_columns(found)
    amount = take_apart(found["amount"])
    if amount is None:
        return f"the amount {found['amount']!r} cannot be read"
    mark = (found["direction"] or amount.mark).upper().rstrip(".")
    side = sign.always or _marked(mark, sign) or (None if mark else "out" if amount.negative else "in")
    return (amount, side) if side else f"{mark!r} says neither that money came in nor that it went out"


def _marked(mark: str, sign: Sign) -> Side | None:
    """The side that a word beside the amount says."""
    return "in" if mark in sign.incoming else "out" if mark in sign.outgoing else None


def _of_two_columns(found: dict[str, str]) -> tuple[Written, Side] | str:
    """The amount of a row with one column for each side; of two, one is nothing."""
    sides: tuple[tuple[Side, str], ...] = (("out", found["debit"]), ("in", found["credit"]))
    some: list[tuple[Written, Side]] = []
    for side, cell in sides:
        amount = take_apart(cell) if cell else None
        if cell and amount is None:
            return f"the amount {cell!r} cannot be read"
        if amount is not None:
            some.append((amount, side))
    moved = [one for one in some if one[0].number.strip("0.,")]
    return (moved or some)[0] if len(moved) < 2 else "money came in and went out in one row"  # noqa: PLR2004 # both sides


def _labels(sheet: Sheet) -> Iterator[tuple[str, re.Pattern[str]]]:
    """A label fills a cell, or stands before a colon or a number in it."""
    labels = sheet.profile.labels
    for name in labels.__struct_fields__:
        words: tuple[str, ...] = getattr(labels, name)
        for word in sorted(words, key=len, reverse=True):
            spaced = re.escape(word).replace(r"\ ", r"\s+")
            yield (
                name,
                re.compile(rf"\s*{spaced}\.?\s*(?:$|[:=]\s*|\s(?=[-\d]))(?P<value>.*)", re.IGNORECASE | re.DOTALL),
            )


def _value(row: Cells, at: int, value: str) -> str:
    """What stands behind a label: the rest of its line where that is not quoted, else the next cell with a word."""
    if not value:
        return next((cell for cell in row.cells[at + 1 :] if cell.strip(_DECORATION)), "").lstrip(": ")
    if at == 0 and not row.raw.lstrip().startswith('"') and value in row.raw:
        return row.raw[row.raw.index(value) :].strip(_DECORATION)
    return value.strip()
