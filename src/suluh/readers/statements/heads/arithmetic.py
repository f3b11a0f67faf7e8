# SPDX-License-Identifier: Apache-2.0
"""Gives columns their roles by arithmetic alone, whatever their headings say: amounts are the steps of the balance."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from typing import Literal

from suluh.model.money import DIGITS, NO_CURRENCY
from suluh.readers.statements.amounts import STYLES, is_nothing, read, take_apart
from suluh.readers.statements.dates import ORDERS, under, written_day
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.content import SAMPLE, Column, columns
from suluh.readers.statements.heads.heading import Heading

Places = dict[str, tuple[int, ...]]
Values = list[int | None]

STEPS = 5
"""Steps of a balance that must be found again in the amounts."""

_MOST = 6
"""Columns of numbers that are tried."""

_SHARE = 0.8
_DATED = 0.3
"""Of a few rows several may be balances, which need no day; and a day may stand on the first of its rows alone."""

_FEW = 2
"""What a column that says a side, or the same of every row, has at most of different cells."""


def roles(grid: Grid, heading: Heading) -> Places:
    """The columns of day, time, text, amounts and balance under which the balances follow; empty where none do."""
    width = len(heading.names)
    rows = [row.cells for row in grid.rows[heading.last + 1 : heading.last + 1 + SAMPLE] if len(row.cells) == width]
    content = columns(rows, width)
    days = [at for at, one in enumerate(content) if one.is_days and one.filled >= _DATED * len(rows)]
    if not days:
        return {}
    booked = [cells for cells in rows if cells[days[0]] or sum(map(bool, cells)) > _FEW]
    money = _steps(booked, _numbers(content, days[0]), _turns(booked, days[0]))
    if not money:
        return {}
    taken = {at for several in money.values() for at in several} | set(days)
    more = {"value_date": (days[1],)} if len(days) > 1 else {}
    rest = _rest(content, booked, taken)
    if "direction" in rest and not _says_side(booked, rest["direction"][0], money["balance"][0]):
        del rest["direction"]
    return {"date": (days[0],), **more, **money, **rest}


def _says_side(rows: Sequence[Sequence[str]], mark: int, balance: int) -> bool:
    """Whether the words of a column go with the sides of the steps, from above or from below."""
    rising = steps(rows, balance)
    falling = [None if one is None else -one for one in [*rising[1:], None]]
    return any(_goes_with(rows, mark, went) for went in (rising, falling))


def _goes_with(rows: Sequence[Sequence[str]], mark: int, went: Values) -> bool:
    pairs = [(row[mark], step > 0) for row, step in zip(rows, went, strict=True) if step and row[mark]]
    usual = {
        word: 2 * sum(side for one, side in pairs if one == word) > sum(one == word for one, _ in pairs)
        for word, _ in pairs
    }
    return sum(usual[word] == side for word, side in pairs) >= _SHARE * len(pairs) and len(set(usual.values())) > 1


def steps(rows: Sequence[Sequence[str]], balance: int) -> Values:
    """What each row did to the balance, under the sign before the fraction by which most of it can be read."""
    tried = [_values(rows, balance, style) for style in STYLES]
    return _differences(max(tried, key=lambda values: sum(one is not None for one in values)), turned=False)


def _numbers(content: Sequence[Column], day: int) -> list[int]:
    """Columns of numbers that are no count of the rows and not one number again and again."""
    fits = [at for at, one in enumerate(content) if at != day and one.is_amounts and not one.rising and one.kinds > 1]
    return fits[:_MOST]


def _different(values: dict[int, Values]) -> list[int]:
    """Columns of which each says something else: a balance may stand there twice."""
    return [at for at in values if not any(before < at and values[before] == values[at] for before in values)]


def _turns(rows: Sequence[Sequence[str]], day: int) -> tuple[bool, ...]:
    """Whether the newest row may stand first, by the turn of the days: a balance before each row reads backwards."""
    written = [one for row in rows if row[day] and (one := written_day(row[day]))]
    found: set[tuple[bool, bool]] = set()
    for order in ORDERS:
        days = [parts for one in written if (parts := under(one, order))]
        if len(days) == len(written):
            pairs = list(pairwise(days))
            found.add((any(one < two for one, two in pairs), any(one > two for one, two in pairs)))
    return (False,) if found == {(True, False)} else (True,) if found == {(False, True)} else (False, True)


def _steps(rows: Sequence[Sequence[str]], numbers: Sequence[int], turns: Sequence[bool]) -> Places:
    """The one choice of columns under which each balance follows from the one before; empty for none or several."""
    signed = {at: {style: _values(rows, at, style) for style in STYLES} for at in numbers}
    found: list[tuple[int, Places]] = []
    for style in STYLES:
        values = {at: signed[at][style] for at in numbers}
        apart = _different(values)
        for balance in apart:
            others = [at for at in apart if at != balance]
            for turned in turns:
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
    if known < STEPS:
        return
    for at in others:
        right = sum(
            step is not None and one is not None and abs(step) == abs(one) != 0
            for step, one in zip(steps, values[at], strict=True)
        )
        if right >= max(STEPS, _SHARE * known):
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
        if both and right >= max(STEPS, _SHARE * known):
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
        value = read(written.number, style, NO_CURRENCY) if written else None
        found.append(-value if value is not None and written and written.negative else value)
    return found


def _rest(content: Sequence[Column], rows: Sequence[Sequence[str]], taken: set[int]) -> Places:
    """The time, the mark of the side, the currency and all columns of words, among those that are left."""
    left = [at for at in range(len(content)) if at not in taken and content[at].filled]
    found: Places = {}
    clocks = [at for at in left if content[at].is_clocks]
    money = [at for at in left if {row[at].upper() for row in rows if row[at]} <= DIGITS.keys()]
    marks = [at for at in left if content[at].is_marks or (content[at].kinds == _FEW and not content[at].is_amounts)]
    worded = [at for at in left if content[at].is_worded and not content[at].is_marks]
    words = [at for at in worded if content[at].kinds > _FEW] or worded
    for role, fits in (("time", clocks), ("currency", money), ("direction", marks)):
        free = [at for at in fits if (at,) not in found.values()]
        if free:
            found[role] = (free[0],)
    if words:
        found["text"] = tuple(words)
    return found
