# SPDX-License-Identifier: Apache-2.0
"""Statements on pages, drawn in many manners: each gives the same rows as the others."""

import textwrap
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource
from tests.readers.grids.made_pdf import Style, Text, pdf
from tests.readers.grids.made_statements import BCA, BRIMO, FORMS, GOPAY, JAGO, LIVIN, MANDIRI, Form

from suluh.readers.grids.pages.headings import is_heading
from suluh.readers.grids.pages.pdf import LOCKED, NO_TABLE, SCAN, Document, document

DATA = Path(__file__).parents[2] / "data" / "grids"
STYLES = (
    Style(),
    Style("Courier", "word", 3, packed=True),
    Style("Times-Roman", "kerned", 1),
    Style("Helvetica", "sign", 2, packed=True),
    Style("Helvetica", "line", 5, turned=True),
)


def opened(folder: Path, raw: bytes) -> Document:
    (folder / "mutasi.pdf").write_bytes(raw)
    found = document(FolderSource(folder, "mutasi.pdf"))
    assert isinstance(found, Document), found
    return found


def drawn(form: Form, style: Style) -> bytes:
    """A form as a program writes it; letters of one width are wider, so they are written smaller."""
    smaller = 0.75 if style.font == "Courier" else 1.0
    pages = [[one._replace(size=one.size * smaller) for one in page] for page in form.pages]
    return pdf(pages, style, size=(700, 842))


@pytest.mark.parametrize("style", STYLES, ids=lambda one: f"{one.font}-{one.manner}")
@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.name)
def test_every_row_comes_whole_whatever_program_wrote_it(tmp_path: Path, form: Form, style: Style) -> None:
    rows = [row.cells for row in opened(tmp_path, drawn(form, style)).grid.rows]

    assert [row for row in rows if len(row) == form.width and not is_heading(row)] == list(form.rows)


@pytest.mark.parametrize("form", [BCA, GOPAY], ids=lambda one: one.name)
def test_no_line_of_a_page_s_foot_or_head_stands_in_a_row(tmp_path: Path, form: Form) -> None:
    grid = opened(tmp_path, drawn(form, Style())).grid

    assert [row.raw for row in grid.rows if "alaman" in row.raw and len(row.cells) > 2] == []


def test_the_heads_of_later_pages_are_said_once(tmp_path: Path) -> None:
    grid = opened(tmp_path, drawn(BCA, Style())).grid

    assert sum("NO. REKENING" in row.raw for row in grid.rows) == 1
    assert sum(row.cells[0] == "TANGGAL" for row in grid.rows) == len(BCA.pages)


def test_labels_above_their_values_are_put_beside_them(tmp_path: Path) -> None:
    said = [cell for row in opened(tmp_path, drawn(MANDIRI, Style())).grid.rows for cell in row.cells]

    assert "No. Rekening : 111-00-98765432-1" in said
    assert "Periode : 1/09/23 s/d 30/09/23" in said


def test_sums_below_a_table_are_no_row_of_it(tmp_path: Path) -> None:
    rows = [row.cells for row in opened(tmp_path, drawn(BRIMO, Style())).grid.rows]

    assert rows[-1] == (
        *("Saldo Awal : 1,000,000.00", "Total Transaksi Debet : 150,000.00", "Total Transaksi Kredit : 150,000.00"),
        "Saldo Akhir : 1,000,000.00",
    )


def test_every_pocket_has_its_own_lines(tmp_path: Path) -> None:
    rows = [row.cells for row in opened(tmp_path, drawn(JAGO, Style())).grid.rows]

    pockets = [row[0] for row in rows if row[0].startswith("Pocket ID")]
    assert pockets == ["Pocket ID 100000000001", "Pocket ID 100000000002", "Pocket ID 100000000003"]


def test_rows_know_their_page_and_their_lines(tmp_path: Path) -> None:
    rows = opened(tmp_path, drawn(LIVIN, Style())).grid.rows
    booked = [row for row in rows if row.cells[0] in {"1", "2", "3"}]

    assert [(row.page, row.line, row.last_line) for row in booked] == [(1, 7, 11), (1, 12, 16), (1, 17, 19)]


def test_a_page_without_text_and_one_without_a_table_say_so(tmp_path: Path) -> None:
    for raw, said in ((pdf([[]]), SCAN), (pdf([[Text(40, 40 + 12 * n, "surat biasa") for n in range(9)]]), NO_TABLE)):
        (tmp_path / "surat.pdf").write_bytes(raw)
        assert document(FolderSource(tmp_path, "surat.pdf")) == said


def test_a_scanned_page_among_others_is_noted(tmp_path: Path) -> None:
    raw = pdf([*BCA.pages, []], Style(), size=(700, 842))

    [note] = opened(tmp_path, raw).notes

    assert (note.page, "holds no text" in note.reason) == (len(BCA.pages) + 1, True)


def test_a_damaged_pdf_says_so(tmp_path: Path) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.4\n" + b"tidak ada apa-apa di sini " * 20)

    assert "damaged" in str(document(FolderSource(tmp_path, "rusak.pdf")))


def test_a_pdf_under_a_password_says_so(tmp_path: Path) -> None:
    (tmp_path / "kunci.pdf").write_bytes((DATA / "kunci.pdf").read_bytes())

    assert document(FolderSource(tmp_path, "kunci.pdf")) == LOCKED


@pytest.mark.parametrize("signs", [22, 28, 34])
def test_a_name_that_goes_on_in_the_next_line_is_one_name(signs: int, tmp_path: Path) -> None:
    names = ("MUHAMMAD CONTOH PERMISAL", "SITI NURHALIZAH MISALKAN", "BUDI REKAAN", "DEWI SEMISAL UMPAMAWATI PERTIWI")
    columns = ((40, "Tanggal"), (110, "Keterangan"), (360, "Debet"), (460, "Kredit"), (570, "Saldo"))
    page = [Text(40, 30, "No. Rekening : 1234567890"), Text(40, 45, "Mata Uang : IDR")]
    page += [Text(x, 100, name, align="left" if x < 200 else "right") for x, name in columns]
    y, balance = 115.0, 1_000_000
    for turn in range(16):
        balance += 1000 * (turn + 1)
        lines = textwrap.wrap(f"TRANSFER DARI {names[turn % 4]}", signs)
        page += [Text(40, y, f"{turn + 1:02}/03/2026"), Text(460, y, f"{1000 * (turn + 1):,}.00", align="right")]
        page += [Text(570, y, f"{balance:,}.00", align="right")]
        page += [Text(110, y + 11 * at, words) for at, words in enumerate(lines)]
        y += 11 * len(lines) + 6

    rows = opened(tmp_path, pdf([page])).grid.rows

    told = [row.cells[1] for row in rows if len(row.cells) == len(columns)][1:]
    assert told == [f"TRANSFER DARI {names[turn % 4]}" for turn in range(16)]
