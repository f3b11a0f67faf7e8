# SPDX-License-Identifier: Apache-2.0
"""Lines of a page below a heading, put together to rows: a booking and the lines around it that belong to it."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from suluh.readers.grids.pages.columns import Columns
from suluh.readers.grids.pages.headings import DAY, FURNITURE, MARK, is_sum
from suluh.readers.grids.pages.words import Line, Word

_STEP = 2.6
"""Sizes of the font between two lines of one row."""

_FULL = 0.85
"""Part of a column's width from which on a line of text is taken to go on in the next."""

_SUMS = re.compile(
    r"(?:saldo|total|jumlah|mutasi|opening|closing|ending|starting|beginning|previous|grand total)\b.{0,40}?[:=]",
    re.IGNORECASE,
)
_LONGEST = 400


class Placed(NamedTuple):
    """A line with its number on its page, and its cells under a heading."""

    page: int
    number: int
    line: Line
    cells: tuple[str, ...]


class Group(NamedTuple):
    """The lines of one row."""

    lines: tuple[Placed, ...]
    cells: tuple[str, ...]


def placed(page: int, number: int, line: Line, columns: Columns) -> Placed:
    """A line under a heading."""
    return Placed(page, number, line, columns.split(line))


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
    return any(
        not all(is_sum(word) or MARK.fullmatch(word) for word in cell.split())
        for cell, kinds in zip(one.cells, columns.kinds, strict=True)
        if cell and kinds & {"sum", "balance"} and not kinds & {"text", "day", "other"}
    )


def _is_amount(cell: str) -> bool:
    """Whether a cell is a sum with nothing but its marks beside it."""
    words = cell.split()
    return any(is_sum(word) for word in words) and all(is_sum(word) or MARK.fullmatch(word) for word in words)


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


def group(lines: Sequence[Placed], columns: Columns) -> Group:
    """Lines as one row: each column's parts below each other joined."""
    if len(lines) == 1:
        return Group(tuple(lines), lines[0].cells)
    edges = _edges(lines, columns)
    cells = []
    for at, kinds in enumerate(columns.kinds):
        parts = [(one, one.cells[at]) for one in lines if one.cells[at]]
        is_text = "text" in kinds and not kinds & {"sum", "balance", "day"}
        cells.append(_joined(parts, columns, at, edges[at] if is_text else None))
    return Group(tuple(lines), tuple(cells))


def _joined(parts: Iterable[tuple[Placed, str]], columns: Columns, at: int, edge: tuple[float, float] | None) -> str:
    """The parts of one cell: words go on after a line that fills its column; else a further part begins."""
    found = ""
    full = True
    for one, cell in parts:
        goes_on = edge is None or (full and found[-1:].isalpha() and cell[:1].isalpha())
        found += (" " if goes_on else "\n") + cell if found else cell
        full = edge is None or _right(one.line, columns, at) >= edge[0] + _FULL * (edge[1] - edge[0])
    return found


def _edges(lines: Sequence[Placed], columns: Columns) -> list[tuple[float, float]]:
    """Where the words of each column begin, and where it ends."""
    lefts, rights = [0.0] * len(columns.kinds), [*columns.starts, 0.0]
    for word in (word for one in lines for word in one.line.words):
        at = columns.column(word)
        lefts[at] = min(lefts[at] or word.left, word.left)
        if at == len(columns.starts):
            rights[at] = max(rights[at], word.right)
    return list(zip(lefts, rights, strict=True))


def _right(line: Line, columns: Columns, at: int) -> float:
    words: list[Word] = [word for word in line.words if columns.column(word) == at]
    return max((word.right for word in words), default=0.0)
