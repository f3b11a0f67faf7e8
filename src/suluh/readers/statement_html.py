# SPDX-License-Identifier: Apache-2.0
"""Reads statements in tables of HTML, which banks and panels often call .xls."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.grids import html
from suluh.readers.grids.said import told
from suluh.readers.reader import Reader, Record
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.read import claim


class StatementHtml(Reader):
    """Statements as tables of a page of HTML; docs/statements.md says which are read."""

    name = "statement-html"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the headings of the tables, as a profile or the words of statements know them."""
        return claim(_grids(source), source.profiles)

    def refuses(self, source: Source) -> str | None:
        """What a page is of which nothing is read."""
        if source.tables or not html.is_html(source.head):
            return None
        return "HTML with a table: no table in it looks like a statement"

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the statements of the tables."""
        yield from told(source, _grids(source), ())


def _grids(source: Source) -> tuple[Grid, ...]:
    return () if source.tables or not html.is_html(source.head) else html.tables(source)
