# SPDX-License-Identifier: Apache-2.0
"""Reads statements written as text tables: by a profile, or by their own words and arithmetic."""

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.reader import Reader, Record
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.delimiter import delimiter_of
from suluh.readers.statements.profile import with_own
from suluh.readers.statements.read import claim, records
from suluh.readers.statements.text import Text, grid_of, text_of


class StatementCsv(Reader):
    """Statements as CSV; docs/statements.md says which, docs/profiles.md how a unit adds its own."""

    name = "statement-csv"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the heading of the table, as a profile or the words of statements know it."""
        grid = None if source.tables else _grid(source, whole=False)
        return None if grid is None else claim([grid], source.profiles)

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each statement, its account, and its lines with the accounts they show."""
        grid = _grid(source, whole=True)
        yield from records(source, [grid] if grid else [])


def _grid(source: Source, *, whole: bool) -> Grid | None:
    """The rows of the file, under the sign between cells that its head shows."""
    head = text_of(source, whole=False)
    if head is None or not head.lines:
        return None
    delimiter = _delimiter(head, tuple(source.profiles))
    if delimiter is None:
        return grid_of(head, ",") if whole else None
    text = text_of(source, whole=True) if whole and not head.whole else head
    return None if text is None else grid_of(text, delimiter)


@lru_cache(maxsize=1)
def _delimiter(head: Text, own: tuple[str, ...]) -> str | None:
    """The sign between cells, kept from the claim to the reading of the same file."""
    profiles, _ = with_own(own)
    return delimiter_of(head, profiles)
