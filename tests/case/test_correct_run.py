# SPDX-License-Identifier: Apache-2.0
"""A case that was corrected and run again says the same as one that was entered right from the start."""

import dataclasses
import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.custody.every_noun import clock, officer

from suluh.case.acts.admit import admit
from suluh.case.acts.bags import bags_of
from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.release import approve, draft
from suluh.case.acts.sets import add_set, drop_set
from suluh.case.case import Acting, Case
from suluh.case.corrections.correct import Fields, Lies, correct_authority, correct_exhibit
from suluh.case.corrections.lift import lift
from suluh.case.corrections.standing_papers import hash_sets
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import views
from suluh.case.line.run import run
from suluh.case.verify.again.sources import verify_sources
from suluh.case.verify.case import verify_case
from suluh.case.views.view import ALL_ROWS, Page
from suluh.model.errors import BrokenCustody, Changed, Misuse
from suluh.simulator.simulate import simulate
from suluh.unit.folder import UnitFolder

WHY = "salah ketik"
ENTERED = {"leaving", "drafts", "drafted", "authorities", "decisions", "exhibits", "ledger", "sets"}
"""Lists of what people did: these show the corrections."""

EMPTY: Fields = {}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    simulate(folder, 4, sellers=1, buyers=3, deals=6, days=9, pictures=12, picture_side=64)
    return folder


def build(folder: Path, world: Path, *, paper: Fields = EMPTY, bag: Fields = EMPTY, known: str = "known") -> Case:
    """A case of the world that has run, with something entered otherwise than it should be."""
    unit = UnitFolder(folder / "unit")
    acting = Acting(officer(unit, "S-1"), unit, clock(datetime(2026, 2, 2, tzinfo=UTC)), secret=bytes(32))
    case = Case.start(CaseFolder(folder / "case"), "1", "Unit", acting)
    enter(case, world, paper, bag)
    add_set(case, world / "known.csv", kind=known, name="daftar")
    run(case, lambda _: None)
    return case


@pytest.fixture(scope="module")
def right(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The case entered as it should be; no test changes it."""
    case = build(tmp_path_factory.mktemp("right"), world)
    yield case
    case.close()


def enter(case: Case, world: Path, fields: Fields, differing: Fields) -> None:
    first, *rest = json.loads((world / "case.json").read_text("utf-8"))["authorities"]
    for paper in (Paper(**{**first, **fields}), *(Paper(**one) for one in rest)):
        record_authority(case, paper)
    for bag in listed(world):
        add_exhibit(case, dataclasses.replace(bag, **differing) if bag.label == "B-1" else bag)


def listed(world: Path) -> list[Bag]:
    return bags_of(world / "exhibits.csv", print)


def lists(case: Case) -> dict[str, str]:
    """Every list of what the line found."""
    shown = {name: list(view.select(case, ALL_ROWS, Page())) for name, view in views().items() if name not in ENTERED}
    return {name: json.dumps(rows, default=lambda raw: bytes(raw).decode()) for name, rows in shown.items()}


def number_of(case: Case) -> str:
    return next(iter(case._connection.execute("SELECT number FROM authority ORDER BY batch")))[0]


def ran(case: Case) -> Case:
    """The case after a run that was killed once it had taken away what falls, and the run that went on."""
    lift(case)
    run(case, lambda _: None)
    return case


def test_what_was_typed_too_narrow_lets_be_read_what_is_covered(right: Case, world: Path, tmp_path: Path) -> None:
    bag = listed(world)[0]
    narrow = {"kinds": ("chat",), "covers_from": "2025-12-01", "covers_to": "2025-12-02"}
    wrong = build(tmp_path, world, paper=narrow, bag={"accounts": (), "timezone": "Asia/Jayapura"})
    differing = [name for name, rows in lists(right).items() if rows != lists(wrong)[name]]
    assert {"files", "matches", "messages", "payments", "persons"} <= set(differing)

    correct_authority(wrong, number_of(wrong), {"kinds": (), "covers_from": None, "covers_to": None}, WHY)
    moved = shutil.copytree(bag.path, tmp_path / "moved", symlinks=True)
    correct_exhibit(wrong, "B-1", {"accounts": bag.accounts, "timezone": bag.timezone}, WHY, Lies(path=moved))

    assert lists(ran(wrong)) == lists(right)
    verify_case(wrong.folder)
    assert verify_sources(wrong) == verify_sources(right)
    next(path for path in sorted(moved.rglob("*")) if path.is_file()).write_text("made up")
    with pytest.raises(BrokenCustody, match="B-1"):
        verify_sources(wrong)
    wrong.close()


def test_what_was_typed_too_wide_takes_away_what_is_not_covered(right: Case, world: Path, tmp_path: Path) -> None:
    narrow = {"kinds": ("chat",), "covers_to": "2025-12-02"}
    should_be = build(tmp_path / "should be", world, paper=narrow)
    wrong = copied(right, tmp_path / "wrong")

    correct_authority(wrong, number_of(wrong), narrow, WHY)

    assert lists(ran(wrong)) == lists(should_be) != lists(right)
    verify_case(wrong.folder)
    for case in (wrong, should_be):
        case.close()


def copied(case: Case, folder: Path) -> Case:
    """A copy of a case, as its own officer opens it."""
    return Case.open(CaseFolder(shutil.copytree(case.folder.path, folder)), case.acting)


def test_a_set_of_the_wrong_kind_falls_with_all_that_rests_on_it(right: Case, world: Path, tmp_path: Path) -> None:
    wrong = build(tmp_path, world, known="benign")
    assert lists(right)["matches"] != lists(wrong)["matches"]
    other = officer(wrong.acting.unit, "S-2")
    admit(wrong, other.public)
    approver = Case.open(wrong.folder, Acting(other, wrong.acting.unit, wrong.acting.now))
    made = draft(wrong, "Kejaksaan Contoh")

    drop_set(wrong, hash_sets(wrong.rows)[0].digest, "salah jenis")
    add_set(wrong, world / "known.csv", kind="known", name="daftar")

    with pytest.raises(Misuse, match="suluh run"):
        approve(approver, made.id)
    assert lists(ran(wrong)) == lists(right)
    with pytest.raises(Changed, match="draft it again"):
        approve(approver, made.id)
    for case in (wrong, approver):
        case.close()
