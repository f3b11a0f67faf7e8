# SPDX-License-Identifier: Apache-2.0
"""A device that was entered twice leaves no case; it is taken out, or an officer says that two exhibits are alike."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.case.test_correct_run import lists
from tests.custody.every_noun import officer, start

from suluh.case.acts.admit import admit
from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.release import draft
from suluh.case.case import Case
from suluh.case.corrections.correct import Lies, correct_exhibit
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer
from suluh.case.line.run import run
from suluh.case.twice import twice
from suluh.case.verify.case import verify_case
from suluh.model.deeds.rights import RIGHTS, WITHDRAW
from suluh.model.errors import Misuse, NotAllowed
from suluh.model.intake import File
from suluh.unit.folder import UnitFolder

WHY = "salah label"
CHAT = "01/01/26, 10.00 - Toko Bunga: paket 40 file 50rb\n"


def phone(folder: Path) -> Path:
    """An extraction with a chat, a picture that cannot be read, and an empty file."""
    folder.mkdir()
    (folder / "WhatsApp Chat with Toko Bunga.txt").write_text(CHAT)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 made up")
    (folder / "empty").touch()
    for path in folder.iterdir():
        os.utime(path, (1_750_000_000, 1_750_000_000))
    return folder


def built(folder: Path, *labels: str) -> Case:
    """A case with a copy of one extraction under each label, which has run."""
    folder.mkdir(exist_ok=True)
    unit = UnitFolder(folder / "unit")
    case = start(folder / "case", unit, officer(unit, "S-1"))
    record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    for label in labels:
        add_exhibit(case, Bag(phone(folder / label), label, "P-1"))
    run(case, lambda _: None, slots=1)
    return case


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """A case with one device under two labels; no test changes it."""
    case = built(tmp_path_factory.mktemp("alike"), "B-1", "B-2")
    yield case
    case.close()


@pytest.fixture
def case(alike: Case, tmp_path: Path) -> Iterator[Case]:
    """A copy of that case, which a test may change."""
    case = Case.open(CaseFolder(shutil.copytree(alike.folder.path, tmp_path / "case")), alike.acting)
    yield case
    case.close()


def pairs(case: Case) -> list[tuple[str, str]]:
    return [(one.first.exhibit, one.second.exhibit) for one in twice(case)]


def test_a_device_under_two_labels_is_found_and_refers_nothing(case: Case) -> None:
    assert pairs(case) == [("B-1", "B-2")]

    with pytest.raises(Misuse, match="acquisition 1 of B-2 holds the same files as acquisition 1 of B-1") as refused:
        draft(case, "Kejaksaan Contoh")
    assert "--withdraw" in str(refused.value)
    assert "--same-as B-1" in str(refused.value)


def test_an_extraction_that_holds_more_and_a_second_one_of_a_device_are_no_mistake(case: Case, tmp_path: Path) -> None:
    correct_exhibit(case, "B-2", {}, WHY, Lies(withdrawn=True))
    (phone(tmp_path / "more") / "one more.txt").write_text("only here")
    add_exhibit(case, Bag(tmp_path / "more", "B-3", "P-1"))
    add_exhibit(case, Bag(phone(tmp_path / "again"), "B-1", "P-1", acquisition="2"))
    run(case, lambda _: None, slots=1)

    assert len(list(case.nouns(File, {"exhibit": "B-3"}))) == 4
    assert pairs(case) == []


def test_an_officer_may_say_that_two_exhibits_are_alike(case: Case) -> None:
    assert correct_exhibit(case, "B-2", {}, WHY, Lies(same_as="B-1")) == ["same as"]
    run(case, lambda _: None, slots=1)

    assert pairs(case) == []
    assert draft(case, "Kejaksaan Contoh").by == "S-1"
    verify_case(case.folder)


@pytest.mark.parametrize("wrong", ["B-1", "B-2"])
def test_a_case_from_which_a_copy_was_taken_out_is_the_one_without_it(case: Case, tmp_path: Path, wrong: str) -> None:
    left = {"B-1": "B-2", "B-2": "B-1"}[wrong]
    should_be = built(tmp_path / "should be", left)

    correct_exhibit(case, wrong, {}, WHY, Lies(withdrawn=True))
    run(case, lambda _: None, slots=1)

    assert lists(case) == {**lists(should_be), "counts": lists(case)["counts"]}
    assert {one.exhibit for one in case.nouns(File)} == {left}
    [row] = [row for row in Viewer(case, WHY).list("exhibits") if row["label"] == wrong]
    assert (row["acquisitions"], row["settled"][0]["reason"]) == ([], WHY)
    assert draft(case, "Kejaksaan Contoh").by == "S-1"
    assert any(f"took acquisition 1 of {wrong} out" in one for one in verify_case(case.folder).remarks)
    should_be.close()


def test_only_a_supervisor_takes_an_acquisition_out(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    examiner = officer(case.acting.unit, "E-1", "examiner")
    admit(case, examiner.public)
    their = Case.open(case.folder, replace(case.acting, key=examiner))
    correct_exhibit(their, "B-1", {"holder": "orang lain"}, WHY)

    with pytest.raises(NotAllowed, match="E-1 has the access examiner and may not take an acquisition out of a case"):
        correct_exhibit(their, "B-2", {}, WHY, Lies(withdrawn=True))
    monkeypatch.setitem(RIGHTS, WITHDRAW, frozenset({"examiner"}))
    correct_exhibit(their, "B-2", {}, WHY, Lies(withdrawn=True))
    monkeypatch.undo()
    their.close()

    said = " ".join(verify_case(case.folder).remarks)
    assert "E-1, who is no supervisor, took acquisition 1 of B-2 out of the case" in said


def test_the_name_of_what_was_taken_out_is_not_given_again(case: Case, tmp_path: Path) -> None:
    correct_exhibit(case, "B-2", {}, WHY, Lies(withdrawn=True))
    (tmp_path / "right").mkdir()

    with pytest.raises(Misuse, match="taken out again"):
        add_exhibit(case, Bag(tmp_path / "right", "B-2", "P-1"))
    again = add_exhibit(case, Bag(tmp_path / "right", "B-2", "P-1", acquisition="2"))
    assert [(one.name, one.order) for one in acquisitions(case.rows) if one.exhibit == again.label] == [("2", 3)]
