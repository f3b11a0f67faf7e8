# SPDX-License-Identifier: Apache-2.0
"""Sheets of a workbook that hold messages or calls, as forensic tools and programs for phones write them."""

from collections.abc import Iterator
from functools import partial

from suluh.model.evidence.source import Source
from suluh.readers.grids.books import workbook
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.tabled.entry import Table
from suluh.readers.tabled.form import Doubt, Form, form_of
from suluh.readers.tabled.lexicon import WORDS, told_apart, words

_LOOKED_AT, _ABOVE, _FEWEST, _WIDEST = 400, 12, 3, 256
_KNOWN = frozenset(word for named in WORDS.values() for word in named)


def sheets_of(source: Source) -> Iterator[Table | Doubt]:
    """What each sheet of a workbook is: a table of messages, or one whose columns alone are named so."""
    if source.tables or workbook.kind(source.head) is None:
        return
    book = workbook.workbook(source)
    if not isinstance(book, str):
        yield from (found for grid in book.grids if (found := _table(grid)) is not None)


def _table(grid: Grid) -> Table | Doubt | None:
    doubt = None
    for at, row in enumerate(grid.rows[:_ABOVE]):
        heads = told_apart(_held(row))
        if len(heads) > _WIDEST or sum(words(one) in _KNOWN for one in heads) < _FEWEST:
            continue
        below = [_cells(heads, one) for one in grid.rows[at + 1 : at + 1 + _LOOKED_AT]]
        form = form_of(heads, below)
        if isinstance(form, Form):
            return Table(form, partial(_number, grid, at))
        doubt = doubt or (form._replace(number=partial(_number, grid, at)) if form else None)
    return doubt


def _held(row: Row) -> tuple[str, ...]:
    """The cells of a row up to the last that holds anything."""
    last = next((at for at in range(len(row.cells), 0, -1) if row.cells[at - 1].strip()), 0)
    return row.cells[:last]


def _cells(heads: tuple[str, ...], row: Row) -> dict[str, str]:
    return dict(zip(heads, row.cells, strict=False))


def _number(grid: Grid, at: int) -> int:
    """How many rows below the heading hold anything."""
    return sum(any(row.cells) for row in grid.rows[at + 1 :])
