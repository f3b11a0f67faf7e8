# SPDX-License-Identifier: Apache-2.0
"""The pages of a PDF with text as one grid: what stands above a table cell by cell, and the rows of the table."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from suluh.readers.grids.pages.bookings import (
    Placed,
    Reach,
    goes_on,
    group,
    is_booking,
    is_centred,
    is_dated,
    is_stray,
    placed,
    reaches,
    shared,
)
from suluh.readers.grids.pages.columns import Columns, Head, columns, heads
from suluh.readers.grids.pages.facts import facts, sums, table
from suluh.readers.grids.pages.headings import FURNITURE
from suluh.readers.grids.pages.words import Line, segments
from suluh.readers.statements.grid import Grid, Row

Pages = Sequence[Sequence[Line]]
_Key = tuple[tuple[str, int], ...]

_APART = 1.2
"""Sizes of the font that part two cells outside of a table."""

_ROUGH = 6.0
"""Points: a line that every page repeats stands at the same height."""

_PAGE_NUMBER = re.compile(
    r"\b(?:halaman|hal\.?|page|lembar)\s{0,2}:?\s{0,2}\d{1,5}(?:\s{0,2}(?:/|dari|of)\s{0,2}\d{1,5})?"
    r"|\b\d{1,5} (?:/|dari|of) \d{1,5}\b",
    re.IGNORECASE,
)
_ABOVE = 3
"""Lines of a row that may stand above its sum."""

_DEEP = 12
_FOOT = 4
"""Lines at the end of a page that may be its foot."""


class _Stretch(NamedTuple):
    """Lines of one page: above every table, or below a heading."""

    page: int
    first: int
    last: int
    head: Head | None
    columns: Columns | None
    lines: tuple[Placed, ...] = ()


def grid(name: str, pages: Pages) -> Grid | None:
    """All pages as one grid; null where no page holds the heading of a statement's table."""
    found = [heads(lines) for lines in pages]
    if not any(found):
        return None
    stretches = list(_stretches(pages, found, _columns(pages, found)))
    tables = {
        key: [one.lines for one in stretches if one.columns is key] for key in {one.columns for one in stretches} if key
    }
    centred = {key: is_centred(parts) for key, parts in tables.items()}
    reach = {key: reaches(parts, key) for key, parts in tables.items()}
    repeated = _repeated(pages)
    seen: set[str] = set()
    rows: list[Row] = []
    table = _Rows(rows, reach)
    for one in stretches:
        lines = pages[one.page - 1]
        if one.columns is None:
            table.close()
            rows += _new(one.page, lines, one.last, seen)
            continue
        if one.head is not None:
            table.close()
            rows.append(_heading(one.page, lines, one.head))
        table.take(one, one.columns, repeated, centred=centred[one.columns])
    table.close()
    return Grid(name, "pdf", tuple(rows))


def _stretches(pages: Pages, found: Sequence[Sequence[Head]], known: Mapping[_Key, Columns]) -> Iterator[_Stretch]:
    """The parts of all pages in their order; a page without a heading goes on with the table before it."""
    columns_now: Columns | None = None
    for page, (lines, on_page) in enumerate(zip(pages, found, strict=True), 1):
        starts = [head.first for head in on_page]
        if on_page and starts[0]:
            yield _Stretch(page, 0, starts[0], None, None)
        if not on_page:
            yield _below(page, lines, (0, len(lines)), None, columns_now)
        for head, end in zip(on_page, [*starts[1:], len(lines)], strict=False):
            columns_now = known[head.key]
            yield _below(page, lines, (head.last + 1, end), head, columns_now)


def _below(
    page: int, lines: Sequence[Line], part: tuple[int, int], head: Head | None, columns: Columns | None
) -> _Stretch:
    """Lines under a heading, or under none yet."""
    first, last = part
    if columns is None:
        return _Stretch(page, first, last, None, None)
    under = tuple(placed(page, number + 1, lines[number], columns) for number in range(first, last))
    return _Stretch(page, first, last, head, columns, under)


def _columns(pages: Pages, found: Sequence[Sequence[Head]]) -> dict[_Key, Columns]:
    """The columns under each heading, worked out from the rows of all pages that show it."""
    pooled: dict[_Key, tuple[Head, list[Line]]] = {}
    for lines, on_page in zip(pages, found, strict=True):
        for head, end in zip(on_page, [*(head.first for head in on_page[1:]), len(lines)], strict=False):
            rough = columns(head, ())
            body = (placed(0, 0, line, rough) for line in lines[head.last + 1 : end])
            pooled.setdefault(head.key, (head, []))[1].extend(_in_rows(list(body), rough))
    return {key: columns(head, rows) for key, (head, rows) in pooled.items()}


def _in_rows(body: Sequence[Placed], rough: Columns) -> list[Line]:
    """The lines of bookings, and those between two of them."""
    booked = [at for at, one in enumerate(body) if _is_row(one, rough)]
    if not booked:
        return []
    inner = (one for one in body[booked[0] : booked[-1] + 1] if not FURNITURE.search(one.line.text[:400]))
    return [one.line for one in inner if len(segments(one.line, _APART * one.line.size)) > 1]


def _is_row(one: Placed, rough: Columns) -> bool:
    """Whether a line plainly belongs to the table: several cells, of which one is a sum near its heading."""
    return len(segments(one.line, _APART * one.line.size)) > 2 and is_booking(one, rough)  # noqa: PLR2004 # day, text and sum


def _heading(page: int, lines: Sequence[Line], head: Head) -> Row:
    raw = " / ".join(line.text for line in lines[head.first : head.last + 1])
    return Row(head.first + 1, head.last + 1, tuple(cell.text for cell in head.cells), raw, None, page)


def _outside(page: int, lines: Sequence[Line], first: int, last: int) -> Iterator[Row]:
    """Lines that are in no table, cell by cell; labels above their values become ``label : value``."""
    yield from facts(page, first, [segments(line, _APART * line.size) for line in lines[first:last]])


def _new(page: int, lines: Sequence[Line], last: int, seen: set[str]) -> Iterator[Row]:
    """What stands above the heading of a further page and not above that of an earlier one, but for page numbers."""
    at = 0
    while at < last:
        end = at
        while end < last and (_numberless(lines[end]) in seen) == (_numberless(lines[at]) in seen):
            end += 1
        if _numberless(lines[at]) not in seen:
            yield from _outside(page, lines, at, end)
        at = end
    seen.update(_numberless(line) for line in lines[:last])


def _numberless(line: Line) -> str:
    return _PAGE_NUMBER.sub("#", line.text)


def _repeated(pages: Pages) -> frozenset[str]:
    """Lines at the foot of most pages, the same and at the same height: they belong to the page."""
    seen = Counter(key for lines in pages for key in {_mask(line) for line in lines[-_FOOT:]})
    least = max(2, len(pages) * 2 // 3)
    return frozenset(key for key, times in seen.items() if times >= least) if len(pages) > 1 else frozenset()


def _mask(line: Line) -> str:
    return f"{round(line.base / _ROUGH)}:{line.text}"


class _Rows:
    """Puts the lines of tables together to rows, over the ends of pages."""

    def __init__(self, rows: list[Row], reach: Mapping[Columns, tuple[Reach, ...]]) -> None:
        self._rows, self._reach = rows, reach
        self._open: list[Placed] = []
        self._columns: Columns | None = None
        self._centred = False

    def take(self, one: _Stretch, columns: Columns, repeated: frozenset[str], *, centred: bool) -> None:
        """The lines of one stretch; one without a heading of its own begins at the top of a page."""
        if self._columns is not None and columns is not self._columns:
            self.close()
        self._columns, self._centred = columns, centred
        lines = one.lines
        start = 0 if one.head is not None else self._start(lines, columns)
        for above in lines[:start]:
            self._apart(above, repeated)
        waiting: list[Placed] = []
        below = start
        for at, line in enumerate(lines[start:], start):
            if at < below:
                continue
            if (end := self._facts(lines, at)) is not None:
                self._settle(waiting)
                waiting = []
                self.close()
                parts = [segments(part.line, _APART * part.line.size) for part in lines[at:end]]
                self._rows += facts(line.page, line.number - 1, parts)
                below = end
            elif is_booking(line, columns) and not (self._is_sum_below(line, columns)):
                self._book(line, waiting, columns)
                waiting = []
            elif is_stray(line, columns) or (_mask(line.line) in repeated and not is_dated(line, columns)):
                self._settle(waiting)
                waiting = []
                self._apart(line, repeated)
            else:
                waiting.append(line)
        self._settle(waiting)

    def _facts(self, lines: Sequence[Placed], at: int) -> int | None:
        """Where sums of the statement end whose labels stand above them side by side."""
        if not sums(segments(lines[at].line, _APART * lines[at].line.size)):
            return None
        end = table([segments(one.line, _APART * one.line.size) for one in lines[at : at + _DEEP]], 0)
        return None if end is None else at + end

    def close(self) -> None:
        """Write the row that is still open."""
        if self._open and self._columns is not None:
            self._rows.append(_row(self._open, self._columns, self._reach[self._columns]))
        self._open = []

    def _start(self, lines: Sequence[Placed], columns: Columns) -> int:
        """Where the table goes on, on a page that does not repeat its heading: at its first sum, or close above it."""
        booked = (at for at, one in enumerate(lines) if is_booking(one, columns) and not is_stray(one, columns))
        start = next(booked, len(lines))
        above = start
        while 0 < above < len(lines) and start - above < _ABOVE and goes_on(lines[above - 1], lines[above]):
            if is_stray(lines[above - 1], columns):
                break
            above -= 1
        return above

    def _is_sum_below(self, one: Placed, columns: Columns) -> bool:
        """Whether a line with a sum is one of the statement, written as a label with its value."""
        return is_stray(one, columns) and not is_dated(one, columns)

    def _book(self, one: Placed, waiting: list[Placed], columns: Columns) -> None:
        """A new row; the lines before it belong to the row above or to itself."""
        if not self._open:
            self._open = [*waiting, one]
            return
        last = self._open[-1]
        upper = shared([last, *waiting, one], centred=self._centred) if waiting else 0
        if waiting and last.page != one.page:
            upper = 0 if self._centred else len(waiting)
        self._open += waiting[:upper]
        self.close()
        self._columns = columns
        self._open = [*waiting[upper:], one]

    def _settle(self, waiting: list[Placed]) -> None:
        """Lines after which no booking comes: of the row above as far as they stand close, else on their own."""
        for one in waiting:
            if self._open and goes_on(self._open[-1], one):
                self._open.append(one)
                continue
            self.close()
            self._apart(one, frozenset())

    def _apart(self, one: Placed, repeated: frozenset[str]) -> None:
        """A line that is in no row: of the page, or something that the statement says."""
        if FURNITURE.search(one.line.text[:400]) is not None or _mask(one.line) in repeated:
            return
        self.close()
        self._rows += facts(one.page, one.number - 1, [segments(one.line, _APART * one.line.size)])


def _row(lines: Sequence[Placed], columns: Columns, reach: tuple[Reach, ...]) -> Row:
    found = group(lines, columns, reach)
    raw = " / ".join(one.line.text for one in lines)
    first = lines[0]
    last = max(one.number for one in lines if one.page == first.page)
    return Row(first.number, last, found.cells, raw, None, first.page)
