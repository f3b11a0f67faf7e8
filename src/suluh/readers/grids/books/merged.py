# SPDX-License-Identifier: Apache-2.0
"""Merged cells of a sheet: columns that a heading spans become one, a day that spans several rows stands in each."""

import re
from collections.abc import Sequence
from typing import NamedTuple

Cells = list[str]
_HEADINGS = 4
"""Filled cells of a row that may be a heading; a merged title stands alone."""

_MOST_COLUMNS = 200
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[-/. ](?:\d{1,2}|[^\W\d_]{3,})")
_DIGIT = re.compile(r"\d")


class Range(NamedTuple):
    """Merged cells: first and last row and column, counted from 0, all within."""

    top: int
    left: int
    bottom: int
    right: int


def ranges(found: Sequence[tuple[tuple[int, int], tuple[int, int]]] | None) -> list[Range]:
    """Merged ranges as calamine gives them, in their order from the top."""
    return sorted(Range(*start, *end) for start, end in found or ())


def settle(rows: list[Cells], merged: Sequence[Range]) -> list[Cells]:
    """The rows of a sheet as if nothing in it were merged."""
    for one in merged:
        if one.bottom > one.top and one.bottom < len(rows):
            _down(rows, one)
    groups = _groups(rows, merged)
    return [_joined(row, groups) for row in rows] if groups else rows


def _down(rows: list[Cells], one: Range) -> None:
    """A day that is written once for several rows; sums are never written twice."""
    cells = rows[one.top]
    value = cells[one.left] if one.left < len(cells) else ""
    if not _DAY.match(value):
        return
    for row in rows[one.top + 1 : one.bottom + 1]:
        if one.left < len(row) and not row[one.left] and any(_DIGIT.search(cell) for cell in row):
            row[one.left] = value


def _groups(rows: list[Cells], merged: Sequence[Range]) -> list[tuple[int, int]]:
    """Columns that belong together: spanned by one heading, and in no row holding two values."""
    found: dict[int, int] = {}
    for one in merged:
        wide = one.right - one.left
        if not wide or one.bottom > one.top + 1 or one.right >= _MOST_COLUMNS or one.top >= len(rows):
            continue
        if sum(map(bool, rows[one.top])) >= _HEADINGS:
            found[one.left] = max(found.get(one.left, 0), one.right)
    groups: list[tuple[int, int]] = []
    for left, right in sorted(found.items()):
        apart = not groups or left > groups[-1][1]
        if apart and all(sum(map(bool, row[left : right + 1])) < 2 for row in rows):  # noqa: PLR2004 # one value a row
            groups.append((left, right))
    return groups


def _joined(row: Cells, groups: Sequence[tuple[int, int]]) -> Cells:
    """A row with one cell for each group."""
    cells: Cells = []
    at = 0
    for left, right in groups:
        cells += row[at:left]
        cells.append("".join(row[left : right + 1]))
        at = right + 1
    return cells + row[at:]
