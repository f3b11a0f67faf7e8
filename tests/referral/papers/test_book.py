# SPDX-License-Identifier: Apache-2.0
"""The workbook of a paper opens in a spreadsheet without a formula; its pages break words and parts where they may."""

from io import BytesIO

import pypdfium2
import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from suluh.referral.papers.book import book_of
from suluh.referral.papers.setting import set_paper
from suluh.referral.papers.values import Both, Document, Head, Section, Seen, Sum, Table

EVIL = "=HYPERLINK(1)"
TABLE = Table(
    name="2 rangkaian",
    title=Both("Deals", "Rangkaian"),
    heads=(
        Head(english="Name", indonesian="Nama"),
        Head(english="Files", indonesian="File"),
        Head(english="Paid", indonesian="Dibayar", adds_up=True),
    ),
    rows=((EVIL, 40, Sum(6_500_000, "IDR")), ("+62899", 20, Sum(4_000_000, "IDR"))),
    totals=((Both("Total", "Jumlah"), None, Sum(10_500_000, "IDR")),),
)
PAPER = Document(
    form="D4",
    number="D4-O-4",
    title=Both("Annex", "Lampiran"),
    about=Both("Case", "Perkara"),
    case="LP/1/2026",
    unit="Unit",
    by="S-1",
    at="2026-01-01T00:00:00Z",
    tool="Suluh",
    seen=Seen(size=1, root="0000"),
    sections=(Section(title=TABLE.title, tables=(TABLE,)),),
)


def test_each_table_is_a_sheet_with_heads_that_stay_filters_and_figures() -> None:
    book = load_workbook(BytesIO(book_of(PAPER, "salinan")))

    assert book.sheetnames == ["kepala", TABLE.name]
    page = book[TABLE.name]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C3"
    assert [cell.value for cell in page[1]] == ["Nama\nName", "File\nFiles", "Dibayar\nPaid"]
    assert [cell.value for cell in page[2]] == [EVIL, 40, 65_000]
    assert [cell.data_type for cell in page[2]] == ["s", "n", "n"]
    assert page["C2"].number_format.startswith('"Rp"')
    assert page["C4"].value == 105_000


def test_what_a_paper_says_beside_its_tables_stands_in_the_workbook_too() -> None:
    says, note = Both("Two deals withheld.", "Dua rangkaian ditahan."), Both("Never added.", "Tidak dijumlahkan.")
    part = Section(title=TABLE.title, says=(says,), tables=(replace(TABLE, notes=(note,)),))

    page = load_workbook(BytesIO(book_of(replace(PAPER, sections=(part,)), "salinan")))["keterangan"]

    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=2)] == [
        [1, "Rangkaian / Deals", None, "Dua rangkaian ditahan. / Two deals withheld."],
        [1, "Rangkaian / Deals", TABLE.name, "Tidak dijumlahkan. / Never added."],
    ]


def test_no_cell_of_any_sheet_is_a_formula_and_the_same_paper_gives_the_same_bytes() -> None:
    raw = book_of(PAPER, "salinan")

    cells = [cell for page in load_workbook(BytesIO(raw)) for row in page.iter_rows() for cell in row]
    assert EVIL in {cell.value for cell in cells}
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert book_of(PAPER, "salinan") == raw


def _lines(document: Document) -> list[list[str]]:
    """The lines of each page as they are set."""
    pdf = pypdfium2.PdfDocument(set_paper(document, "salinan", "id"))
    pages = [page.get_textpage().get_text_range().replace("\r\n", "\n").split("\n") for page in pdf]
    pdf.close()
    return pages


def test_a_part_of_many_sentences_begins_on_the_page_where_there_is_room_for_it() -> None:
    says = tuple(Both(f"sentence {one}", f"kalimat {one}") for one in range(70))
    tall = replace(PAPER, is_wide=False, sections=(Section(title=Both("A", "A"), says=says),))

    first, *_ = _lines(tall)

    assert "kalimat 0" in first
    assert "kalimat 30" in first


@pytest.mark.parametrize(
    ("word", "whole"),
    [
        ("Download/ChatExport_2026-01-20 (4)/result.json", ["2026-01-20"]),
        ("B-2: twitter-2026-01-20/data.js", ["2026-01-20"]),
        ("mutasi/phone-credit-6289900000002.csv", ["6289900000002", ".csv"]),
        ("mandiri:9000234127349", ["9000234127349"]),
        ("\u201c2025-12-11T07:25:26\u201d", ["2025-12-11", "07:25:26"]),
    ],
)
def test_a_day_a_time_and_a_number_stand_in_one_line(word: str, whole: list[str]) -> None:
    heads = tuple(Head(english=one, indonesian=one, width=width) for one, width in (("a", 11), ("b", 120)))
    table = Table(name="1 a", title=Both("T", "T"), heads=heads, rows=((word, "x"),))
    paper = replace(PAPER, sections=(Section(title=Both("A", "A"), tables=(table,)),))

    lines = [line for page in _lines(paper) for line in page]

    assert [one for one in whole if not any(one in line for line in lines)] == []
