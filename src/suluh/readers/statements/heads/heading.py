# SPDX-License-Identifier: Apache-2.0
"""Finds the line or lines that name the columns of a table."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from suluh.readers.statements.amounts import take_apart
from suluh.readers.statements.dates import written_day
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.statements.heads.lexicon import plain, role_of
from suluh.readers.statements.profile import Profile

WITHIN = 100
"""Rows in which a heading is looked for."""

MONEY = frozenset({"amount", "debit", "credit"})
_DEEP = 3
"""Rows that one heading may go over."""

_DIGITS = 3
_LEAST = 3
"""Columns that must be known by their words."""

_SAID = re.compile(r"\w ?: ?\S")
"""A label with its value."""


class Heading(NamedTuple):
    """The rows that name the columns, and the names joined from above to below."""

    first: int
    """Index of its first row in the grid."""

    last: int
    names: tuple[str, ...]


class Candidate(NamedTuple):
    """Rows that may be a heading, with its names made plain."""

    heading: Heading
    plain: frozenset[str]


def candidates(grid: Grid) -> tuple[Candidate, ...]:
    """Everything among the first rows that may be a heading."""
    found = _candidates(grid.rows[:WITHIN])
    return tuple(Candidate(one, frozenset(map(plain, one.names))) for one in found)


def known(tried: Sequence[Candidate], profile: Profile) -> Heading | None:
    """The heading of a profile: all its words stand there, whatever stands beside them."""
    wanted = _wanted(profile.header) if tried else ()
    return next((one.heading for one in tried if all(either & one.plain for either in wanted)), None)


@lru_cache(maxsize=1000)
def _wanted(header: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The words of a profile, each with those that may stand in its place, made plain once for all files."""
    return tuple(frozenset(map(plain, heading.split("|"))) for heading in header)


def by_words(tried: Sequence[Candidate]) -> Heading | None:
    """The first heading whose words name a day, money and one column more."""
    best: Heading | None = None
    alone = {one.first: _worth(one) for one, _ in tried if one.first == one.last}
    for one, _ in tried:
        if best is not None and one.first > best.first:
            return best
        worth = _worth(one)
        # A row above that adds nothing is no part of the heading.
        adds = one.first == one.last or worth > alone.get(one.last, 0)
        if worth and adds and (best is None or worth > _worth(best)):
            best = one
    return best


def _candidates(rows: Sequence[Row]) -> Iterator[Heading]:
    """Every row that may be a heading, and the rows joined that may be one together."""
    may = [_names(row) for row in rows]
    for first, row in enumerate(rows):
        if not may[first]:
            continue
        yield Heading(first, first, row.cells)
        names = list(row.cells)
        for last in range(first + 1, min(first + _DEEP, len(rows))):
            below = rows[last].cells
            if not (may[last] or (len(below) == len(row.cells) > 1 and _is_worded(below))):
                break
            names += [""] * (len(below) - len(names))
            names = [f"{name} {below[at]}".strip() if at < len(below) else name for at, name in enumerate(names)]
            yield Heading(first, last, tuple(names))


def _names(row: Row) -> bool:
    """Whether a row may name columns: it has words, and no day and no amount."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) < 2 or any(map(_SAID.search, filled)):  # noqa: PLR2004 # one word names no table
        return False
    return not any(
        _has_digit(cell) and (_many_digits(cell) or written_day(cell) or take_apart(cell)) for cell in filled
    )


def _many_digits(cell: str) -> bool:
    """A name of a column holds no long number."""
    return sum(map(str.isdigit, cell)) > _DIGITS


def _is_worded(cells: Sequence[str]) -> bool:
    """Whether a row has words and no number: the second row of a heading may name one column alone."""
    return any(cells) and not any(map(_has_digit, cells))


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def _worth(one: Heading) -> int:
    """How many columns the words name; nothing where no day or no money is named."""
    roles = {role.name for name in one.names if (role := role_of(name))}
    if not ({"date", "time", "value_date"} & roles and MONEY & roles) or len(roles) < _LEAST:
        return 0
    return len(roles) + 2 * ("debit" in roles and "credit" in roles)
