# SPDX-License-Identifier: Apache-2.0
"""Finds a table by its rows alone, whatever its heading says, or where it has none."""

import re
from collections.abc import Sequence

from suluh.model.money import DIGITS
from suluh.readers.statements.amounts import is_nothing, take_apart
from suluh.readers.statements.dates import clock, written_day
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.statements.heads.content import SAMPLE, columns
from suluh.readers.statements.heads.heading import WITHIN, Heading

_LEAST = 6
"""Rows one below the other that hold a day and a number."""

_RUN = 3
"""So many are enough where each holds a day, a word and a sum with its fraction in four columns or more."""

_FEW = 2
"""So many are enough where they are the whole file, and the number is a sum with its fraction."""

_TABLE = 3
"""Columns of the narrowest table."""

_SUMS = _SIDES = 2
_ACCOUNT = re.compile(r"[A-Z]{0,2}(?:\d[ -]?){8,32}")
_FRACTION = re.compile(r"[.,]\d{1,2}$")
_ABOVE = 3
"""Rows above the first booking among which the heading is looked for: an opening balance may stand between."""


def by_content(grid: Grid) -> Heading | None:
    """The names above rows that all have a day and a number, or empty names where nothing names them."""
    rows = grid.rows
    first = next((at for at in range(min(WITHIN, len(rows))) if _begins(rows[at : at + _LEAST])), None)
    if first is None:
        first = 0 if _is_all(rows) else _short(rows)
    if first is None:
        return None
    width = len(rows[first].cells)
    for at in range(first - 1, max(first - 1 - _ABOVE, -1), -1):
        cells = rows[at].cells
        if len(cells) == width and sum(map(bool, cells)) >= _TABLE and not any(map(_is_figure, filter(None, cells))):
            return Heading(at, at, cells)
    return Heading(first, first - 1, ("",) * width)


def by_kind(grid: Grid, heading: Heading) -> dict[str, tuple[int, ...]]:
    """The roles of nameless columns by what stands in them; several that hold sums are all of them the amount's."""
    width = len(heading.names)
    rows = [row.cells for row in grid.rows[heading.last + 1 : heading.last + 1 + SAMPLE] if len(row.cells) == width]
    content = columns(rows, width)
    same = {at: {row[at].upper() for row in rows if row[at]} for at in range(width)}
    days = [at for at, one in enumerate(content) if one.is_days]
    money = [at for at in range(width) if same[at] and same[at] <= DIGITS.keys()]
    own = [at for at in range(width) if len(same[at]) == 1 and _ACCOUNT.fullmatch(next(iter(same[at])))]
    taken = {*days, *money, *own}
    sums = [at for at, one in enumerate(content) if at not in taken and one.is_amounts and _are_sums(rows, at)]
    if not days or not sums:
        return {}
    marks = [at for at, one in enumerate(content) if one.is_marks and one.kinds == _SIDES]
    words = [at for at, one in enumerate(content) if one.is_worded and at not in {*taken, *marks}]
    found = {"date": days, "value_date": days[1:], "currency": money}
    found |= {"account": own if len(own) == 1 else []}
    found |= {"direction": marks if len(marks) == 1 else []}
    several = {"amount": tuple(sums)} | ({"text": tuple(words)} if words else {})
    return {role: (at[0],) for role, at in found.items() if at} | several


def _are_sums(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column holds sums with a fraction, and no numbers of another thing."""
    written = [one for row in rows if not is_nothing(row[at]) and (one := take_apart(row[at]))]
    return bool(written) and all(_FRACTION.search(one.number) for one in written)


def _begins(rows: Sequence[Row]) -> bool:
    """Whether a table's bookings begin here: some rows of one width, each with a day and a number."""
    if len(rows) < _LEAST or len(rows[0].cells) < _TABLE:
        return False
    if not all(len(one.cells) == len(rows[0].cells) for one in rows) or not _is_booking(rows[0].cells):
        return False
    day = next(at for at, cell in enumerate(rows[0].cells) if written_day(cell))
    return all(_is_booking(one.cells) or (not one.cells[day] and _goes_on(one.cells)) for one in rows)


def _is_all(rows: Sequence[Row]) -> bool:
    """Whether a short file has nothing but rows of a day, words and a sum with its fraction."""
    some = [row.cells for row in rows if any(row.cells)]
    return _FEW <= len(some) < _LEAST and all(len(cells) == len(some[0]) and _is_whole(cells) for cells in some)


def _short(rows: Sequence[Row]) -> int | None:
    """Where a few rows begin that all have a day, words and sums with fractions."""
    some = range(min(WITHIN, len(rows) - _RUN + 1))
    return next((at for at in some if _are_alike([row.cells for row in rows[at : at + _RUN]])), None)


def _are_alike(rows: Sequence[Sequence[str]]) -> bool:
    return len(rows[0]) > _TABLE and all(len(cells) == len(rows[0]) and _is_whole(cells) for cells in rows)


def _is_whole(cells: Sequence[str]) -> bool:
    """Whether a row has a day, a word and a sum with its fraction, which is no time of the day."""
    sums = [one for cell in cells if clock(cell) is None and (one := take_apart(cell)) and written_day(cell) is None]
    worded = any(sum(map(str.isalpha, cell)) >= _TABLE for cell in cells if written_day(cell) is None)
    return worded and _is_booking(cells) and any(_FRACTION.search(one.number) for one in sums)


def _is_booking(cells: Sequence[str]) -> bool:
    numbers = [cell for cell in cells if any(map(str.isdigit, cell))]
    days = [cell for cell in numbers if written_day(cell)]
    return bool(days) and any(take_apart(cell) for cell in numbers if cell not in days)


def _goes_on(cells: Sequence[str]) -> bool:
    """Whether a row holds a sum and a balance, and its day is that of the row above."""
    return sum(any(map(str.isdigit, cell)) and take_apart(cell) is not None for cell in cells) >= _SUMS


def _is_figure(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and (take_apart(cell) is not None or written_day(cell) is not None)
