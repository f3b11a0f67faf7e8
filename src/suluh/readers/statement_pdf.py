# SPDX-License-Identifier: Apache-2.0
"""Reads statements in PDF with text, as banks and wallets give them to their customers."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.grids.pages import pdf
from suluh.readers.grids.pages.pdf import Document
from suluh.readers.grids.said import told
from suluh.readers.reader import Reader, Record
from suluh.readers.statements.read import claim


class StatementPdf(Reader):
    """Statements on pages; pdfium as pypdfium2 5.15 brings it reads the signs, docs/statements.md says what is read."""

    name = "statement-pdf"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def __init__(self) -> None:
        self._last: tuple[str, Document | str] | None = None

    def claims(self, source: Source) -> str | None:
        """Trust the heading of the table, as a profile or the words of statements know it."""
        found = self._document(source)
        return claim([found.grid], source.profiles) if isinstance(found, Document) else None

    def refuses(self, source: Source) -> str | None:
        """What a PDF is of which nothing is read."""
        found = self._document(source)
        return pdf.NO_STATEMENT if isinstance(found, Document) else found

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the statements of the pages, and what is to be said of some."""
        found = self._document(source)
        if isinstance(found, Document):
            yield from told(source, [found.grid], found.notes)

    def _document(self, source: Source) -> Document | str | None:
        """The pages, opened once for claiming and reading; null for another kind of file."""
        if source.tables or not pdf.is_pdf(source.head):
            return None
        if self._last is None or self._last[0] != source.file:
            self._last = source.file, pdf.document(source)
        return self._last[1]
