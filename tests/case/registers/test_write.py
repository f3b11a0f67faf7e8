# SPDX-License-Identifier: Apache-2.0
"""Registers as workbooks and reminders as letters: what stands in them, and that they come out the same."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from tests.case.clocks.scripted import WANTED, at, copied, lawful_case, paper, typed
from tests.case.views.made import BANK

from suluh.case.keep import Act
from suluh.case.registers.write import write_register, write_reminder
from suluh.case.typed.enter import enter
from suluh.model.dossier.papers import Answer, Letter, Reply
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.ids import make_id
from suluh.model.people import Decision

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHY = "gelar perkara"


@pytest.fixture(scope="module")
def lawful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lawful")
    case = lawful_case(folder)
    paper("surat")(case)
    asked = {"accounts": (BANK,), "asked_from": "2026-01-01", "asked_to": "2026-02-28", "basis": "KUHAP 140"}
    asked |= {"records": ("mutasi", "data pembukaan")}
    letter = {"code": "letter-1", "to": "Bank <Contoh> & Rekan", "kind": "bank", "paper": "surat-2026-03-02"}
    enter(case, Letter, [{**letter, **asked, "sent": "2026-03-02"}])
    WANTED(case)
    typed(Answer, item="item-1", sentence="=ada pada nomor 8", papers=("surat-2026-03-02",), version="2")(case)
    case.close()
    return folder


@pytest.fixture
def case(lawful: Path, tmp_path: Path):
    found = at(copied(lawful, tmp_path / "copy"), "2026-03-20T10:00+07:00")
    yield found
    found.close()


def cells(file: Path, sheet: str) -> list[list[object]]:
    """The rows of one table below its heads."""
    return [list(row) for row in load_workbook(file)[sheet].iter_rows(min_row=2, values_only=True)]


def words(file: Path) -> str:
    """All text of a DOCX, one paragraph a line."""
    with zipfile.ZipFile(file) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 # a file of our own
    return "\n".join("".join(one.text or "" for one in each.iter(f"{WORD}t")) for each in root.iter(f"{WORD}p"))


def test_the_register_of_letters_says_how_long_each_waits(case, tmp_path: Path) -> None:
    written = write_register(case, "letters", tmp_path / "surat.xlsx", WHY)

    [row] = cells(tmp_path / "surat.xlsx", "surat")
    assert (row[2], row[4], row[5], row[11], row[20]) == (
        "Bank <Contoh> & Rekan",
        BANK,
        "mutasi, data pembukaan",
        18,
        "2026-03-16",
    )
    [buyer] = cells(tmp_path / "surat.xlsx", "pembeli-tanpa-balasan")
    assert buyer[2].startswith("tidak ada rekening")
    assert sorted(one.suffix for one in written) == [".csv", ".csv", ".xlsx"]


def test_the_register_of_instructions_has_the_answers_as_a_table_of_their_own(case, tmp_path: Path) -> None:
    write_register(case, "instructions", tmp_path / "petunjuk.xlsx", WHY)

    [item] = cells(tmp_path / "petunjuk.xlsx", "petunjuk")
    [answer] = cells(tmp_path / "petunjuk.xlsx", "jawaban")
    assert (item[1], item[5], item[10]) == ("penuntut umum / prosecutor", "lengkapi", "dijawab / answered")
    assert answer[3:6] == ["=ada pada nomor 8", "surat surat-2026-03-02", "2"]


def test_a_register_is_masked_without_a_purpose_and_entered_with_one(case, tmp_path: Path) -> None:
    before = case.rows.last_entry().seq
    write_register(case, "letters", tmp_path / "tersamar.xlsx", None)
    assert case.rows.last_entry().seq == before
    write_register(case, "letters", tmp_path / "surat.xlsx", WHY)

    assert cells(tmp_path / "tersamar.xlsx", "surat")[0][4] != BANK
    assert b'"action":"export"' in case.rows.last_entry().body


def test_the_same_register_has_the_same_bytes(case, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_register(case, "letters", tmp_path / name / "surat.xlsx", None)

    assert (tmp_path / "a" / "surat.xlsx").read_bytes() == (tmp_path / "b" / "surat.xlsx").read_bytes()


def test_a_reminder_says_what_was_asked_and_what_is_missing_in_grey_brackets(case, tmp_path: Path) -> None:
    file = write_reminder(case, "letter-1", tmp_path / "pengingat.docx", WHY)

    said = words(file)
    assert "Kepada Yth. [Bank <Contoh> & Rekan]" in said
    assert f"[{BANK}]" in said
    assert "[18] hari" in said
    assert "[seluruh catatan yang diminta]" in said
    assert write_reminder(case, "letter-1", tmp_path / "lagi.docx", WHY).read_bytes() == file.read_bytes()


def test_what_the_case_filled_in_stands_on_grey(case, tmp_path: Path) -> None:
    file = write_reminder(case, "letter-1", tmp_path / "pengingat.docx", WHY)

    with zipfile.ZipFile(file) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 # a file of our own
    runs = {"".join(one.text or "" for one in run.iter(f"{WORD}t")): run for run in root.iter(f"{WORD}r")}
    grey = {text for text, run in runs.items() if run.find(f"{WORD}rPr/{WORD}shd") is not None}
    assert grey == {text for text in runs if text.startswith("[")}


def test_the_unit_writes_its_own_wording(case, tmp_path: Path) -> None:
    own = case.acting.unit.path / "templates" / "reminder.txt"
    own.parent.mkdir()
    own.write_text("Salam {to},\nmohon {lacks}.\n", "utf-8")

    assert words(write_reminder(case, "letter-1", tmp_path / "a.docx", WHY)).splitlines()[0] == (
        "Salam [Bank <Contoh> & Rekan],"
    )

    own.write_text("Salam {nama}\n", "utf-8")
    with pytest.raises(Misuse, match="which nobody fills"):
        write_reminder(case, "letter-1", tmp_path / "b.docx", WHY)
    own.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Misuse, match="no text in UTF-8"):
        write_reminder(case, "letter-1", tmp_path / "b.docx", WHY)
    assert not (tmp_path / "b.docx").exists()


def test_what_cannot_be_written_is_said(case, tmp_path: Path) -> None:
    with pytest.raises(Misuse, match=r"does not end in \.xlsx"):
        write_register(case, "letters", tmp_path / "surat.pdf", WHY)
    with pytest.raises(Misuse, match="a folder that is there"):
        write_register(case, "letters", tmp_path / "tidak" / "surat.xlsx", WHY)
    with pytest.raises(UnknownObject, match="has no letter letter-9"):
        write_reminder(case, "letter-9", tmp_path / "a.docx", WHY)


def test_nobody_is_reminded_of_what_is_answered(case, tmp_path: Path) -> None:
    span = {"given_from": "2026-01-01", "given_to": "2026-02-28", "accounts": (BANK,)}
    enter(case, Reply, [{"letter": "letter-1", "received": "2026-03-10", **span}])

    with pytest.raises(Misuse, match="nothing to remind of"):
        write_reminder(case, "letter-1", tmp_path / "a.docx", WHY)


def test_what_is_hidden_of_a_child_is_counted_at_the_end_of_each_table(case, tmp_path: Path) -> None:
    child = {"act": "role", "left": BANK, "right": "child_victim", "by": "S1", "at": "2026-03-05T09:00:00Z"}
    case.keep(Act("decide", BANK), [Decision(id=make_id("decision", 9), order=9, **child)])

    write_register(case, "letters", tmp_path / "surat.xlsx", None)

    row, last = cells(tmp_path / "surat.xlsx", "surat")
    assert "dilindungi" in str(last[0]) or "terlindungi" in str(last[0])
    assert BANK not in str(row)
