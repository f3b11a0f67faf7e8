# SPDX-License-Identifier: Apache-2.0
"""Finds the line or lines that name the columns of a table."""

import re
from collections.abc import Iterator, Sequence
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


def known(grid: Grid, profile: Profile) -> Heading | None:
    """The heading of a profile in one of the first rows: all its words stand there, whatever stands beside them."""
    wanted = {plain(heading) for heading in profile.header}
    return next((one for one in _candidates(grid.rows[:WITHIN]) if wanted <= set(map(plain, one.names))), None)


def by_words(grid: Grid) -> Heading | None:
    """The first heading whose words name a day, money and one column more."""
    best: Heading | None = None
    for one in _candidates(grid.rows[:WITHIN]):
        if best is not None and one.first > best.first:
            return best
        if _worth(one) and (best is None or _worth(one) > _worth(best)):
            best = one
    return best


def _candidates(rows: Sequence[Row]) -> Iterator[Heading]:
    """Every row that may be a heading, and the rows joined that may be one together."""
    for first, row in enumerate(rows):
        if not _names(row):
            continue
        yield Heading(first, first, row.cells)
        names = list(row.cells)
        for last in range(first + 1, min(first + _DEEP, len(rows))):
            if not _names(rows[last]):
                break
            below = rows[last].cells
            names += [""] * (len(below) - len(names))
            names = [f"{name} {below[at]}".strip() if at < len(below) else name for at, name in enumerate(names)]
            if _worth(Heading(first, first, row.cells)) or len(row.cells) > 1:
                yield Heading(first, last, tuple(names))


def _names(row: Row) -> bool:
    """Whether a row may name columns: it has words, and no day and no amount."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) < 2 or any(map(_SAID.search, filled)):  # noqa: PLR2004 # one word names no table
        return False
    return not any(written_day(cell) or (take_apart(cell) and any(map(str.isdigit, cell))) for cell in filled)


def _worth(one: Heading) -> int:
    """How many columns the words name; nothing where no day or no money is named."""
    roles = {role.name for name in one.names if (role := role_of(name))}
    if not ({"date", "time"} & roles and MONEY & roles) or len(roles) < _LEAST:
        return 0
    return len(roles) + 2 * ("debit" in roles and "credit" in roles)
