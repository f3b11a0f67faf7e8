# SPDX-License-Identifier: Apache-2.0
"""Dossiers at the terminal and at the desk: checks, contents, freezing, and the page in both languages."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.case.dossiers.evidence import sha
from tests.case.dossiers.faults import FAULTS
from tests.case.dossiers.made import DOSSIER, Plan, build, copied
from tests.case.views.made import acting
from tests.desk.browser import Browser, anybody
from tests.desk.conftest import HOST, Clock

from suluh.case.acts.admit import admit
from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build as build_desk
from suluh.model.errors import Misuse
from suluh.model.people import Officer

WRONG = ("no receipt", "chance", "fact against without an answer")


@pytest.fixture
def plan() -> Plan:
    return Plan(1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The folder of a dossier with some faults, each made once and never changed."""

    @cache
    def with_faults(*names: str) -> Path:
        root, plan = tmp_path_factory.mktemp("made"), Plan(1)
        for name in names:
            FAULTS[name].spoil(plan)
        build(root, plan).close()
        return root

    return with_faults


@pytest.fixture
def clean(tmp_path: Path, made: Callable[..., Path]) -> Iterator[Case]:
    case = copied(made(), tmp_path)
    yield case
    case.close()


@pytest.fixture
def wrong(tmp_path: Path, made: Callable[..., Path]) -> Iterator[Case]:
    case = copied(made(*WRONG), tmp_path)
    yield case
    case.close()


def entered(case: Case, home: Path, access: str = "supervisor") -> Browser:
    officer = acting(home, f"O-{access}", access)
    if not list(case.nouns(Officer, {"code": officer.key.code})):
        admit(case, officer.key.public)
    door = Door(Clock())
    browser = Browser(build_desk(Reading(Case.open(case.folder, officer), None), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")
    return browser


def test_a_clean_dossier_is_checked_listed_frozen_and_released(suluh, clean, tmp_path):
    path, paper = clean.folder.path, tmp_path / "d1"

    done = suluh("dossier", path, "check")
    assert (done.code, "0 findings block it, 0 need a sentence" in done.out) == (0, True)
    assert "Wrote D1 into" in suluh("dossier", path, "contents", DOSSIER, "--to", paper).out
    done = suluh("dossier", path, "freeze", DOSSIER, "D1", paper)
    assert (done.code, "Froze D1 of dossier-1 as written-4" in done.out) == (0, True)
    done = suluh("dossier", path, "release", "written-4", "--copy", "Kejaksaan Negeri Contoh", "--actor", "S2")
    assert (done.code, "Copy 1 of 1: Kejaksaan Negeri Contoh" in done.out) == (0, True)
    assert suluh("verify", path).code == 0


def test_a_check_names_what_blocks_and_exits_1(suluh, wrong):
    done = suluh("dossier", wrong.folder.path, "check", "--dossier", DOSSIER)

    assert done.code == 1
    assert "B 1 sita-B-3: No receipt is named. (sita-1)" in done.out
    done = suluh("dossier", wrong.folder.path, "check", "--json")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert {(row["number"], row["severity"]) for row in rows} >= {(1, "B"), (7, "W"), (17, "W")}
    assert all(row["what_id"] != row["what"] for row in rows)


def test_a_paper_that_is_blocked_is_refused_in_a_sentence(suluh, wrong, tmp_path):
    suluh("dossier", wrong.folder.path, "contents", DOSSIER, "--to", tmp_path / "d1")

    done = suluh("dossier", wrong.folder.path, "freeze", DOSSIER, "D1", tmp_path / "d1")

    assert done.code == 1
    assert "block D1 of dossier-1: 1 sita-B-3: No receipt is named" in done.err
    done = suluh("dossier", wrong.folder.path, "freeze", DOSSIER, "D1", tmp_path / "d1", "--why", "ya")
    assert "is no sentence on a warning" in done.err


def test_facts_are_proposed_and_none_is_tied(suluh, clean, plan):
    before = suluh("show", clean.folder.path, "ties", "--json").out

    done = suluh("dossier", clean.folder.path, "propose", DOSSIER)

    assert done.code == 0
    assert f"content:{sha(plan.evidence.words[1])}" in done.out
    assert f"content:{sha(plan.evidence.words[0])}" not in done.out
    assert suluh("show", clean.folder.path, "ties", "--json").out == before


def test_a_form_of_which_nothing_was_written_is_said(suluh, clean, tmp_path):
    words = ("--purpose", "tahap I", "--dossier", DOSSIER, "--form", "D4,D5")

    done = suluh("dossier", clean.folder.path, "write", tmp_path / "papers", *words)

    assert done.code == 0
    assert "No D4 was written" in done.out
    assert "No D5 was written" not in done.out


def test_places_in_a_note_are_set_as_such(clean, tmp_path):
    shown = entered(clean, tmp_path / "home").get("/en/duties").text

    assert "<code>suluh law CASE check</code>" in shown
    assert "`" not in shown.partition("<main")[2]


def test_a_verification_by_an_officer_leaves_a_note(suluh, clean):
    size = clean.seen().size

    assert suluh("verify", clean.folder.path).code == 0
    assert clean.seen().size == size
    assert suluh("verify", clean.folder.path, "--actor", "S1").code == 0

    [last] = list(Viewer(clean).list("ledger"))[-1:]
    assert (last["seq"], last["action"], last["object"]) == (size + 1, "verified", "case")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("2. menjual", "Nobody answered this yet.", "No receipt is named.", "missing", "List of contents")),
        ("id", ("2. menjual", "Belum ada yang menjawabnya.", "Tanda terima belum disebut.", "belum ada", "Daftar isi")),
    ],
)
def test_the_page_of_a_dossier_shows_contents_elements_and_checks(wrong, tmp_path, language, said):
    browser = entered(wrong, tmp_path / "home")

    shown = browser.get(f"/{language}/dossiers/{DOSSIER}")

    assert shown.status_code == 200
    assert [one for one in said if one not in shown.text] == []
    assert f"/{language}/dossiers/{DOSSIER}" in browser.get(f"/{language}/dossiers").text
    assert browser.get(f"/{language}/dossiers/dossier-9").status_code == 404


def test_the_page_shows_a_frozen_paper_that_no_longer_agrees(clean, tmp_path, suluh):
    tie = ("--corrects", "tie-1-told", "--sentence", "Saksi menerangkan hal lain.", "--reason", "salah ketik")
    suluh("dossier", clean.folder.path, "tie", *tie)

    shown = entered(clean, tmp_path / "home").get(f"/en/dossiers/{DOSSIER}").text

    assert "no longer:" in shown
    assert "tie tie-1-told" in shown


def test_an_auditor_sees_no_dossier(wrong, tmp_path):
    assert entered(wrong, tmp_path / "home", "auditor").get(f"/en/dossiers/{DOSSIER}").status_code == 404


def test_texts_of_a_dossier_are_masked_without_a_purpose(tmp_path, plan):
    plan.row("tie-1-told")["sentence"] = f"Saksi menelepon {plan.evidence.buyer.partition(':')[2]} di sana."
    case = build(tmp_path, plan)
    number = plan.evidence.buyer.partition(":")[2]

    assert number not in entered(case, tmp_path / "home").get(f"/en/dossiers/{DOSSIER}").text
    assert number in str(list(Viewer(case, "menyusun berkas").list("elements")))


def test_a_child_and_another_defendant_have_no_dossier_in_common(suluh, clean, plan):
    given = ("--dossier", DOSSIER, "--accounts", plan.evidence.buyer, "--age", "child")

    done = suluh("dossier", clean.folder.path, "defendant", *given)

    assert (done.code, "a child has a dossier of its own" in done.err) == (Misuse.exit_code, True)


def test_a_name_behind_the_code_of_a_child_goes_to_the_vault(suluh, clean):
    given = ("--kind", "id-card", "--paper", "BAP-saksi", "--person", "AK-1", "--name", "Nama Yang Dibuat")

    done = suluh("care", clean.folder.path, "identity", *given)

    assert (done.code, "--vault" in done.err) == (Misuse.exit_code, True)
