# SPDX-License-Identifier: Apache-2.0
"""What becomes of each row of a table, whatever form it came in: a record, a flaw, or a line that books nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tests.readers.fixtures import all_fixtures
from tests.readers.folder_source import FolderSource

from suluh.model.body import Noun
from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers import (
    statement_csv,
    statement_fixed,
    statement_html,
    statement_json,
    statement_pdf,
    statement_workbook,
)
from suluh.readers.grids.books.workbook import Workbook
from suluh.readers.grids.pages.pdf import Document
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.statements.profile import SHIPPED
from suluh.readers.statements.reading import readings
from suluh.readers.statements.solve.table import Kind, Table

Where = tuple[str | None, int | None, int]
"""Sheet, page and line."""


def _csv(source: FolderSource) -> tuple[Grid, ...]:
    grid = statement_csv._grid(source, whole=True)
    return (grid,) if grid else ()


def _fixed(source: FolderSource) -> tuple[Grid, ...]:
    grid = statement_fixed._grid(source)
    return (grid,) if grid else ()


def _workbook(source: FolderSource) -> tuple[Grid, ...]:
    book = statement_workbook._opened(source)
    return tuple(book.grids) if isinstance(book, Workbook) else ()


def _pdf(source: FolderSource) -> tuple[Grid, ...]:
    found = statement_pdf.StatementPdf()._document(source)
    return (found.grid,) if isinstance(found, Document) else ()


GRIDS: Mapping[str, Callable[[FolderSource], Sequence[Grid]]] = {
    "statement-csv": _csv,
    "statement-fixed": _fixed,
    "statement-html": statement_html._grids,
    "statement-json": statement_json._grids,
    "statement-workbook": _workbook,
    "statement-pdf": _pdf,
}
"""The grids of a file, by the reader that claims it."""

FIXTURES = [one for one in all_fixtures() if one.reader in GRIDS]


class Account(NamedTuple):
    """How many rows are of each kind, and those of which nothing is kept and nothing said."""

    kinds: Counter[Kind]
    lost: list[Row]


def accounted(reader: str, source: FolderSource, records: Iterable[Noun]) -> Account:
    """Every row of a file against its records: a booking is a payment or a flaw, a balance stands on its statement."""
    held = list(records)
    told = {where for one in held if isinstance(one, Payment | Flaw) for where in _covers(one)}
    sums = {line for one in held if isinstance(one, Statement) for line in one.balances}
    found = Account(Counter(), [])
    for reading in readings(GRIDS[reader](source), SHIPPED, source.path):
        table = Table(reading.grid, reading.layouts[0])
        for row, kind in zip(reading.grid.rows, table.kinds, strict=True):
            found.kinds[kind] += 1
            is_sum = kind in {"balance", "total"} and row.line in sums
            is_kept = is_sum or (row.sheet, row.page, row.line) in told
            if kind not in {"heading", "label", "furniture"} and not is_kept:
                found.lost.append(row)
    return found


def _covers(one: Payment | Flaw) -> Iterable[Where]:
    place = one.place
    return ((place.sheet, place.page, line) for line in range(place.line or 0, (place.last_line or 0) + 1))
