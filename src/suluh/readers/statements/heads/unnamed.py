# SPDX-License-Identifier: Apache-2.0
"""Finds a table by its rows alone, whatever its heading says, or where it has none."""

from collections.abc import Sequence

from suluh.readers.statements.amounts import take_apart
from suluh.readers.statements.dates import written_day
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.statements.heads.heading import WITHIN, Heading

_LEAST = 6
"""Rows one below the other that hold a day and a number."""

_TABLE = 3
"""Columns of the narrowest table."""

_SUMS = 2
_ABOVE = 3
"""Rows above the first booking among which the heading is looked for: an opening balance may stand between."""


def by_content(grid: Grid) -> Heading | None:
    """The names above rows that all have a day and a number, or empty names where nothing names them."""
    rows = grid.rows
    first = next((at for at in range(min(WITHIN, len(rows))) if _begins(rows[at : at + _LEAST])), None)
    if first is None:
        return None
    width = len(rows[first].cells)
    for at in range(first - 1, max(first - 1 - _ABOVE, -1), -1):
        cells = rows[at].cells
        if len(cells) == width and sum(map(bool, cells)) >= _TABLE and not any(map(_is_figure, filter(None, cells))):
            return Heading(at, at, cells)
    return Heading(first, first - 1, ("",) * width)


def _begins(rows: Sequence[Row]) -> bool:
    """Whether a table's bookings begin here: some rows of one width, each with a day and a number."""
    if len(rows) < _LEAST or len(rows[0].cells) < _TABLE:
        return False
    if not all(len(one.cells) == len(rows[0].cells) for one in rows) or not _is_booking(rows[0].cells):
        return False
    day = next(at for at, cell in enumerate(rows[0].cells) if written_day(cell))
    return all(_is_booking(one.cells) or (not one.cells[day] and _goes_on(one.cells)) for one in rows)


def _is_booking(cells: Sequence[str]) -> bool:
    numbers = [cell for cell in cells if any(map(str.isdigit, cell))]
    days = [cell for cell in numbers if written_day(cell)]
    return bool(days) and any(take_apart(cell) for cell in numbers if cell not in days)


def _goes_on(cells: Sequence[str]) -> bool:
    """Whether a row holds a sum and a balance, and its day is that of the row above."""
    return sum(any(map(str.isdigit, cell)) and take_apart(cell) is not None for cell in cells) >= _SUMS


def _is_figure(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and (take_apart(cell) is not None or written_day(cell) is not None)
