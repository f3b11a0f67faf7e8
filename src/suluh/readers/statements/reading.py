# SPDX-License-Identifier: Apache-2.0
"""Finds out how the grids of a file are to be read: by a profile, by their words and arithmetic, or not at all."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from suluh.readers.statements.digits import with_plain_figures
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.arithmetic import roles
from suluh.readers.statements.heads.evidence import are_moneyless, evidence, is_of_goods, seems
from suluh.readers.statements.heads.heading import MONEY, Candidate, Heading, by_words, candidates, known
from suluh.readers.statements.heads.layout import Layout, laid_out
from suluh.readers.statements.heads.proved import is_money
from suluh.readers.statements.heads.unknown import unknown_profile
from suluh.readers.statements.heads.unnamed import by_content, by_kind
from suluh.readers.statements.profile import SHIPPED, Profile
from suluh.readers.statements.solve.proof import lacking
from suluh.readers.statements.solve.solution import Solution
from suluh.readers.statements.solve.table import Table

ABOVE = 4000
"""Characters down to the heading in which the signature of a profile is looked for."""

_LEAST = frozenset({"date", "balance", "text"})
"""Roles that the words of a heading must give; where they do not, the arithmetic is asked."""

_SUMS = frozenset({*MONEY, "balance", "before"})
_ENOUGH = 300
"""Rows on which the words of a heading are tried."""


class Reading(NamedTuple):
    """A grid and the layouts that fit it: one, or several profiles that each claim it."""

    grid: Grid
    layouts: tuple[Layout, ...]


def readings(grids: Sequence[Grid], profiles: Sequence[Profile], path: str = "") -> list[Reading]:
    """Every grid that holds the table of a statement, with the layouts that fit it."""
    plain = [with_plain_figures(grid) for grid in grids if grid.rows]
    found = [Reading(grid, _layouts(grid, profiles, path)) for grid in plain]
    return [one for one in found if one.layouts]


def _layouts(grid: Grid, profiles: Sequence[Profile], path: str) -> tuple[Layout, ...]:
    """The layouts of all profiles that fit, else that of the words of the heading where it is a statement's."""
    tried = candidates(grid)
    fits = [(profile, heading) for profile in profiles if (heading := _fits(grid, tried, profile))]
    laid = (laid_out(grid, heading, profile, known=True) for profile, heading in fits)
    of_profiles = tuple(one for one in laid if evidence(grid, one) or _is_meant(grid, one))
    if of_profiles or fits:
        return of_profiles
    heading = by_words(tried) or by_content(grid)
    if heading is None:
        return ()
    layout = _by_arithmetic(grid, laid_out(grid, heading, unknown_profile(grid, heading, path), known=False))
    if not ("date" in layout.places and MONEY & layout.places.keys()):
        return ()
    if grid.form == "json" and are_moneyless(grid, layout):
        return ()
    proved = evidence(grid, layout) or (not is_of_goods(grid, layout) and is_money(grid, heading))
    return (layout,) if proved or (seems(grid, layout) and not are_moneyless(grid, layout)) else ()


def _is_meant(grid: Grid, layout: Layout) -> bool:
    """Whether a unit wrote its own profile for such a table, or its arithmetic is that of money; not for goods."""
    is_own = not any(layout.profile is one for one in SHIPPED)
    return not is_of_goods(grid, layout) and (is_own or is_money(grid, layout.heading))


def _by_arithmetic(grid: Grid, layout: Layout) -> Layout:
    """The layout with the columns under which the balances follow, where the words give none or others that do not."""
    places, heading = layout.places, layout.heading
    is_whole = places.keys() >= _LEAST and bool(MONEY & places.keys())
    proved = roles(grid, heading)
    if not proved and not any(heading.names):
        return layout._replace(places=by_kind(grid, heading))
    same = all(
        at in {places.get(role), role == "amount" and places.get("net")} for role, at in proved.items() if role in _SUMS
    )
    if not proved or (is_whole and (same or _follows(grid, layout))):
        return layout
    money = {at for role in _SUMS for at in proved.get(role, ())}
    words = {role: at for role, at in places.items() if role not in _SUMS and not money & set(at)}
    taken = {at for several in words.values() for at in several}
    more = {role: tuple(one for one in at if one not in taken) for role, at in proved.items() if role not in words}
    return layout._replace(places={**words, **{role: at for role, at in more.items() if at}})


def _follows(grid: Grid, layout: Layout) -> bool:
    """Whether the balances follow under the words of the heading."""
    rows = grid.rows[: layout.heading.last + 1 + _ENOUGH]
    return not lacking(Solution(Table(grid._replace(rows=rows), layout)))


def _fits(grid: Grid, tried: Sequence[Candidate], profile: Profile) -> Heading | None:
    heading = known(tried, profile)
    if heading is None or not profile.signature:
        return heading
    above = "\n".join(row.raw for row in grid.rows[: heading.last + 3])[:ABOVE]
    return heading if all(re.search(pattern, above) for pattern in profile.signature) else None
