# SPDX-License-Identifier: Apache-2.0
"""Gives columns their roles by arithmetic alone, whatever their headings say: amounts are the steps of the balance."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from typing import Literal

from suluh.readers.statements.amounts import STYLES, is_nothing, read, take_apart
from suluh.readers.statements.dates import written_day
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.content import SAMPLE, Column, columns
from suluh.readers.statements.heads.heading import WITHIN, Heading

Places = dict[str, tuple[int, ...]]
Values = list[int | None]

_LEAST = 5
"""Steps of a balance that must be found again in the amounts."""

_MOST = 6
"""Columns of numbers that are tried."""

_SHARE = 0.8
_TABLE = 3
"""Columns of the narrowest table."""


def by_content(grid: Grid) -> Heading | None:
    """The row above rows that all have a day and a number, where nothing in it is one itself."""
    rows = grid.rows
    for first, row in enumerate(rows[:WITHIN]):
        below = [one.cells for one in rows[first + 1 : first + 1 + _LEAST + 1]]
        if len(below) <= _LEAST or sum(map(bool, row.cells)) < _TABLE:
            continue
        is_even = all(len(cells) == len(row.cells) for cells in below[1:])
        if is_even and not _is_booking(row.cells) and all(map(_is_booking, below[1:])):
            return Heading(first, first, row.cells)
    return None


def _is_booking(cells: Sequence[str]) -> bool:
    numbers = [cell for cell in cells if any(map(str.isdigit, cell))]
    days = [cell for cell in numbers if written_day(cell)]
    return bool(days) and any(take_apart(cell) for cell in numbers if cell not in days)


def roles(grid: Grid, heading: Heading) -> Places:
    """The columns of day, time, text, amounts and balance under which the balances follow; empty where none do."""
    width = len(heading.names)
    rows = [row.cells for row in grid.rows[heading.last + 1 : heading.last + 1 + SAMPLE] if len(row.cells) == width]
    content = columns(rows, width)
    days = [at for at, one in enumerate(content) if one.is_days and one.filled >= _SHARE * len(rows)]
    if not days:
        return {}
    booked = [cells for cells in rows if cells[days[0]]]
    money = _steps(booked, _numbers(content, days[0]))
    if not money:
        return {}
    taken = {at for several in money.values() for at in several} | {days[0]}
    return {"date": (days[0],), **money, **_rest(content, taken)}


def _numbers(content: Sequence[Column], day: int) -> list[int]:
    """Columns of numbers that are no count of the rows and not one number again and again."""
    fits = [at for at, one in enumerate(content) if at != day and one.is_amounts and not one.rising and one.kinds > 1]
    return fits[:_MOST]


def _steps(rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> Places:
    """The one choice of columns under which each balance follows from the one before; empty for none or several."""
    signed = {at: {style: _values(rows, at, style) for style in STYLES} for at in numbers}
    found: list[tuple[int, Places]] = []
    for style in STYLES:
        values = {at: signed[at][style] for at in numbers}
        for balance in numbers:
            others = [at for at in numbers if at != balance]
            for turned in (False, True):
                found += _fits(values, balance, others, turned=turned)
    if not found:
        return {}
    most = max(score for score, _ in found)
    best = [places for score, places in found if score == most]
    return best[0] if all(one == best[0] for one in best) else {}


def _fits(
    values: dict[int, Values], balance: int, others: Sequence[int], *, turned: bool
) -> Iterator[tuple[int, Places]]:
    """Each choice of columns beside one balance that explains most of its steps, with how many it explains."""
    steps = _differences(values[balance], turned=turned)
    known = sum(step is not None for step in steps)
    if known < _LEAST:
        return
    for at in others:
        right = sum(
            step is not None and one is not None and abs(step) == abs(one) != 0
            for step, one in zip(steps, values[at], strict=True)
        )
        if right >= max(_LEAST, _SHARE * known):
            yield 2 * right, {"amount": (at,), "balance": (balance,)}
    for debit, credit in permutations(others, 2):
        pairs = zip(steps, values[debit], values[credit], strict=True)
        right = sum(
            step is not None
            and (one is None or two is None or one * two == 0)
            and step == abs(two or 0) - abs(one or 0) != 0
            for step, one, two in pairs
        )
        both = any(values[debit]) and any(values[credit])
        if both and right >= max(_LEAST, _SHARE * known):
            yield 2 * right + 1, {"debit": (debit,), "credit": (credit,), "balance": (balance,)}


def _differences(balances: Values, *, turned: bool) -> Values:
    """What each row did to the balance, where the balance of the row before is known."""
    lines = balances[::-1] if turned else balances
    steps: Values = [None]
    steps += [None if one is None or two is None else two - one for one, two in pairwise(lines)]
    return steps[::-1] if turned else steps


def _values(rows: Sequence[Sequence[str]], at: int, style: Literal[".", ","]) -> Values:
    found: Values = []
    for cells in rows:
        written = None if is_nothing(cells[at]) else take_apart(cells[at])
        value = read(written.number, style, "IDR") if written else None
        found.append(-value if value is not None and written and written.negative else value)
    return found


def _rest(content: Sequence[Column], taken: set[int]) -> Places:
    """The time, the mark of the side and the text, among the columns that are left."""
    left = [at for at in range(len(content)) if at not in taken]
    found: Places = {}
    clocks = [at for at in left if content[at].is_clocks]
    marks = [at for at in left if content[at].is_marks or (content[at].kinds == 2 and not content[at].is_amounts)]  # noqa: PLR2004 # two sides
    worded = sorted(
        (at for at in left if content[at].is_worded and at not in marks), key=lambda at: (-content[at].kinds, at)
    )
    if clocks:
        found["time"] = (clocks[0],)
    if marks:
        found["direction"] = (marks[0],)
    if worded:
        found["text"] = (worded[0],)
    return found
