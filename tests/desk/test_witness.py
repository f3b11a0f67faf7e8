# SPDX-License-Identifier: Apache-2.0
"""A read for a purpose cannot be wiped by an older copy of the case: a witness file outside has seen it."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

SHOWN = re.compile(r"entry (\d+), root ((?:[0-9a-f]{4} ?){4})")


class Read(NamedTuple):
    """A case that was read for a purpose: an older copy of it, and its witness file."""

    case: Path
    older: Path
    witness: Path
    said: str
    """What the screen said."""

    def roll_back(self) -> None:
        """Put the older copy back, as if nobody had read anything."""
        shutil.rmtree(self.case)
        shutil.copytree(self.older, self.case)


@pytest.fixture
def read(suluh, tmp_path, copied_case) -> Read:
    made = copied_case
    log = made.paper.id
    made.close()
    case = made.folder.path
    older = Path(shutil.copytree(case, tmp_path / "older"))
    done = suluh("show", case, "payments", "--purpose", "saksi")
    assert done.code == 0
    return Read(case, older, tmp_path / "home" / "witness" / f"{log}.txt", done.err)


def test_a_case_that_was_read_for_a_purpose_holds_and_its_witness_agrees(suluh, read):
    done = suluh("verify", read.case)

    assert (done.code, done.err) == (0, "")
    assert "lines of its witness file" in done.out
    assert "witness" not in "".join(line for line in done.out.splitlines() if line.startswith("Note:"))


def test_an_older_case_in_the_place_of_one_that_was_read_is_named(suluh, read):
    read.roll_back()

    done = suluh("verify", read.case)

    entry, _ = SHOWN.search(read.said).groups()
    assert done.code == 1
    assert "the ledger was cut or rolled back: line" in done.err
    assert f"of {read.witness} saw entry {entry}, and {int(entry) - 1} are left" in done.err


def test_an_older_case_that_grew_again_is_named(suluh, read):
    read.roll_back()
    for _ in range(3):
        assert suluh("show", read.case, "files", "--purpose", "lain").code == 0

    done = suluh("verify", read.case)

    assert (done.code, "history was rewritten" in done.err) == (1, True)


def test_without_its_witness_file_the_same_is_said_not_to_be_known(suluh, read):
    read.witness.unlink()

    done = suluh("verify", read.case)

    assert (done.code, f"Note: the witness file {read.witness} is not there" in done.out) == (0, True)


def test_what_the_screen_showed_finds_the_same_without_any_file(suluh, read):
    shown = " ".join(SHOWN.search(read.said).groups())
    assert suluh("verify", read.case, "--seen", shown).code == 0
    read.roll_back()
    read.witness.unlink()

    done = suluh("verify", read.case, "--seen", shown.replace(" ", ":", 1))

    assert (done.code, "was cut or rolled back: what you saw" in done.err) == (1, True)


def test_another_root_than_the_one_that_was_shown_is_named(suluh, read):
    entry, root = SHOWN.search(read.said).groups()

    done = suluh("verify", read.case, "--seen", f"{entry} {root[::-1]}")

    assert (done.code, "history was rewritten" in done.err) == (1, True)


@pytest.mark.parametrize(
    "typed", ["", "3f2a", "41", "41 3f2a", "41 3f2a 91c2 d7e3 0b5", "0 3f2a 91c2 d7e3 0b5c", "x 3f"]
)
def test_what_is_no_entry_with_its_root_is_misuse(suluh, read, typed):
    done = suluh("verify", read.case, "--seen", typed)

    assert (done.code, "is no entry with its root" in done.err) == (2, True)


def test_lines_that_cannot_be_read_or_are_of_other_cases_accuse_nobody(suluh, read):
    with read.witness.open("ab") as file:
        file.write(b"\xff half a li\n" + b"a" * 26 + b" 9 " + b"0" * 64 + b"\n" + b"x" * 5000 + b"\n")

    done = suluh("verify", read.case)

    assert done.code == 0
    assert "1 lines of the witness file" in done.out
    assert re.search(r"Note: \d+ lines of the witness file .* cannot be read, first line \d+: they were left", done.out)


def test_where_no_witness_can_be_told_nothing_is_shown(suluh, read, monkeypatch, tmp_path):
    monkeypatch.setenv("SULUH_WITNESS", str(tmp_path / "nowhere"))

    done = suluh("show", read.case, "payments", "--purpose", "saksi")

    assert (done.code, done.out) == (1, "")
    assert f"the witness file {tmp_path / 'nowhere'}" in done.err
    assert "so nothing is shown" in done.err


def test_a_witness_lies_where_the_unit_says(suluh, read, monkeypatch, tmp_path):
    (tmp_path / "far").mkdir()
    monkeypatch.setenv("SULUH_WITNESS", str(tmp_path / "far"))
    assert suluh("show", read.case, "payments", "--purpose", "saksi").code == 0

    assert [path.name for path in (tmp_path / "far").iterdir()] == [read.witness.name]
    assert suluh("verify", read.case).code == 0


def test_a_read_that_was_told_elsewhere_is_said(suluh, read, monkeypatch, tmp_path):
    (tmp_path / "far").mkdir()
    with monkeypatch.context() as other:
        other.setenv("SULUH_WITNESS", str(tmp_path / "far"))
        assert suluh("show", read.case, "payments", "--purpose", "saksi").code == 0

    done = suluh("verify", read.case)

    entry, _ = SHOWN.search(read.said).groups()
    assert f"{read.witness} ends at entry {entry}: that read was told elsewhere, or its command was killed" in done.out


def test_a_link_in_the_place_of_the_witness_is_not_followed(suluh, read, tmp_path):
    read.witness.unlink()
    read.witness.symlink_to(tmp_path / "elsewhere")

    assert suluh("show", read.case, "payments", "--purpose", "saksi").code == 1
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("words", [("show", "files"), ("show", "counts", "--json"), ("verify",)])
def test_who_reads_without_a_purpose_tells_no_witness(suluh, read, words):
    before = read.witness.read_bytes()

    done = suluh(words[0], read.case, *words[1:])

    assert (done.code, done.err, read.witness.read_bytes()) == (0, "", before)


def test_a_list_for_scripts_is_not_mixed_with_what_the_screen_says(suluh, read):
    done = suluh("show", read.case, "payments", "--json", "--purpose", "saksi")

    assert all(line.startswith("{") for line in done.out.splitlines())
    assert SHOWN.search(done.err)


@pytest.mark.parametrize("purpose", [(), ("--purpose", "berkas")])
def test_forms_say_how_far_the_ledger_had_grown(suluh, read, tmp_path, purpose):
    assert suluh("export", read.case, tmp_path / "forms", *purpose).code == 0

    footers = {
        page.oddFooter.left.text
        for path in (tmp_path / "forms").glob("*.xlsx")
        for page in openpyxl.load_workbook(path)
    }
    table = (tmp_path / "forms" / "ledger.csv").read_text("utf-8-sig").splitlines()
    _, entry, root = table[1].split(";")
    assert all("Buku jejak / Ledger: catatan / entry" in text for text in footers)
    assert suluh("verify", read.case, "--seen", f"{entry} {root}").code == 0
    for text in footers:
        size, short = re.search(r"entry (\d+), akar / root (.*)$", text).groups()
        assert suluh("verify", read.case, "--seen", f"{size} {short}").code == 0


def test_pages_say_how_far_the_ledger_had_grown_after_what_they_read(open_desk, suluh):
    desk = open_desk("reading")
    browser = desk.enter()

    english, indonesian = (browser.get(f"/{code}/payments").text for code in ("en", "id"))

    shown = SHOWN.search(english).groups()
    assert "It stands at entry" in english
    assert "Kini sampai catatan" in indonesian
    assert suluh("verify", desk.case.folder.path, "--seen", " ".join(shown)).code == 0


def test_pages_without_a_purpose_say_nothing_of_the_ledger(desk):
    assert "It stands at entry" not in desk.enter().get("/en/payments").text
