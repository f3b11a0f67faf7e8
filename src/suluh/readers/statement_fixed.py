# SPDX-License-Identifier: Apache-2.0
"""Reads statements written as text in fixed columns, and tables copied out of a page, with their columns or without."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.grids.fixed import fixed, is_fixed
from suluh.readers.grids.lined import is_lined, lined
from suluh.readers.grids.said import told
from suluh.readers.reader import Reader, Record, is_binary
from suluh.readers.statements.dates import written_day
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.read import claim
from suluh.readers.statements.text import grid_of, text_of

_PARTS, _DAYS = 2, 3


class StatementFixed(Reader):
    """Statements as text whose columns stand below each other; docs/statements.md says which are read."""

    name = "statement-fixed"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the heading of the table, its words two blanks or more from each other; a sign between cells first."""
        found = _grid(source)
        return None if found is None else claim([found], source.profiles)

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the statements of the text."""
        found = _grid(source)
        yield from told(source, [found] if found else [], ())


def _grid(source: Source) -> Grid | None:
    if source.tables or is_binary(source.head):
        return None
    head = source.head.decode("utf-8", "replace")
    has_columns, has_lines = is_fixed(head), is_lined(head)
    if not (has_columns or has_lines) or _is_parted(source):
        return None
    found = fixed(source) if has_columns else None
    if not has_lines or (found is not None and _has_columns(found)):
        return found
    return lined(source)


def _has_columns(found: Grid) -> bool:
    """Whether days stand in a column of their own, in several rows."""
    days = [row for row in found.rows if len(row.cells) > _PARTS and any(map(written_day, row.cells))]
    return len(days) >= _DAYS


def _is_parted(source: Source) -> bool:
    """Whether tabs part its cells, whatever blanks stand around them: then it is no text in fixed columns."""
    head = text_of(source, whole=False) if b"\t" in source.head else None
    return head is not None and claim([grid_of(head, "\t")], source.profiles) is not None
