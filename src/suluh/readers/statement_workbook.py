# SPDX-License-Identifier: Apache-2.0
"""Reads statements in workbooks, the usual reply of a bank: XLSX, XLS, XLSB, ODS, and the XML of Excel 2003."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.grids.books import spreadsheetml, workbook
from suluh.readers.grids.books.workbook import Workbook
from suluh.readers.grids.said import told, without
from suluh.readers.reader import Reader, Record
from suluh.readers.statements.read import claim


class StatementWorkbook(Reader):
    """Statements as sheets of a workbook; python-calamine 0.9 reads the cells, docs/statements.md says what is read."""

    name = "statement-workbook"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def __init__(self) -> None:
        self._last: tuple[str, Workbook | str] | None = None

    def claims(self, source: Source) -> str | None:
        """Trust the headings of the sheets, as a profile or the words of statements know them."""
        book = self._book(source)
        return None if book is None or isinstance(book, str) else claim(book.grids, source.profiles)

    def refuses(self, source: Source) -> str | None:
        """What a workbook is of which nothing is read."""
        book = self._book(source)
        return book if book is None or isinstance(book, str) else without(book.grids)

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the statements of every sheet, and what is to be said of the sheets."""
        book = self._book(source)
        if isinstance(book, Workbook):
            yield from told(source, book.grids, book.notes)

    def _book(self, source: Source) -> Workbook | str | None:
        """The workbook, opened once for claiming and reading; null for another kind of file."""
        if self._last is None or self._last[0] != source.file:
            book = _opened(source)
            if book is None:
                return None
            self._last = source.file, book
        return self._last[1]


def _opened(source: Source) -> Workbook | str | None:
    if source.tables:
        return None
    if workbook.kind(source.head) is not None:
        return workbook.workbook(source)
    return spreadsheetml.workbook(source) if spreadsheetml.is_spreadsheetml(source.head) else None
