# SPDX-License-Identifier: Apache-2.0
"""From the grids of a file with several sheets or pages to records, or to the sentence why it has none."""

from collections.abc import Iterator, Sequence

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.grids.note import Note
from suluh.readers.reader import Record, flaw
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.profile import with_own
from suluh.readers.statements.read import records
from suluh.readers.statements.reading import readings

_NAMED = 12
"""Sheets that a sentence names one by one."""


def told(source: Source, grids: Sequence[Grid], notes: Sequence[Note]) -> Iterator[Record | Flaw]:
    """Every record of the sheets that hold a statement, and a flaw for each note and for each sheet that holds none."""
    known, _ = with_own(source.profiles)
    taken = [one.grid for one in readings(grids, known)]
    names = {grid.name for grid in taken}
    yield from records(source, taken)
    for note in notes:
        yield flaw(source, note.position, note.reason, source.place(sheet=note.sheet, page=note.page))
    for grid in grids:
        if grid.name not in names and grid.rows:
            reason = f"the sheet {grid.name} was not read: no table of a statement was found on it"
            yield flaw(source, f"sheet:{grid.name}", reason, source.place(sheet=grid.name or None))


def without(grids: Sequence[Grid]) -> str:
    """The sentence for a workbook of which no sheet holds a statement."""
    names = [grid.name for grid in grids if grid.rows]
    shown = ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
    if not names:
        return "workbook: no sheet holds anything"
    return (
        f"workbook: no sheet looks like a statement ({shown}); if one is, write a profile for it: "
        "`suluh statement try` shows what is missing"
    )
