# SPDX-License-Identifier: Apache-2.0
"""Layouts that no profile knows, at the terminal and on the desk: accepted alone or once for the unit, and said so."""

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.case.test_layouts import answers, made
from tests.case.views.made import PASSPHRASE, made_case
from tests.desk.browser import links, token_of
from tests.desk.conftest import _open

from suluh.model.people import Decision
from suluh.unit.layouts import layouts

SHEET = Path(__file__).parent.parent / "data" / "readers" / "statement-fixed" / "unknown" / "input"


def fresh(suluh, folder, name):
    """A case with the one statement, run."""
    case, world = folder / name, folder / f"world-{name}"
    shutil.copytree(SHEET, world)
    for words in (
        ("new", case, "--number", f"LP/{name}/2026", "--unit", "Unit Contoh"),
        ("authority", case, "--kind", "court", "--number", "PEN-1", "--issuer", "PN Contoh", "--date", "2026-01-02"),
        ("add", case, world, "--label", "B-1", "--authority", "PEN-1", "--timezone", "Asia/Jakarta"),
    ):
        assert suluh(*words).code == 0
    return case, suluh("run", case)


def rows(suluh, case):
    return [json.loads(line) for line in suluh("show", case, "statements", "--json").out.splitlines()]


def test_a_later_case_of_the_unit_reads_the_layout_as_accepted_and_says_so(suluh, tmp_path):
    suluh("officer", "add", "S1", "--access", "supervisor")
    first, _ = fresh(suluh, tmp_path, "one")
    [row] = rows(suluh, first)

    done = suluh("statement", "accept", first, row["id"], "--unit", "--reason", "compared with the paper")
    later, ran = fresh(suluh, tmp_path, "two")
    [same] = rows(suluh, later)
    listed = suluh("statement", "layouts").out
    taken_back = suluh("statement", "withdraw", row["layout_digest"], "--reason", "the bank changed it")
    third, _ = fresh(suluh, tmp_path, "three")

    assert row["accepted"] is None
    assert (done.code, taken_back.code) == (0, 0)
    assert "is accepted for the unit" in done.out
    assert "is accepted, as S1 did for the unit: compared with the paper" in ran.out
    assert same["accepted"]["unit"] is True
    assert same["layout_digest"] == row["layout_digest"]
    assert row["layout_digest"] in listed
    assert "accepted by S1" in listed
    assert "taken back by S1" in suluh("statement", "layouts").out
    assert rows(suluh, third)[0]["accepted"] is None
    assert suluh("verify", later).code == 0


def test_an_examiner_is_told_who_has_to_run_and_a_broken_file_stops_nothing(suluh, tmp_path, monkeypatch):
    suluh("officer", "add", "S1", "--access", "supervisor")
    fingerprint = re.search(r"fingerprint is ([0-9a-f ]+):", suluh("officer", "add", "E1", "--access", "examiner").out)[
        1
    ]
    first, _ = fresh(suluh, tmp_path, "one")
    [row] = rows(suluh, first)
    later, _ = fresh(suluh, tmp_path, "two")
    suluh("officer", "admit", later, "E1", "--fingerprint", fingerprint)
    suluh("statement", "accept", first, row["id"], "--unit", "--reason", "compared")
    monkeypatch.setenv("SULUH_ACTOR", "E1")
    told = suluh("run", later)
    [path] = (tmp_path / "home" / "layouts").glob("*.json")
    path.write_bytes(path.read_bytes().replace(b"compared", b"COMPARED"))
    monkeypatch.setenv("SULUH_ACTOR", "S1")
    broken = suluh("run", later)

    assert (told.code, broken.code) == (0, 0)
    assert "1 layouts of statements are accepted for the unit: an analyst or a supervisor" in told.out
    assert "take the file away" in broken.out
    assert rows(suluh, later)[0]["accepted"] is None


@pytest.fixture
def own(tmp_path):
    """The desk of a case with two statements of one unknown layout."""
    case = made_case(tmp_path)
    for name in ("january", "february"):
        made(case, name, answers(), "bca:9988776655")
    yield _open(case, tmp_path / "home", None, "supervisor")
    case.close()


def waiting(browser):
    """The page of the first statement that waits, and the fields of its form."""
    text = browser.get("/en/waiting?what=statement").text
    address = next(one for one in links(text) if re.fullmatch(r"/en/statements/\w{26}", one))
    said = {name: re.search(rf'name="{name}" value="(\w+)"', text)[1] for name in ("seen", "words")}
    return address, {"token": token_of(text), "act": "decide", "reason": "compared", "passphrase": PASSPHRASE, **said}


def layout_decisions(desk):
    return [one for one in desk.case.nouns(Decision) if one.act == "layout"]


def test_a_statement_of_an_unknown_layout_waits_and_is_accepted_alone(own):
    browser = own.enter()
    address, form = waiting(browser)

    done = browser.post(address, form | {"choice": "accept"})

    assert "1 other statements of this case have the same layout" in browser.get(waiting(browser)[0]).text
    assert "How it was read is accepted" in done.text
    assert "compared" in done.text
    assert [len(one.left) for one in layout_decisions(own)] == [26]
    assert list(layouts(own.case.acting.unit)) == []


@pytest.mark.parametrize(("code", "said"), [("en", "accepted for the unit"), ("id", "diterima untuk unit")])
def test_its_layout_is_accepted_once_for_the_unit(own, code, said):
    browser = own.enter()
    address, form = waiting(browser)

    done = browser.post(address.replace("/en/", f"/{code}/"), form | {"choice": "accept-unit"})
    [one] = layouts(own.case.acting.unit)

    assert said in done.text
    assert [(each.left, each.by) for each in layout_decisions(own)] == [(one.digest, "O-supervisor")]
    assert "/statements/" not in " ".join(links(browser.get("/en/waiting?what=statement").text))


@pytest.mark.parametrize("changed", [{"seen": "0" * 64}, {"seen": ""}, {"words": ""}, {"words": "3"}, {"choice": "x"}])
def test_what_was_not_read_is_not_accepted(own, changed):
    browser = own.enter()
    address, form = waiting(browser)

    answer = browser.post(address, form | {"choice": "accept"} | changed)

    assert answer.status_code == 422
    assert layout_decisions(own) == []
