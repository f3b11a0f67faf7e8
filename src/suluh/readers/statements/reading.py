# SPDX-License-Identifier: Apache-2.0
"""Finds out how the grids of a file are to be read: by a profile, by their words and arithmetic, or not at all."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.arithmetic import by_content, roles
from suluh.readers.statements.heads.evidence import evidence
from suluh.readers.statements.heads.heading import MONEY, Candidate, Heading, by_words, candidates, known
from suluh.readers.statements.heads.layout import Layout, laid_out
from suluh.readers.statements.heads.unknown import unknown_profile
from suluh.readers.statements.profile import Profile

ABOVE = 4000
"""Characters down to the heading in which the signature of a profile is looked for."""

_LEAST = frozenset({"date", "balance", "text"})
"""Roles that the words of a heading must give; where they do not, the arithmetic is asked."""


class Reading(NamedTuple):
    """A grid and the layouts that fit it: one, or several profiles that each claim it."""

    grid: Grid
    layouts: tuple[Layout, ...]


def readings(grids: Sequence[Grid], profiles: Sequence[Profile], path: str = "") -> list[Reading]:
    """Every grid that holds the table of a statement, with the layouts that fit it."""
    found = [Reading(grid, _layouts(grid, profiles, path)) for grid in grids if grid.rows]
    return [one for one in found if one.layouts]


def _layouts(grid: Grid, profiles: Sequence[Profile], path: str) -> tuple[Layout, ...]:
    """The layouts of all profiles that fit, else that of the words of the heading where it is a statement's."""
    tried = candidates(grid)
    fits = [(profile, heading) for profile in profiles if (heading := _fits(grid, tried, profile))]
    laid = (laid_out(grid, heading, profile, known=True) for profile, heading in fits)
    of_profiles = tuple(one for one in laid if evidence(grid, one))
    if of_profiles or fits:
        return of_profiles
    heading = by_words(tried) or by_content(grid)
    if heading is None:
        return ()
    layout = laid_out(grid, heading, unknown_profile(grid, heading, path), known=False)
    if not layout.places.keys() >= _LEAST or not MONEY & layout.places.keys():
        proved = roles(grid, heading)
        layout = layout._replace(places={**layout.places, **proved}) if proved else layout
    is_table = "date" in layout.places and bool(MONEY & layout.places.keys())
    return (layout,) if is_table and evidence(grid, layout) else ()


def _fits(grid: Grid, tried: Sequence[Candidate], profile: Profile) -> Heading | None:
    heading = known(tried, profile)
    if heading is None or not profile.signature:
        return heading
    above = "\n".join(row.raw for row in grid.rows[: heading.last + 3])[:ABOVE]
    return heading if all(re.search(pattern, above) for pattern in profile.signature) else None
