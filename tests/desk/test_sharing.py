# SPDX-License-Identifier: Apache-2.0
"""`suluh convert`, `suluh care CASE write` and `suluh ending CASE write` say what they wrote, and what stops them."""

import re

import pytest
from tests.case.views.made import ANI, acting
from tests.custody.every_noun import work_out

from suluh.case.acts.admit import admit
from suluh.case.case import Case
from suluh.case.folder import CaseFolder

WHY = ("--purpose", "uji")
PAPER = ("--kind", "putusan", "--number", "7", "--date", "2026-01-02")


@pytest.fixture
def made(tmp_path, copied_case):
    """A worked-out case with two supervisors, closed."""
    made = copied_case
    made.close()
    case = Case.open(CaseFolder(made.folder.path), acting(tmp_path / "home"))
    admit(case, acting(tmp_path / "home", "S2").key.public)
    work_out(case)
    case.close()
    return case.folder.path


def test_a_package_is_written_in_another_form_and_what_has_no_place_is_said(suluh, made, tmp_path):
    drafted = suluh("refer", made, "--to", "expert")
    draft = re.search(r"Drafted ([a-z2-7]{26})", drafted.out).group(1)
    suluh("approve", made, draft, "--actor", "S2")

    done = suluh("convert", made / "releases" / f"package-{draft}", tmp_path / "out.jsonld", "--to", "case")

    assert done.code == 0, done.err
    assert (tmp_path / "out.jsonld").is_file()
    assert re.search(r"no place for these tables.* limits \d+, method \d+, ", done.out)
    assert "It bears no signature" in done.out


def test_a_folder_that_is_no_package_gives_no_other_form(suluh, made, tmp_path):
    done = suluh("convert", made, tmp_path / "out.jsonld", "--to", "case")

    assert done.code == 1
    assert "it is no package" in done.err


def test_a_note_for_support_is_written_and_what_is_missing_is_said(suluh, made, tmp_path):
    suluh("care", made, "note", "--person", "AK-1", "--risk", "yes", "--needs", "pendampingan")

    done = suluh("care", made, "write", tmp_path / "out", "--person", "AK-1", *WHY)

    assert done.code == 0, done.err
    assert [path.name for path in sorted((tmp_path / "out").iterdir())] == ["D7-AK-1-en.pdf", "D7-AK-1-id.pdf"]
    assert "Note: no summary for restitution (D6) was written: no series names AK-1." in done.out


def test_papers_for_support_need_a_purpose(suluh, made, tmp_path):
    done = suluh("care", made, "write", tmp_path / "out", "--person", "AK-1")

    assert (done.code, "--purpose" in done.err) == (2, True)


def test_the_sheet_of_the_end_is_written(suluh, made, tmp_path):
    suluh("paper", made, "add", *PAPER)
    suluh("dossier", made, "new", "--title", "Berkas")
    suluh("dossier", made, "defendant", "--dossier", "dossier-1", "--accounts", ANI)
    suluh("paper", made, "add", "--kind", "putusan", "--number", "9/Pid", "--date", "2026-01-03", "--code", "paper-v")
    said = ("--kind", "putusan", "--paper", "paper-v", "--date", "2026-01-03")
    suluh("ending", made, "add", "--defendant", "defendant-1", *said)

    done = suluh("ending", made, "write", tmp_path / "out", *WHY)

    assert done.code == 0, done.err
    assert [path.name for path in sorted((tmp_path / "out").iterdir())] == ["D13-en.pdf", "D13-id.pdf"]
