# SPDX-License-Identifier: Apache-2.0
"""Commands by which officers type: options from fields, lists, corrections."""

import json
from pathlib import Path

import pytest
from tests.case.views.made import ANI

from suluh.case.case import Case

PAPER = ("--kind", "SP.Sita", "--number", "7", "--date", "2026-01-02")


@pytest.fixture
def case(copied_case: Case) -> Path:
    made = copied_case
    made.close()
    return made.folder.path


def test_a_paper_is_entered_shown_and_corrected(suluh, case):
    assert suluh("paper", case, "add", *PAPER, "--about", "B-1", "--about", "B-2").out == "Entered paper paper-1.\n"

    done = suluh("paper", case, "add", "--corrects", "paper-1", "--number", "8", "--reason", "salah ketik")

    assert done.out == "Corrected paper paper-1.\n"
    old, new = map(json.loads, suluh("show", case, "papers", "--json").out.splitlines())
    assert (old["number"], new["number"], new["about"]) == ("7", "8", ["B-1", "B-2"])


def test_a_list_enters_many_or_none(suluh, case, tmp_path):
    listed = tmp_path / "papers.csv"
    listed.write_text("kind,number,date,about\nLP,1,2026-01-01,B-1;B-2\nSPDP,2,2026-01-02,\n", "utf-8-sig")
    assert suluh("paper", case, "add", "--list", listed).code == 0

    listed.write_text("kind,number,date\nLP,3,2026-01-01\nLP,4,yesterday\n")
    done = suluh("paper", case, "add", "--list", listed)

    assert (done.code, "no date" in done.err) == (2, True)
    rows = [json.loads(line) for line in suluh("show", case, "papers", "--json").out.splitlines()]
    assert [(row["number"], row["about"]) for row in rows] == [("1", ["B-1", "B-2"]), ("2", [])]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--kind", "LP"), "paper needs its number (--number): Its number."),
        ((*PAPER, "--answers", "paper-9"), "enter it first, or see `suluh show CASE papers`"),
        ((*PAPER, "--reason", "x"), "go with --corrects"),
        (("--corrects", "paper-5", "--reason", "x", "--number", "1"), "has no paper paper-5"),
        ((*PAPER, "--list", "x.csv"), "--list stands alone"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(suluh, case, words, says):
    done = suluh("paper", case, "add", *words)

    assert done.code == 2
    assert says in done.err


def test_a_field_may_be_called_as_a_part_of_the_program_is(suluh, case):
    done = suluh("dossier", case, "alternative", "--about", ANI, "--row", "5", "--state", "open")

    assert done.out == "Entered alternative alternative-1.\n"
    [row] = [json.loads(line) for line in suluh("show", case, "alternatives", "--json").out.splitlines()]
    assert (row["row"], row["state"]) == ("5", "open")


LOSES = {
    "kind,kind,number,date\nLP,LI,1,2026-01-01\n": "'kind' twice",
    "kind,number,date,\nLP,1,2026-01-01,catatan\n": "without a name",
    "kind;number;date\nLP;1;2026-01-01\n": "with commas",
    "kind,number,date\n": "nothing below its heading",
    "": "nothing below its heading",
}


@pytest.mark.parametrize("text", LOSES)
def test_a_list_of_which_something_would_be_lost_is_refused(suluh, case, tmp_path, text):
    (tmp_path / "papers.csv").write_text(text, "utf-8")

    done = suluh("paper", case, "add", "--list", tmp_path / "papers.csv")

    assert done.code == 2
    assert LOSES[text] in done.err


def test_a_cell_of_two_lines_keeps_both(suluh, case, tmp_path):
    (tmp_path / "papers.csv").write_text('kind,number,date,note\nLP,1,2026-01-01,"satu\ndua"\n', "utf-8")

    assert suluh("paper", case, "add", "--list", tmp_path / "papers.csv").code == 0

    [row] = map(json.loads, suluh("show", case, "papers", "--json").out.splitlines())
    assert row["note"] == "satu\ndua"
