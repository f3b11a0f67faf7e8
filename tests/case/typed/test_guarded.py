# SPDX-License-Identifier: Apache-2.0
"""Accounts of undercover officers and informants are withheld everywhere, and the withholding is counted."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.case.views.made import ANI, BUDI, TALK, acting

from suluh.case.acts.admit import admit
from suluh.case.acts.packing import head_of, pack
from suluh.case.case import Case
from suluh.case.gate.guarded import guarded_accounts
from suluh.case.gate.veil import MARK
from suluh.case.gate.viewer import Viewer
from suluh.case.typed.enter import correct, enter
from suluh.case.verify.case import verify_case
from suluh.case.views.view import Filter
from suluh.model.after.sharing import Terms
from suluh.model.dossier.care import Identity, Protected
from suluh.model.dossier.papers import Paper
from suluh.model.errors import Misuse, NotAllowed, UnknownObject
from suluh.model.trade import Deal, counts

WHY = "petugas penyamaran"
PURPOSE = "gelar perkara"
NUMBER = ANI.partition(":")[2]


@pytest.fixture
def case(copied_case: Case) -> Iterator[Case]:
    case = copied_case
    enter(case, Protected, [{"accounts": (ANI,), "why": WHY}])
    yield case
    case.close()


def told(viewer: Viewer) -> str:
    return "".join(str(row) for what in ("accounts", "messages", "deals", "persons") for row in viewer.list(what))


@pytest.mark.parametrize("access", ["analyst", "child-protection", "examiner"])
def test_nobody_but_a_supervisor_for_a_purpose_reads_of_them(case: Case, tmp_path: Path, access: str) -> None:
    officer = acting(tmp_path / "home", "O9", access)
    admit(case, officer.key.public)
    reader = Case.open(case.folder, officer)

    text = told(Viewer(reader, PURPOSE))
    reader.close()

    assert NUMBER.removeprefix("+62") not in text
    assert MARK in text


def test_to_ask_for_one_of_them_by_name_is_answered_as_for_one_that_is_not_there(case: Case, tmp_path: Path) -> None:
    officer = acting(tmp_path / "home", "O9", "analyst")
    admit(case, officer.key.public)
    reader = Case.open(case.folder, officer)
    viewer = Viewer(reader, PURPOSE)

    for where in (Filter(account=ANI), Filter(conversation=TALK), Filter(account=f"{ANI}1")):
        with pytest.raises(UnknownObject, match="the case has no"):
            viewer.list("messages", where)
    assert any(Viewer(case, PURPOSE).list("messages", Filter(account=ANI)))
    reader.close()


def test_who_they_are_is_withheld_with_them(case: Case, tmp_path: Path) -> None:
    officer = acting(tmp_path / "home", "O9", "analyst")
    admit(case, officer.key.public)
    enter(case, Paper, [{"kind": "lainnya", "number": "1", "date": "2026-01-02"}])
    enter(case, Identity, [{"kind": "other", "paper": "paper-1", "accounts": (ANI,), "name": "Wahyu Zulkarnain"}])
    reader = Case.open(case.folder, officer)

    assert "Zulkarnain" not in str(list(Viewer(reader, PURPOSE).list("identities")))
    reader.close()


def test_a_supervisor_reads_them_for_a_purpose(case: Case) -> None:
    assert NUMBER in told(Viewer(case, PURPOSE))


def test_they_stand_in_no_package_and_are_counted_there(case: Case) -> None:
    terms = Terms(kind="prosecutor", request="P-16/1")

    packed = pack(case, head_of(case, "Kejaksaan Negeri Contoh", terms, "S1", "2026-01-05T09:00:00Z"))

    assert not any(NUMBER.encode() in content for content in packed.files.values())
    tables = msgspec.json.decode(packed.files["package.json"])
    deals = [one for one in case.nouns(Deal) if counts(one)]
    left = [one for one in deals if ANI in {one.seller, one.buyer}]
    assert left
    assert [one.count for one in packed.summary.withheld if one.why == "protected"][:2] == [1, len(left)]
    assert len(tables["deals"]) == len(deals) - len(left)
    assert "X" not in {side for one in tables["deals"] for side in (one["seller"], one["buyer"])}


def test_which_they_are_is_typed_nowhere_beside(case: Case) -> None:
    with pytest.raises(Misuse, match="--code bears an account"):
        enter(case, Protected, [{"accounts": (ANI,), "code": ANI}])
    with pytest.raises(Misuse, match="--reason bears an account"):
        correct(case, Protected, "protected-1", {"why": "informan"}, f"{ANI} bukan petugas")


def test_which_they_are_stands_nowhere_in_the_clear(case: Case) -> None:
    [one] = case.nouns(Protected)

    assert (one.accounts, one.why) == ((), None)
    assert WHY not in str(list(case.rows.entries()))
    verify_case(case.folder)


def test_the_reason_of_a_correction_is_sealed_with_the_accounts_that_stood(case: Case) -> None:
    [before] = case.nouns(Protected)

    after = correct(case, Protected, "protected-1", {"why": "informan"}, "lain")

    assert (after.accounts, after.why, after.marks) == ((), None, before.marks)
    assert "informan" not in str(list(case.nouns(Protected)))
    assert ANI in guarded_accounts(case)


def test_a_supervisor_for_whom_it_was_not_sealed_says_all_of_it_anew(case: Case, tmp_path: Path) -> None:
    officer = acting(tmp_path / "home", "S9")
    admit(case, officer.key.public)
    other = Case.open(case.folder, officer)

    with pytest.raises(NotAllowed, match="sealed for S1"):
        correct(other, Protected, "protected-1", {"why": "informan"}, "lain")
    after = correct(other, Protected, "protected-1", {"why": "informan", "accounts": (BUDI,)}, "lain")

    assert [part.officer for part in after.sealed] == ["S1", "S9"]
    assert BUDI in guarded_accounts(case)
    other.close()


def test_protection_ends_when_it_was_entered_by_mistake(case: Case) -> None:
    correct(case, Protected, "protected-1", {}, "salah akun", withdrawn=True)

    assert guarded_accounts(case) == frozenset()


def test_only_a_supervisor_protects(case: Case, tmp_path: Path) -> None:
    reader = Case.open(case.folder, acting(tmp_path / "home", "AN9", "analyst"))

    with pytest.raises(NotAllowed):
        enter(reader, Protected, [{"accounts": (ANI,)}])
    reader.close()
