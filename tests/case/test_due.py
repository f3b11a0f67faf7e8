# SPDX-License-Identifier: Apache-2.0
"""While something that was entered is not worked out, nothing leaves the case."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import digest, officer, start

from suluh.case.acts.decide import decide_zone
from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set
from suluh.case.case import Case
from suluh.case.line import run as running
from suluh.case.line.due import is_due
from suluh.case.line.line import LINE
from suluh.case.line.run import run
from suluh.case.line.step import Derived
from suluh.unit.folder import UnitFolder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """One exhibit with one file, which has run."""
    unit = UnitFolder(tmp_path / "unit")
    made = start(tmp_path / "case", unit, officer(unit, "S-1"))
    (tmp_path / "phone").mkdir()
    (tmp_path / "phone" / "note.txt").write_text("paket")
    record_authority(made, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    add_exhibit(made, Bag(tmp_path / "phone", "B-1", "P-1"))
    run(made, lambda _: None)
    yield made
    made.close()


def another_exhibit(case: Case, folder: Path) -> None:
    (folder / "laptop").mkdir()
    add_exhibit(case, Bag(folder / "laptop", "B-2", "P-1"))


def a_set(case: Case, folder: Path) -> None:
    (folder / "set.csv").write_text(f"sha256\n{digest('one')}\n")
    add_set(case, folder / "set.csv", kind="known")


def a_decision(case: Case, _: Path) -> None:
    decide_zone(case, "B-1", "Asia/Jayapura", "seen on the phone")


def test_a_run_to_the_end_leaves_nothing_due(case: Case) -> None:
    assert not is_due(case)


@pytest.mark.parametrize("enter", [another_exhibit, a_set, a_decision])
def test_what_is_entered_is_due_until_a_run_worked_it_out(case: Case, tmp_path: Path, enter) -> None:
    enter(case, tmp_path)
    assert is_due(case)

    run(case, lambda _: None)
    assert not is_due(case)


def test_a_run_that_was_stopped_is_due(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    another_exhibit(case, tmp_path)
    first = next(place for place, step in enumerate(LINE) if isinstance(step, Derived) and step.name == "stand")
    with monkeypatch.context() as cut:
        cut.setattr(running, "LINE", LINE[:first])
        run(case, lambda _: None)

    assert is_due(case)
