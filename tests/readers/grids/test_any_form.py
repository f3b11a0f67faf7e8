# SPDX-License-Identifier: Apache-2.0
"""A statement says the same whether it comes as CSV, as a workbook, or as HTML that is called a workbook."""

import html
import io
import re
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import xlsxwriter
from tests.each import each
from tests.readers.fixtures import DATA
from tests.readers.folder_source import FolderSource

from suluh.model.trade import Payment
from suluh.readers.reader import Reader
from suluh.readers.statement_csv import StatementCsv, _grid
from suluh.readers.statement_html import StatementHtml
from suluh.readers.statement_workbook import StatementWorkbook

INPUTS = sorted((DATA / "statement-csv").glob("*/input/*.csv"))
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?")
Rows = Sequence[Sequence[str]]


def _book(rows: Rows, *, typed: bool) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("S")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if typed and _NUMBER.fullmatch(cell):
                    sheet.write_number(row, column, float(cell))
                else:
                    sheet.write_string(row, column, cell)
    return out.getvalue()


def _page(rows: Rows) -> bytes:
    lines = ("".join(f"<td>{html.escape(cell)}</td>" for cell in cells) for cells in rows)
    return f"<html><body><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table></body></html>".encode()


def _told(reader: Reader, source: FolderSource) -> list[tuple[object, ...]]:
    assert reader.claims(source) is not None
    found = [one for one in reader.read(source) if isinstance(one, Payment)]
    return [
        (one.amount_minor, one.currency, one.incoming, one.booked, one.at and one.at.local, one.status, *_sides(one))
        for one in found
    ]


def _sides(one: Payment) -> tuple[object, ...]:
    """Both sides, without the statement that a person known by name is bound to."""
    return tuple(re.sub(r"name/\w+/", "", side or "") for side in (one.payer, one.beneficiary))


@each(
    "path, form",
    product(INPUTS, ("text", "typed", "html")),
    lambda case: f"{case[0].parent.parent.name}-{case[0].stem} as {case[1]}",
)
def test_a_statement_says_the_same_in_any_form(path: Path, form: str, tmp_path: Path) -> None:
    source = FolderSource(path.parent, path.name)
    grid = _grid(source, whole=True)
    assert grid is not None
    rows = [row.cells for row in grid.rows]
    (tmp_path / f"{path.stem}.xls").write_bytes(_page(rows) if form == "html" else _book(rows, typed=form == "typed"))

    reader = StatementHtml() if form == "html" else StatementWorkbook()

    assert _told(reader, FolderSource(tmp_path, f"{path.stem}.xls")) == _told(StatementCsv(), source)
