# SPDX-License-Identifier: Apache-2.0
"""Every row of every sheet and page ends as a booking, a balance, a heading, a label, furniture or a flaw."""

from pathlib import Path

import pytest
from tests.readers.fixtures import Fixture, all_fixtures, claimed, records
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.grids import fixed, html
from suluh.readers.grids.books import spreadsheetml, workbook
from suluh.readers.grids.books.workbook import Workbook
from suluh.readers.grids.pages import pdf
from suluh.readers.grids.pages.pdf import Document
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.profile import SHIPPED
from suluh.readers.statements.reading import readings
from suluh.readers.statements.solve.table import Table

READERS = {"statement-fixed", "statement-html", "statement-pdf", "statement-workbook"}
FIXTURES = [one for one in all_fixtures() if one.reader in READERS]


def grids(source: FolderSource) -> list[Grid]:
    """The grids of a file, whatever form it has."""
    if pdf.is_pdf(source.head):
        found = pdf.document(source)
        return [found.grid] if isinstance(found, Document) else []
    if html.is_html(source.head):
        return list(html.tables(source))
    if workbook.kind(source.head) or spreadsheetml.is_spreadsheetml(source.head):
        book = workbook.workbook(source) if workbook.kind(source.head) else spreadsheetml.workbook(source)
        return list(book.grids) if isinstance(book, Workbook) else []
    one = fixed.fixed(source)
    return [one] if one else []


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda one: f"{one.reader}/{one.folder.name}")
def test_every_row_is_something_and_every_booking_is_read_or_told(fixture: Fixture, tmp_path: Path) -> None:
    for source in claimed(fixture.sources(tmp_path)):
        found = records(source)
        told = {(one.place.sheet, one.place.page, one.place.line) for one in found if isinstance(one, Payment | Flaw)}
        for one in readings(grids(source), SHIPPED):
            table = Table(one.grid, one.layouts[0])
            booked = [entry.row for section in table.sections for entry in section.entries]

            assert len(table.kinds) == len(one.grid.rows)
            assert [row for row in booked if (row.sheet, row.page, row.line) not in told] == []
            assert [
                row for row in (wrong.row for wrong in table.wrong) if (row.sheet, row.page, row.line) not in told
            ] == []


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda one: f"{one.reader}/{one.folder.name}")
def test_no_made_up_statement_fails_to_add_up_and_no_holder_pays_himself(fixture: Fixture, tmp_path: Path) -> None:
    found = [record for source in claimed(fixture.sources(tmp_path)) for record in records(source)]
    holders = {one.holder for one in found if isinstance(one, Statement)} - {None}
    others = {name for one in found if isinstance(one, Payment) for name in (one.payer_name, one.beneficiary_name)}

    assert [one for one in found if isinstance(one, Statement) and one.adds_up is False] == []
    assert holders & others == set()
