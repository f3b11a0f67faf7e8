# SPDX-License-Identifier: Apache-2.0
"""Planted faults are found by the number of their check; clean dossiers have none that blocks."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.case.dossiers.faults import FAULTS
from tests.case.dossiers.made import DOSSIER, Plan, build, checked, numbers
from tests.case.views.made import acting

from suluh.case.acts.admit import admit
from suluh.case.case import Case
from suluh.case.checks.check import Check
from suluh.case.dossiers.checking import checks
from suluh.case.dossiers.figures import booked
from suluh.case.dossiers.noted import CASE, note_verified, noted
from suluh.case.gate.viewer import Viewer
from suluh.case.verify.case import verify_case
from suluh.custody.entry import Entry
from suluh.model.errors import NotAllowed
from suluh.model.ids import make_id
from suluh.plugins import find

SEEDS = (1, 2, 3)
ANNEXES = {20, 24}
"""What is said of annexes that could not be frozen, for something else blocks them."""

BESIDE = {
    "near match": {11},
    "set that was dropped": {11},
    "law that is not in the list": {7},
    "late request": {21},
    "other file": {3},
    "child beside an adult": {6, 9},
}
"""Other checks that find the same fault by their own way."""


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_wrong_with_a_clean_dossier(tmp_path: Path, seed: int) -> None:
    case = build(tmp_path, Plan(seed))

    assert checked(case).findings == ()


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_by_its_number(tmp_path: Path, name: str) -> None:
    plan, fault = Plan(1 + len(name) % 5), FAULTS[name]
    fault.spoil(plan)

    found = checked(build(tmp_path, plan))

    assert fault.number in numbers(found, fault.severity), name
    assert numbers(found, "B") - {fault.number} - ANNEXES <= BESIDE.get(name, set())


def test_what_was_given_back_is_no_part_of_the_sum_of_a_deal(tmp_path: Path) -> None:
    plan = Plan(SEEDS[0])
    deal, line = plan.evidence.deals[0], plan.evidence.payments[0]
    back = replace(
        line,
        id=make_id("payment", "back"),
        incoming=False,
        amount_minor=100_000,
        payer=line.beneficiary,
        beneficiary=None,
    )
    plan.evidence.payments.append(back)
    plan.evidence.deals[0] = replace(deal, payments=(line.id, back.id))

    case = build(tmp_path, plan)

    assert booked(case, [plan.evidence.deals[0]]) == {"IDR": deal.amount_minor}


def test_there_is_a_fault_for_every_check() -> None:
    assert [int(one.name) for one in checks()] == list(range(1, 27))
    assert {one.number for one in FAULTS.values()} == set(range(1, 27))
    assert len(FAULTS) >= 40


def test_a_check_of_each_weight_says_what_it_asks_and_what_to_do_next_in_both_languages() -> None:
    for one in find("suluh.case.checks", Check):
        assert all(text.endswith(".") for text in (*one.asks, *one.next)), one.name
        assert one.asks.english != one.asks.indonesian


def test_a_check_leaves_a_note_and_the_list_says_the_same(tmp_path: Path) -> None:
    plan = Plan(1)
    FAULTS["no receipt"].spoil(plan)
    case = build(tmp_path, plan)

    found = checked(case)

    last = Entry.read(list(case.rows.entries())[-1].body)
    assert (last.action, last.object, last.detail["digest"]) == ("checked", DOSSIER, found.digest)
    assert noted(case).case is not None
    rows = list(Viewer(case).list("checks"))
    assert [(row["number"], row["where"]) for row in rows] == [(one.number, one.where) for one in found.findings]


@pytest.mark.parametrize(("access", "may"), [("analyst", True), ("auditor", False), ("prosecutor", False)])
def test_whoever_may_read_checks_and_leaves_a_note_that_holds(
    case: Case, tmp_path: Path, access: str, *, may: bool
) -> None:
    officer = acting(tmp_path / "home", "X-1", access)
    admit(case, officer.key.public)
    own = Case.open(case.folder, officer)

    with nullcontext() if may else pytest.raises(NotAllowed):
        checked(own)

    verify_case(case.folder)
    own.close()


@pytest.mark.parametrize(("access", "may"), [("auditor", True), ("prosecutor", False)])
def test_whoever_may_count_leaves_a_note_of_a_verification(case: Case, tmp_path: Path, access: str, may: bool) -> None:  # noqa: FBT001 # an example
    officer = acting(tmp_path / "home", "X-1", access)
    admit(case, officer.key.public)
    own = Case.open(case.folder, officer)

    with nullcontext() if may else pytest.raises(NotAllowed):
        note_verified(own, CASE)

    verify_case(case.folder)
    own.close()


def test_the_same_dossier_gives_the_same_findings(tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        plan = Plan(4)
        FAULTS["chance"].spoil(plan)
        (tmp_path / name).mkdir()
        found.append(checked(build(tmp_path / name, plan)))

    assert found[0].findings == found[1].findings != ()


def test_an_item_that_was_entered_as_open_is_closed_by_its_answer(tmp_path: Path) -> None:
    plan = Plan(1)
    plan.row("request-1").update(sender="prosecutor")
    plan.row("item-1").update(state="open")

    assert 21 not in numbers(checked(build(tmp_path, plan)))


def test_an_exhibit_that_came_as_a_reply_is_asked_for_its_letter_and_not_for_a_seizure(tmp_path: Path) -> None:
    plan = Plan(1)
    FAULTS["reply without its paper"].spoil(plan)

    [found] = [one for one in checked(build(tmp_path, plan)).findings if one.number == 1]

    assert found.where == "B-2"
    assert "suluh letter CASE reply" in found.next.english
    assert "suluh letter CASE reply" in found.next.indonesian
