# SPDX-License-Identifier: Apache-2.0
"""The one way from grids to records, whatever form the file came in."""

from collections.abc import Iterator, Sequence

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.numbers import with_mistyped
from suluh.readers.reader import Record, flaw
from suluh.readers.statements.grid import Grid, grid_place
from suluh.readers.statements.heads.layout import Layout
from suluh.readers.statements.heads.mapping import mapping_of
from suluh.readers.statements.nouns import Nouns
from suluh.readers.statements.profile import with_own
from suluh.readers.statements.reading import Reading, readings
from suluh.readers.statements.solve.proof import lacking
from suluh.readers.statements.solve.solution import Solution
from suluh.readers.statements.solve.table import Table


def claim(grids: Sequence[Grid], profiles: Sequence[str]) -> str | None:
    """Why the grids of a file hold a statement, or null."""
    known, _ = with_own(profiles)
    found = [layout for one in readings(grids, known) for layout in one.layouts]
    names = " and ".join(dict.fromkeys(one.profile.name for one in found if one.known))
    if names:
        return f"the heading of the statement profile {names}"
    return "headings of a statement that no profile knows" if found else None


def records(source: Source, grids: Sequence[Grid]) -> Iterator[Record | Flaw]:
    """Every statement, account, payment and flaw of the grids of a file."""
    known, wrong = with_own(source.profiles)
    for number, reason in enumerate(wrong, 1):
        yield flaw(source, f"profile:{number}", reason, source.place())
    found = readings(grids, known, source.path)
    yield from with_mistyped(source, (record for one in found for record in of_one(source, one)))
    if not found:
        yield _whole(source, grids, "0 statement profiles fit this file (none)")


def solved(grid: Grid, layout: Layout) -> Solution:
    """A grid solved under one layout."""
    return Solution(Table(grid, layout))


def of_one(source: Source, reading: Reading) -> Iterator[Record | Flaw]:
    """The records of one grid: by the one profile that fits, or by its arithmetic where no profile does."""
    if len(reading.layouts) > 1:
        names = " and ".join(one.profile.name for one in reading.layouts)
        many = len(reading.layouts)
        reason = f"{many} statement profiles fit this file ({names}): make the header of one of them stricter"
        yield _whole(source, [reading.grid], reason)
        return
    solution = solved(reading.grid, reading.layouts[0])
    if not reading.layouts[0].known and (missing := lacking(solution)):
        reason = (
            f"this looks like a statement, but no profile knows its layout, and {missing}: it was not read; "
            "suluh statement try shows the mapping and writes a profile"
        )
        yield _whole(source, [reading.grid], reason, mapping_of(reading.layouts[0]))
        return
    yield from Nouns(source, solution).records()


def _whole(source: Source, grids: Sequence[Grid], reason: str, raw: str | None = None) -> Flaw:
    """A flaw that stands for all rows of the grids."""
    rows = grids[0].rows if grids else ()
    place = grid_place(source, rows[0], rows[-1]) if rows else source.place()
    return flaw(source, f"profiles:{grids[0].name}" if grids and grids[0].name else "profiles", reason, place, raw)
