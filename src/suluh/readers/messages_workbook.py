# SPDX-License-Identifier: Apache-2.0
"""Reads messages and calls in workbooks that no other reader knows: by what the columns of a sheet are called."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.grids.books import workbook
from suluh.readers.grids.books.workbook import Workbook
from suluh.readers.reader import Reader, Record
from suluh.readers.tabled.files.sheets import left_of, tables_of
from suluh.readers.tabled.reading import told


class MessagesWorkbook(Reader):
    """Messages and calls as sheets of XLSX, XLSB, XLS and ODS, such as forensic tools and programs for phones write.

    A flaw says which column was held to be what, and which sheets hold no messages. A sender without a number or a
    service's own id is known in one conversation alone.
    """

    name = "messages-workbook"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"
    is_last = True

    def __init__(self) -> None:
        self._last: tuple[str, Workbook | str] | None = None

    def claims(self, source: Source) -> str | None:
        """Trust the names of the columns, and what they hold."""
        book = self._book(source)
        found = tables_of(source, book) if book else ()
        return f"columns of messages: {found[0].form.told()}" if found else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the conversations, sheet by sheet."""
        book = self._book(source)
        if book is not None:
            tables = tables_of(source, book)
            yield from told(source, tables)
            yield from left_of(source, book, tables)

    def _book(self, source: Source) -> Workbook | None:
        """The workbook, opened once for claiming and reading; null for another kind of file."""
        if source.tables or workbook.kind(source.head) is None:
            return None
        if self._last is None or self._last[0] != source.file:
            self._last = source.file, workbook.workbook(source)
        book = self._last[1]
        return None if isinstance(book, str) else book
