# SPDX-License-Identifier: Apache-2.0
"""What is counted over a whole case is counted once, and taken from beside it for just the rows it was counted from."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.case.views.made import acting

from suluh.case.acts.decide import decide_zone
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.counting import count_up
from suluh.case.gate.viewer import Viewer, views
from suluh.case.look import queue_of, tally_of
from suluh.model.intake import Exhibit
from suluh.model.nouns import KINDS
from suluh.model.people import Decision

NAME = "a count of a test"


@pytest.fixture
def case(copied_case: Case) -> Iterator[Case]:
    made = copied_case
    yield made
    made.close()


def again(case: Case, home: Path) -> Case:
    """The same case, opened by a process that knows nothing yet."""
    return Case.open(CaseFolder(case.folder.path), acting(home / "home"))


def count(case: Case, value: list[str]) -> list[str]:
    """What is counted under the name of this test: the value, where nothing is taken from beside the case."""
    case.kept.writes = True
    return case.kept.lasting(case.rows, NAME, (Exhibit, Decision), list[str], lambda: value)


def test_it_is_taken_from_beside_the_case_by_whoever_opens_it_next(case: Case, tmp_path: Path) -> None:
    assert count(case, ["first"]) == ["first"]

    other = again(case, tmp_path)

    assert count(other, ["second"]) == ["first"]
    other.close()


def test_after_a_decision_it_is_counted_anew(case: Case, tmp_path: Path) -> None:
    count(case, ["before"])
    decide_zone(case, "B-3", "Asia/Makassar", "BA 4")

    assert count(case, ["after"]) == ["after"]
    other = again(case, tmp_path)
    assert count(other, ["later"]) == ["after"]
    other.close()


def test_of_another_past_of_the_case_it_is_not_taken(case: Case, tmp_path: Path) -> None:
    whole = tmp_path / "before"
    shutil.copytree(case.folder.path, whole)
    decide_zone(case, "B-3", "Asia/Makassar", "BA 4")
    count(case, ["one decision"])
    other = Case.open(CaseFolder(whole), acting(tmp_path / "home"))
    decide_zone(other, "B-3", "Asia/Jayapura", "BA 5")
    shutil.copy(case.folder.counted, other.folder.counted)

    assert count(other, ["another decision"]) == ["another decision"]
    other.close()


@pytest.mark.parametrize("harm", ["no database", "another value", "deleted"])
def test_a_file_that_is_damaged_is_counted_anew(case: Case, tmp_path: Path, harm: str) -> None:
    count(case, ["right"])
    path = case.folder.counted
    if harm == "no database":
        path.write_bytes(b"x" * 5000)
    elif harm == "deleted":
        path.unlink()
    else:
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE counted SET value = CAST('[\"wrong\"]' AS BLOB)")

    other = again(case, tmp_path)

    assert count(other, ["right"]) == ["right"]
    other.close()


def test_lists_say_the_same_from_the_file_as_from_the_rows(case: Case, tmp_path: Path) -> None:
    case.folder.counted.unlink(missing_ok=True)
    before = {what: list(Viewer(case).list(what)) for what in views()}
    count_up(case)
    assert case.folder.counted.exists()

    other = again(case, tmp_path)

    assert {what: list(Viewer(other).list(what)) for what in views()} == before
    other.close()


def test_a_sketch_of_a_list_says_what_its_rows_say(case: Case) -> None:
    viewer = Viewer(case)
    for what in ("deals", "waiting"):
        rows = list(viewer.list(what))
        slim = list(viewer.sketch(what, frozenset({"id", "score", "currency", "amount", "tier", "merges", "deals"})))
        assert len(slim) == len(rows) > 0
        assert [{name: row[name] for name in part} for part, row in zip(slim, rows, strict=True)] == slim


def test_looks_are_counted_as_the_queue_counts_them(case: Case) -> None:
    queue, found = queue_of(case), tally_of(case)

    assert found.files == queue.files > 0
    assert (found.contents, found.graded) == (len(queue.contents), len(queue.graded))
    assert (found.known, found.benign) == (len(queue.known), len(queue.benign))
    assert found.groups == queue.groups(queue.contents)
    for sets in (False, True):
        left = queue.left(sets=sets)
        assert (found.left[sets], found.looks[sets]) == (len(left), len(queue.looks(left)))


def test_whether_somebody_wrote_is_asked_once_for_all_kinds(case: Case) -> None:
    """A page asks for the state of dozens of kinds, many times: each question goes to the file."""
    viewer, asked = Viewer(case), list[str]()
    viewer.state(tuple(KINDS.values()))
    case._connection.set_trace_callback(asked.append)

    viewer.state(tuple(KINDS.values()))
    case.kept.of(case.rows, NAME, KINDS.values(), list)

    case._connection.set_trace_callback(None)
    assert asked == ["PRAGMA data_version"] * 2
