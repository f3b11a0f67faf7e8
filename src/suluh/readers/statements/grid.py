# SPDX-License-Identifier: Apache-2.0
"""A table as rows of cells, each with its place: what a statement is, whatever form it came in."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from suluh.model.evidence.source import Source
from suluh.model.place import Place

Form = Literal["text", "workbook", "html", "pdf", "fixed", "json"]


class Row(NamedTuple):
    """One row of a table."""

    line: int
    """The first line it covers, counted from 1: a line of the text, a row of the sheet, a line on the page."""

    last_line: int
    cells: tuple[str, ...]
    """As written, outer blanks off; an empty cell is the empty text."""

    raw: str
    """All of it as it stands in the file, for a flaw to show."""

    sheet: str | None = None
    page: int | None = None
    hidden: bool = False
    """Whether the file hides the row from a reader."""


class Grid(NamedTuple):
    """The rows of one sheet, page or text; together they cover all of it, in its order."""

    name: str
    """The sheet's name, or empty where the file is one table."""

    form: Form
    rows: Sequence[Row]


def grid_place(source: Source, first: Row, last: Row | None = None) -> Place:
    """The place of one row, or of all rows from one to another, with its sheet and page where it has any."""
    return lines_place(source, first, (last or first).last_line)


def lines_place(source: Source, first: Row, last_line: int) -> Place:
    """The place of the lines from a row to one below it."""
    return source.place(line=first.line, last_line=last_line, sheet=first.sheet, page=first.page)


def row_order(row: Row) -> tuple[int, int]:
    """Where a row stands in its grid: the lines of each page begin anew."""
    return row.page or 0, row.line


def row_word(row: Row) -> str:
    """What sets a row apart in its file, as ids are made of: its line, with the sheet or the page that it stands on."""
    if row.sheet is None and row.page is None:
        return f"line:{row.line}"
    sheet = "" if row.sheet is None else f"sheet:{row.sheet}:"
    page = "" if row.page is None else f"page:{row.page}:"
    return f"{sheet}{page}line:{row.line}"
