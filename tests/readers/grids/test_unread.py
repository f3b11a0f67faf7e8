# SPDX-License-Identifier: Apache-2.0
"""A file of which no booking was taken is not called read, and says what it is."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource
from tests.readers.grids.made_books import xlsx
from tests.readers.grids.made_pdf import Text, pdf

from suluh.case.jobs.read import work
from suluh.model.intake import Outcome

HEADS = ["Tanggal", "Uraian Kegiatan Rekening", "Jumlah", "Saldo"]
ROWS = [HEADS, ["01/09/2026", "TRANSFER DARI SITI CONTOH", "50.000", "150.000"]]


def outcome(folder: Path, name: str, raw: bytes) -> Outcome:
    (folder / name).write_bytes(raw)
    [found] = [noun for noun in work(FolderSource(folder, name)) if isinstance(noun, Outcome)]
    return found


def sheet(rows: list[list[str]]) -> bytes:
    def fill(book):
        page = book.add_worksheet("Mutasi")
        for number, row in enumerate([["No. Rekening : 0123456789"], *rows]):
            page.write_row(number, 0, row)

    return xlsx(fill)


@pytest.mark.parametrize("rows", [ROWS, [["Barang", "Harga"], ["pensil", "500"]]], ids=["unproven", "no statement"])
def test_a_workbook_of_which_no_sheet_was_taken_is_unparsed_with_its_reason(tmp_path: Path, rows) -> None:
    found = outcome(tmp_path, "jawaban.xlsx", sheet(rows))

    assert (found.state, bool(found.reason)) == ("unparsed", True)


def test_a_page_without_a_statement_is_unparsed_with_its_reason(tmp_path: Path) -> None:
    found = outcome(tmp_path, "surat.pdf", pdf([[Text(40, 40 + 12 * at, "surat biasa") for at in range(9)]]))

    assert (found.state, (found.reason or "")[:13]) == ("unparsed", "PDF with text")
