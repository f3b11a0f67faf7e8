# SPDX-License-Identifier: Apache-2.0
"""Commands correct what was mistyped and say what changed; the desk shows it."""

import json

import pytest
from tests.case.views.made import acting
from tests.desk.browser import Browser, anybody

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build

PAPER = ("--kind", "court", "--number", "PEN-1", "--issuer", "PN Contoh", "--date", "2026-01-02")
HOST = "127.0.0.1:8011"


@pytest.fixture
def case(suluh, tmp_path):
    """A case with its paper, an exhibit and a hash set."""
    case, evidence = tmp_path / "one", tmp_path / "evidence"
    acting(tmp_path / "home")
    evidence.mkdir()
    (evidence / "note.txt").write_text("halo")
    (tmp_path / "set.csv").write_text("md5\n" + "0a" * 16 + "\n")
    for words in (
        ("new", case, "--number", "LP/1/2026", "--unit", "Unit Contoh"),
        ("authority", case, *PAPER, "--kinds", "chat", "--end", "2026-02-02"),
        ("add", case, evidence, "--label", "B-1", "--authority", "PEN-1", "--holder", "Anindita"),
        ("sets", "add", case, tmp_path / "set.csv", "--as", "benign"),
    ):
        assert suluh(*words).code == 0
    return case


def rows(suluh, case, what):
    return [json.loads(line) for line in suluh("show", case, what, "--json", "--purpose", "memeriksa").out.splitlines()]


def test_a_paper_keeps_what_is_not_named_and_loses_what_is_named_empty(suluh, case):
    done = suluh("authority", case, "--corrects", "PEN-1", "--number", "PEN-2", "--end", "", "--reason", "salah ketik")

    assert done.code == 0, done.err
    assert "end: 2026-02-02 -> not stated" in done.out
    standing = next(row for row in rows(suluh, case, "authorities") if not row["corrected_by"])
    assert (standing["number"], standing["kinds"], standing["end"]) == ("PEN-2", ["chat"], None)
    assert [row["authority"] for row in rows(suluh, case, "exhibits")] == ["PEN-2"]


def test_an_exhibit_is_corrected_without_a_word_that_names_anybody(suluh, case):
    done = suluh("add", case, "--corrects", "B-1", "--holder", "Budiman", "--account", "x:1", "--reason", "salah ketik")

    assert done.out.startswith("Corrected B-1: holder, accounts.")
    [row] = rows(suluh, case, "exhibits")
    assert (row["holder"], row["accounts"], row["before"][0]["holder"]) == ("Budiman", ["x:1"], "Anindita")


def test_a_set_is_dropped_by_the_digest_that_the_list_shows(suluh, case):
    [row] = rows(suluh, case, "sets")

    assert suluh("sets", "drop", case, row["digest"][:12], "--reason", "salah jenis").code == 0
    assert [one["dropped"] for one in rows(suluh, case, "sets")] == [False, True]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("authority", "--corrects", "PEN-1", "--date", "2026-01-01"), "--reason"),
        (("authority", "--corrects", "PEN-1", "--number", "", "--reason", "x"), "cannot be taken away"),
        (("authority", "--corrects", "PEN-9", "--number", "1", "--reason", "x"), "no authority PEN-9"),
        (("authority", *PAPER[2:]), "needs --kind"),
        (("authority", *PAPER, "--reason", "x"), "--corrects"),
        (("add", "--corrects", "B-1", "--reason", "x"), "same as before"),
        (("add", "--corrects", "B-1", "--label", "B-2", "--reason", "x"), "label for ever"),
        (("add", "--corrects", "B-1", "--authority", "", "--reason", "x"), "cannot be taken away"),
        (("add", "--path", "elsewhere"), "--corrects"),
        (("add", "--list", "x.csv", "--corrects", "B-1"), "--list stands alone"),
    ],
)
def test_what_cannot_be_meant_so_is_misuse_and_enters_nothing(suluh, case, words, said):
    before = len(rows(suluh, case, "ledger"))

    done = suluh(words[0], case, *words[1:])

    assert (done.code, said in done.err) == (2, True)
    assert len(rows(suluh, case, "ledger")) == before + 1  # the entry of the read


def test_pages_say_what_was_corrected_and_that_it_was_not_run(suluh, case, tmp_path):
    suluh("authority", case, "--corrects", "PEN-1", "--number", "PEN-2", "--reason", "salah ketik")
    suluh("add", case, "--corrects", "B-1", "--holder", "", "--reason", "bukan miliknya")
    opened = Case.open(CaseFolder(case), acting(tmp_path / "home"))
    door = Door(lambda: 0.0)
    browser = Browser(build(Reading(opened, None), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")

    page = browser.get("/id/exhibits").text
    assert [words in page for words in ("sudah dikoreksi", "salah ketik", "bukan miliknya", "PEN-1")] == [True] * 4
    assert "corrected since" in browser.get("/en/exhibits").text
    assert "Not everything was run yet" in browser.get("/en/").text
    opened.close()
