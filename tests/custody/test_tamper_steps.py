# SPDX-License-Identifier: Apache-2.0
"""A file that a run was made to leave out is named: no row of it is changed, added or missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import PICTURES, clock, digest, entered, file_away, officer, start

from suluh.case.case import Case
from suluh.case.keep import Act, Pen, keep
from suluh.case.line.due import WAITING
from suluh.case.verify.case import verify_case
from suluh.model.body import Noun
from suluh.model.errors import BrokenCustody
from suluh.model.ids import make_id, record_id
from suluh.model.intake import Content, File, Outcome
from suluh.model.matching import Fingerprint
from suluh.unit.folder import UnitFolder

ID = make_id("file", "a")
FILE = File(id=ID, exhibit="B-1", acquisition="1", path=b"a", order=1, size=9)
OUTCOME = Outcome(id=record_id("outcome", ID, ""), file=ID, state="unparsed", reason="no reader claims this format")
LOOK = Fingerprint(id=make_id("fingerprint", 1), sha256=PICTURES[0], kind="pdq", reason="no picture")


def content(kind: str, sha256: str) -> Content:
    return Content(id=ID, file=ID, sha256=sha256, sha1="1" * 40, md5="2" * 32, size=9, type=kind)


TEXT, PICTURE = content("text/plain", digest("chat")), content("image/png", PICTURES[0])
SETTLED: list[tuple[str, list[Noun], Noun]] = [
    ("digest", [FILE], TEXT),
    ("picture", [FILE, PICTURE], LOOK),
    ("read", [FILE, TEXT], OUTCOME),
]
"""A step, what was there before it, and what it found."""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case with its exhibits, and no file yet."""
    unit = UnitFolder(tmp_path / "unit")
    made = start(tmp_path / "case", unit, officer(unit, "S-1"))
    for action, nouns in entered("S-1")[:2]:
        made.keep(Act(action, "by hand"), nouns)
    yield made
    made.close()


@pytest.mark.parametrize(("step", "before", "found"), SETTLED)
def test_a_file_that_waits_though_its_step_is_finished_is_named(
    case: Case, step: str, before: list[Noun], found: Noun
) -> None:
    file_away(case, before)
    case.keep(Act(step, WAITING, took="all"), [])

    with pytest.raises(
        BrokenCustody, match=f"B-1 1 a waits for the step {step}, which entry [5-7] calls finished"
    ) as told:
        verify_case(case.folder)
    assert told.value.rule == 16
    case.keep(Act(step, "files"), [found])
    verify_case(case.folder)


@pytest.mark.parametrize(("step", "before", "found"), SETTLED)
def test_a_file_that_came_after_its_step_was_finished_waits_for_the_next_run(
    case: Case, step: str, before: list[Noun], found: Noun
) -> None:
    file_away(case, [*before, found])
    case.keep(Act(step, WAITING, took="all"), [])
    before_it = verify_case(case.folder).entries

    case.keep(Act("walk", "files"), [File(id=make_id("file", "b"), exhibit="B-1", acquisition="1", path=b"b", order=1)])

    assert verify_case(case.folder).entries == before_it + 1


def test_what_an_older_version_called_finished_is_not_held_against_it(case: Case) -> None:
    case.keep(Act("walk", "files"), [FILE])
    pen = Pen(case.paper.id, case.acting.key, clock(), "suluh 0.0.1")
    keep(case._connection, pen, Act("digest", WAITING, took="all"), [])

    assert verify_case(case.folder).entries == 5
