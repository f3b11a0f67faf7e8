# SPDX-License-Identifier: Apache-2.0
"""Sheets of a workbook that hold messages or calls, as forensic tools and programs for phones write them."""

from collections.abc import Iterator
from functools import partial

import msgspec

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.readers.grids.books import workbook
from suluh.readers.grids.books.workbook import Workbook
from suluh.readers.reader import flaw
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.tabled.entry import Entry, Table
from suluh.readers.tabled.form import ABOVE, Doubt, Form, form_of
from suluh.readers.tabled.lexicon import WORDS, told_apart, words

_LOOKED_AT, _ABOVE, _FEWEST, _WIDEST = 400, 12, 3, 256
_KNOWN = frozenset(word for named in WORDS.values() for word in named)


def tables_of(source: Source, book: Workbook) -> tuple[Table, ...]:
    """The tables of messages of a workbook, one a sheet at most, in their order."""
    return tuple(found for grid in book.grids if isinstance(found := _table(source, grid), Table))


def doubts_of(source: Source) -> Iterator[Doubt]:
    """A doubt for each sheet of a workbook whose columns are named as those of messages and nothing more says it."""
    if source.tables or workbook.kind(source.head) is None:
        return
    book = workbook.workbook(source)
    if not isinstance(book, str):
        yield from (found for grid in book.grids if isinstance(found := _table(source, grid), Doubt))


def left_of(source: Source, book: Workbook, tables: tuple[Table, ...]) -> Iterator[Flaw]:
    """A flaw for each sheet that holds something and no table of messages, and for what is to be said of the sheets."""
    read = {one.place.sheet for one in tables}
    for note in book.notes:
        yield flaw(source, note.position, note.reason, _at(source, note.sheet, None))
    for grid in book.grids:
        if grid.rows and grid.name not in read:
            reason = f"the sheet {grid.name} was not read: no table of messages or calls was found on it"
            yield flaw(source, f"sheet:{grid.name}", reason, _at(source, grid.name, None))


def _table(source: Source, grid: Grid) -> Table | Doubt | None:
    doubt = None
    for at, row in enumerate(grid.rows[:_ABOVE]):
        heads = told_apart(_held(row))
        if len(heads) > _WIDEST or sum(words(one) in _KNOWN for one in heads) < _FEWEST:
            continue
        below = [_cells(heads, one) for one in grid.rows[at + 1 : at + 1 + _LOOKED_AT]]
        form = form_of(heads, below)
        if isinstance(form, Form):
            above = max((one.last_line for one in grid.rows[:at] if any(one.cells)), default=0)
            place = _at(source, grid.name, (above + 1, row.last_line))
            return Table(form, place, ", ".join(heads), partial(_rows, source, grid, at, heads))
        doubt = doubt or form
    return doubt


def _held(row: Row) -> tuple[str, ...]:
    """The cells of a row up to the last that holds anything."""
    last = next((at for at in range(len(row.cells), 0, -1) if row.cells[at - 1].strip()), 0)
    return row.cells[:last]


def _cells(heads: tuple[str, ...], row: Row) -> dict[str, str]:
    return dict(zip(heads, row.cells, strict=False))


def _rows(source: Source, grid: Grid, at: int, heads: tuple[str, ...]) -> Iterator[Entry | Flaw]:
    """The rows below the heading; one that holds more is a flaw, and so is one above it that holds anything."""
    for row in grid.rows[:at]:
        if any(row.cells):
            yield flaw(
                source, f"{grid.name}:{row.line}", ABOVE, _at(source, grid.name, (row.line, row.last_line)), row.raw
            )
    for row in grid.rows[at + 1 :]:
        place = _at(source, grid.name, (row.line, row.last_line))
        past = [cell for cell in row.cells[len(heads) :] if cell]
        if past:
            reason = f"{len(row.cells)} columns, {len(heads)} expected"
            yield flaw(source, f"{grid.name}:{row.line}", reason, place, row.raw)
        else:
            yield Entry(place, _cells(heads, row))


def _at(source: Source, sheet: str | None, lines: tuple[int, int] | None) -> Place:
    """A place on a sheet."""
    first, last = lines or (None, None)
    return msgspec.structs.replace(source.place(line=first, last_line=last if last != first else None), sheet=sheet)
