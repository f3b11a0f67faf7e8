# SPDX-License-Identifier: Apache-2.0
"""Sheets of a workbook and tables of a page that hold messages or calls, as forensic tools and programs write them."""

from collections.abc import Iterator
from functools import partial

from suluh.model.evidence.source import Source
from suluh.readers.grids import html
from suluh.readers.grids.books import spreadsheetml, workbook
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.tabled.entry import Table
from suluh.readers.tabled.form import Doubt, Form, form_of
from suluh.readers.tabled.lexicon import WORDS, told_apart, words
from suluh.readers.tabled.talking import talk_in

_LOOKED_AT, _ABOVE, _FEWEST, _WIDEST = 400, 12, 3, 256
_KNOWN = frozenset(word for named in WORDS.values() for word in named)


def sheets_of(source: Source) -> Iterator[Table | Doubt]:
    """What each sheet of a workbook or table of a page is: one of messages, or one whose columns alone are named so."""
    yield from (found for grid in _grids(source) if (found := _table(grid)) is not None)


def _grids(source: Source) -> tuple[Grid, ...]:
    if source.tables:
        return ()
    if html.is_html(source.head):
        return html.tables(source)
    if spreadsheetml.is_spreadsheetml(source.head):
        book = spreadsheetml.workbook(source)
    elif workbook.kind(source.head) is not None:
        book = workbook.workbook(source)
    else:
        return ()
    return () if isinstance(book, str) else book.grids


def _table(grid: Grid) -> Table | Doubt | None:
    doubt = None
    for at, row in enumerate(grid.rows[:_ABOVE]):
        heads = told_apart(_held(row))
        if not _FEWEST <= len(heads) <= _WIDEST:
            continue
        below = [_cells(heads, one) for one in grid.rows[at + 1 : at + 1 + _LOOKED_AT]]
        is_known = sum(words(one) in _KNOWN for one in heads) >= _FEWEST
        form = (form_of(heads, below) if is_known else None) or talk_in(heads, below)
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
