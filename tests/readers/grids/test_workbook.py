# SPDX-License-Identifier: Apache-2.0
"""What a workbook gives: exact numbers, days, hidden parts, errors; and what it says where it cannot be read."""

from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from tests.readers.folder_source import FolderSource
from tests.readers.grids.made_books import Fill, compound, with_part, xlsx

from suluh.model.evidence.workbook import ODS, XLSX, workbook_type
from suluh.readers.grids.books.workbook import Workbook, workbook

SHEET = "xl/worksheets/sheet1.xml"


def opened(folder: Path, raw: bytes, name: str = "balasan.xlsx") -> Workbook:
    (folder / name).write_bytes(raw)
    found = workbook(FolderSource(folder, name))
    assert isinstance(found, Workbook), found
    return found


def refused(folder: Path, raw: bytes) -> str:
    (folder / "balasan.xls").write_bytes(raw)
    found = workbook(FolderSource(folder, "balasan.xls"))
    assert isinstance(found, str)
    return found


def cells(folder: Path, fill: Fill, **options: object) -> list[tuple[str, ...]]:
    [grid] = opened(folder, xlsx(fill, **options)).grids
    return [row.cells for row in grid.rows]


def test_numbers_are_exact_and_without_separators(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write_row(0, 0, [50000, 1234.56, 0.1 + 0.2, -1500, 123456789012345, 1e15, 81200000000.5])

    [found] = cells(tmp_path, fill)

    assert found == ("50000", "1234.56", "0.3", "-1500", "123456789012345", "1000000000000000", "81200000000.5")


@pytest.mark.parametrize("since_1904", [False, True])
def test_days_are_days_from_whatever_day_a_workbook_counts(tmp_path: Path, *, since_1904: bool) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        day, moment = (book.add_format({"num_format": form}) for form in ("dd/mm/yyyy", "dd/mm/yyyy hh:mm"))
        sheet = book.add_worksheet()
        sheet.write_datetime(0, 0, datetime(2026, 9, 2), day)  # noqa: DTZ001 # a workbook names no zone
        sheet.write_datetime(0, 1, datetime(2026, 9, 2, 13, 5), moment)  # noqa: DTZ001 # a workbook names no zone

    assert cells(tmp_path, fill, date_1904=since_1904) == [("2026-09-02", "2026-09-02 13:05:00")]


@pytest.mark.parametrize(("since_1904", "serial"), [(False, 46267), (True, 44805)])
def test_a_number_under_a_heading_of_days_is_a_day(tmp_path: Path, *, since_1904: bool, serial: int) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Tgl. Transaksi", "Jumlah", "Saldo"])
        sheet.write_row(1, 0, [serial, serial, 150000])
        sheet.write_row(2, 0, [serial + 0.5, 20000, 130000])

    found = cells(tmp_path, fill, date_1904=since_1904)[1:]

    assert found == [("2026-09-02", str(serial), "150000"), ("2026-09-02 12:00:00", "20000", "130000")]


def test_what_is_hidden_is_read_and_said(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet, other = book.add_worksheet("Mutasi"), book.add_worksheet("Lain")
        for row in range(6):
            sheet.write_row(row, 0, ["a", "b", "c"])
        for row in (1, 2, 4):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})
        other.write(0, 0, "x")
        other.hide()

    book = opened(tmp_path, xlsx(fill))

    assert [row.line for row in book.grids[0].rows if row.hidden] == [2, 3, 5]
    assert [note.reason for note in book.notes] == [
        "the rows 2 to 3 were hidden on the sheet Mutasi: read like the others",
        "row 5 was hidden on the sheet Mutasi: read like the others",
        "column C was hidden on the sheet Mutasi: read like the others",
        "the sheet Lain is hidden in the workbook: it was read like the others",
    ]


def test_hidden_rows_are_found_far_down_a_large_sheet(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row in range(12_000):
            sheet.write_row(row, 0, [f"baris yang panjang sekali {row}", row, row * 7])
        sheet.set_row(11_000, None, None, {"hidden": True})

    [grid] = opened(tmp_path, xlsx(fill, constant_memory=False)).grids

    assert [row.line for row in grid.rows if row.hidden] == [11_001]


def test_an_error_and_a_formula_that_was_never_reckoned_are_seen(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, "=1/0", None, "#DIV/0!")
        sheet.write_formula(0, 1, "=2+3", None, 5)
        sheet.write_formula(0, 2, "=B1*2", None, 10)

    raw = with_part(xlsx(fill), SHEET, lambda part: part.replace("<v>10</v>", ""))

    assert opened(tmp_path, raw).grids[0].rows[0].cells == ("#DIV/0!", "5", "=B1*2")


def test_a_day_that_spans_rows_stands_in_each_and_a_sum_in_one(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Tanggal", "Keterangan", "Jumlah"])
        sheet.merge_range("A2:A3", "02/09/2026")
        sheet.merge_range("C2:C3", 5000)
        sheet.write(1, 1, "satu")
        sheet.write(2, 1, "no 2")

    assert cells(tmp_path, fill)[1:] == [("02/09/2026", "satu", "5000"), ("02/09/2026", "no 2", "")]


def test_values_under_another_column_than_their_merged_heading_are_put_there(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for where, name in (("A1:B1", "Post Date"), ("C1:E1", "Description"), ("F1:G1", "Debit"), ("H1:I1", "Credit")):
            sheet.merge_range(where, name)
        sheet.write_row(1, 1, ["02/09/26", "", "TRANSFER", "", "", 5000, "", ""])
        sheet.write_row(2, 0, ["03/09/26", "", "SETOR", "", "", "", "", "", 700])

    assert cells(tmp_path, fill)[1:] == [("02/09/26", "TRANSFER", "5000", ""), ("03/09/26", "SETOR", "", "700")]


def test_a_package_under_a_password_says_so(tmp_path: Path) -> None:
    raw = compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"y" * 4096})

    assert refused(tmp_path, raw) == (
        "an office file under a password: it needs its password; open it with the password and add the copy under the "
        "same paper"
    )


def test_an_old_workbook_under_a_password_says_so(tmp_path: Path) -> None:
    records = b"\x09\x08\x10\0" + bytes(16) + b"\x2f\0\x06\0" + bytes(6)

    assert "needs its password" in refused(tmp_path, compound({"Workbook": records}))


def test_another_old_office_file_is_no_workbook(tmp_path: Path) -> None:
    assert "holds no workbook" in refused(tmp_path, compound({"WordDocument": b"z" * 4096}))


@pytest.mark.parametrize("part", [0.2, 0.6, 0.95])
def test_a_workbook_that_breaks_off_says_so(tmp_path: Path, part: float) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write(0, 0, "x")

    raw = xlsx(fill)

    assert "damaged" in refused(tmp_path, raw[: int(len(raw) * part)])


def test_only_a_package_with_sheets_is_a_workbook() -> None:
    raw = xlsx(lambda book: book.add_worksheet().write(0, 0, "x"))

    assert workbook_type(raw) == XLSX
    assert workbook_type(b"PK\3\4" + bytes(22) + b"\x08\0\0\0mimetype" + ODS.encode()) == ODS
    assert workbook_type(raw.replace(b"xl/", b"wd/")) is None
    assert workbook_type(b"PK\3\4" + bytes(22) + b"\x0c\0\0\0balasan.xlsx" + raw) is None
