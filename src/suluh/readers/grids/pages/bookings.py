# SPDX-License-Identifier: Apache-2.0
"""Lines of a page below a heading, put together to rows: a booking and the lines around it that belong to it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from suluh.readers.grids.pages.columns import Columns
from suluh.readers.grids.pages.headings import DAY, FURNITURE, MARK, is_sum
from suluh.readers.grids.pages.words import Line, Word

_STEP = 2.6
"""Sizes of the font between two lines of one row."""

_SUMS = re.compile(
    r"(?:saldo|total|jumlah|mutasi|opening|closing|ending|starting|beginning|previous|grand total)\b.{0,40}?[:=]",
    re.IGNORECASE,
)
_FULL = 0.63
"""Part of a column's width from which on a line of text may go on in the next."""

_BROKEN, _FORCED = 4, 0.9
"""Lines of a column that another one follows from which on it is known how they break, and how many must be full."""

_NEARLY = 0.85
"""Part of the longest line that is full where lines are known to break so: programs count signs, not points."""

_LONGEST = 400
_FIRST, _UNEVEN = 1.7, 0.12
"""Sizes of the font from the first line of a table to its first sum; and by which two steps must differ."""

_TIMES = re.compile(
    r"[-/:.,|]|wib|wita|wit|[ap]m|pukul|jam|(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|nop|des|dec)"
    r"[a-z]{0,7}\.?,?|(?:sen|sel|rab|kam|jum|sab|min|mon|tue|wed|thu|fri|sat|sun)[a-z']{0,6},?",
    re.IGNORECASE,
)


class Placed(NamedTuple):
    """A line with its number on its page, and its cells under a heading."""

    page: int
    number: int
    line: Line
    cells: tuple[str, ...]
    columns: Columns


class Group(NamedTuple):
    """The lines of one row."""

    lines: tuple[Placed, ...]
    cells: tuple[str, ...]


def placed(page: int, number: int, line: Line, columns: Columns) -> Placed:
    """A line under a heading."""
    return Placed(page, number, line, columns.split(line), columns)


def is_booking(one: Placed, columns: Columns) -> bool:
    """Whether a line holds a sum under a heading of sums."""
    return any(
        _is_amount(cell)
        for cell, kinds in zip(one.cells, columns.kinds, strict=True)
        if cell and kinds & {"sum", "balance"}
    )


def is_dated(one: Placed, columns: Columns) -> bool:
    """Whether a line begins a day in a column of days."""
    return any(DAY.match(cell) for cell, kinds in zip(one.cells, columns.kinds, strict=True) if "day" in kinds)


def is_stray(one: Placed, columns: Columns) -> bool:
    """Whether a line is no part of a row: of the page, a sum of the whole statement, or a text across the columns."""
    text = one.line.text[:_LONGEST]
    if FURNITURE.search(text) or _SUMS.match(text):
        return True
    if any(
        cell and not _is_dayish(cell) for cell, kinds in zip(one.cells, columns.kinds, strict=True) if "day" in kinds
    ):
        return True
    return any(
        not all(is_sum(word) or MARK.fullmatch(word) for word in cell.split())
        for cell, kinds in zip(one.cells, columns.kinds, strict=True)
        if cell and kinds & {"sum", "balance"} and not kinds & {"text", "day", "other"}
    )


def _is_dayish(cell: str) -> bool:
    """Whether the words of a cell may all be of a day or a time."""
    return all(any(map(str.isdigit, word)) or _TIMES.fullmatch(word) for word in cell.split())


def _is_amount(cell: str) -> bool:
    """Whether a cell is a sum with nothing but its marks beside it."""
    words = cell.split()
    return any(is_sum(word) for word in words) and all(is_sum(word) or MARK.fullmatch(word) for word in words)


def is_centred(stretches: Sequence[Sequence[Placed]]) -> bool:
    """Whether rows stand around the line of their sum: lines above a sum are nearer to it than to what is above them.

    Where rows are aligned at their tops, a line above a sum is the last of the row before.
    """
    near = far = 0
    for lines in stretches:
        booked = [at for at, one in enumerate(lines) if is_booking(one, one.columns)]
        for at in booked:
            if at == 0 or (at - 1) in booked or is_stray(lines[at - 1], lines[at].columns):
                continue
            size = lines[at].line.size
            gap = lines[at].line.base - lines[at - 1].line.base
            before = lines[at - 1].line.base - lines[at - 2].line.base if at > 1 else None
            if at == booked[0] and at == 1:
                near += gap <= _FIRST * size
            elif before is not None and gap < before - _UNEVEN * size:
                near += 1
            elif before is not None and gap > before + _UNEVEN * size:
                far += 1
    return near > far / 4 and near > 0


def shared(lines: Sequence[Placed], *, centred: bool) -> int:
    """How many of the lines between two bookings belong to the upper one; the first and last line are the bookings.

    Where rows are aligned at their tops all of them do. Where they are centred the widest gap parts two rows.
    """
    if not centred:
        return len(lines) - 2
    gaps = [after.line.base - before.line.base for before, after in pairwise(lines)]
    widest = max(gaps)
    if widest - min(gaps) < 0.12 * lines[0].line.size:
        return (len(lines) - 2) // 2
    return gaps.index(widest)


def goes_on(before: Placed, one: Placed) -> bool:
    """Whether a line stands close enough below another one to belong to it; over the end of a page it may."""
    if before.page != one.page:
        return True
    return one.line.base - before.line.base <= _STEP * max(before.line.size, one.line.size)


class Reach(NamedTuple):
    """How far the words of one column reach, over all rows of a table, and where the next column begins."""

    left: float
    right: float
    end: float
    wraps: bool = False
    """Whether its lines break where the next word has no room: then a short line goes on as well."""


def reaches(stretches: Sequence[Sequence[Placed]], columns: Columns) -> tuple[Reach, ...]:
    """The reach of each column."""
    lefts, rights = [float("inf")] * len(columns.kinds), [0.0] * len(columns.kinds)
    for one in (one for lines in stretches for one in lines if not is_stray(one, columns)):
        for word in one.line.words:
            at = columns.column(word)
            lefts[at], rights[at] = min(lefts[at], word.left), max(rights[at], word.right)
    ends = (*columns.starts, rights[-1] if rights else 0.0)
    found = [Reach(*one) for one in zip(lefts, rights, ends, strict=True)]
    return tuple(one._replace(wraps=_wraps(stretches, columns, at, one)) for at, one in enumerate(found))


def _wraps(stretches: Sequence[Sequence[Placed]], columns: Columns, at: int, reach: Reach) -> bool:
    """Whether nearly every line of a column that another one follows in its row had no room for the next word."""
    if "text" not in columns.kinds[at]:
        return False
    broken = forced = 0
    for one, two in (pair for lines in stretches for pair in pairwise(lines)):
        if is_booking(two, columns) or is_stray(two, columns) or not goes_on(one, two):
            continue
        before, after = ([word for word in part.line.words if columns.column(word) == at] for part in (one, two))
        if before and after:
            broken += 1
            forced += _is_wrapped(before, after, reach)
    return broken >= _BROKEN and forced >= _FORCED * broken


def group(lines: Sequence[Placed], columns: Columns, reach: Sequence[Reach]) -> Group:
    """Lines as one row: each column's parts below each other joined."""
    if len(lines) == 1:
        return Group(tuple(lines), lines[0].cells)
    cells = []
    for at, kinds in enumerate(columns.kinds):
        parts = [(one, one.cells[at]) for one in lines if one.cells[at]]
        is_text = "text" in kinds and not kinds & {"sum", "balance", "day"}
        cells.append(_joined(parts, at, reach[at] if is_text else None))
    return Group(tuple(lines), tuple(cells))


def _joined(parts: Sequence[tuple[Placed, str]], at: int, reach: Reach | None) -> str:
    """The parts of one cell: words go on where the next one found no room in its line; else a further part begins."""
    found = ""
    before: list[Word] = []
    for one, cell in parts:
        words = [word for word in one.line.words if one.columns.column(word) == at]
        goes_on = reach is None or (_is_full(before, words, reach) and found[-1:].isalpha() and cell[:1].isalpha())
        found += (" " if goes_on else "\n") + cell if found else cell
        before = words
    return found


def _is_full(before: Sequence[Word], after: Sequence[Word], reach: Reach) -> bool:
    """Whether the first word of a line had no room in the line above it, and is no name of a number behind it."""
    if not before or not after:
        return False
    if len(after) > 1 and any(map(str.isdigit, after[1].text)):
        return False
    if reach.wraps:
        return _is_wrapped(before, after, reach)
    filled = before[-1].right - reach.left
    return _has_no_room(before, after, reach) and filled >= _FULL * (reach.end - reach.left)


def _is_wrapped(before: Sequence[Word], after: Sequence[Word], reach: Reach) -> bool:
    """Whether a line goes on from one that was nearly full, at the left edge of the column."""
    return after[0].left - reach.left < after[0].size and _has_no_room(before, after, reach, _NEARLY)


def _has_no_room(before: Sequence[Word], after: Sequence[Word], reach: Reach, part: float = 1.0) -> bool:
    """Whether the first word of a line would have reached beyond every line of its column in the line above."""
    wide = after[0].right - after[0].left
    blank = wide / max(len(after[0].text), 1) / 2
    return before[-1].right - reach.left + blank + wide > part * (reach.right - reach.left)
