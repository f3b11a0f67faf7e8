# SPDX-License-Identifier: Apache-2.0
"""Reads statements in exports of wallets and banks as JSON: a list of objects is a table, its keys are the headings."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.grids.objects import lists, may_be
from suluh.readers.grids.said import told
from suluh.readers.reader import Reader, Record
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.read import claim


class StatementJson(Reader):
    """Statements as JSON or JSON Lines; tested on made-up exports, for no service publishes the form of its own."""

    name = "statement-json"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the keys of the objects, as the words of statements know them."""
        return claim(_grids(source), source.profiles)

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the statements of the lists; a place is the list and the number of the object in it."""
        yield from told(source, _grids(source), ())


def _grids(source: Source) -> tuple[Grid, ...]:
    return () if source.tables or not may_be(source) else lists(source)
