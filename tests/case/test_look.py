# SPDX-License-Identifier: Apache-2.0
"""The queue of looks that is worked out from query columns is the one that every body gives."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import AT, digest, file_away, officer, start

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.look import queue_of
from suluh.hashing.queue import Held, Hit, Queue, queue
from suluh.model.body import Noun
from suluh.model.ids import make_id
from suluh.model.intake import Content, Standing
from suluh.model.matching import Group, Match, Vote
from suluh.model.people import Decision
from suluh.unit.folder import UnitFolder

NAMES = [digest(f"picture {number}") for number in range(40)]
TYPES = ("image/jpeg", "image/jpeg", "video/mp4", "text/plain", "image/jpeg")
STATES = ("read", "read", "duplicate", "out-of-scope")
SETS = (("exact", "known"), ("exact", "benign"), ("near", "known"), ("near", "benign"))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Contents of every type, state, set, group and grading in turn; the last ten are second files of the first."""
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    for number, name in enumerate([*NAMES, *NAMES[:10]]):
        file_away(case, known_of(number, name))
    groups = [Group(id=make_id("group", at), contents=tuple(NAMES[at : at + 4])) for at in range(0, 40, 9)]
    file_away(case, [*groups, *(match(at) for at in range(0, 40, 3))])
    said = [graded(at) for at in range(2, 40, 7)]
    case.keep(Act("categories", "viewer"), [one for one in said if isinstance(one, Vote)])
    case.keep(Act("decide", "viewer"), [one for one in said if isinstance(one, Decision)])
    yield case
    case.close()


def known_of(number: int, name: str) -> Iterator[Noun]:
    file = make_id("file", number)
    media_type = TYPES[number % len(TYPES)]
    yield Content(
        id=make_id("content", number), file=file, sha256=name, sha1=name[:40], md5=name[32:], size=9, type=media_type
    )
    state = STATES[number % len(STATES)]
    yield Standing(id=make_id("standing", number), file=file, exhibit="B-1", state=state, position=number)


def match(at: int) -> Match:
    kind, set_kind = SETS[at % len(SETS)]
    return Match(
        id=make_id("match", at), sha256=NAMES[at], kind=kind, set="0" * 64, set_name="a", set_kind=set_kind, set_entry=1
    )


def graded(at: int) -> Noun:
    if at % 2:
        return Decision(id=make_id("decision", at), act="category", left=NAMES[at], by="S-1", at=AT, order=at)
    return Vote(
        id=make_id("vote", at), sha256=NAMES[at], scheme="unit", code="1", source="v", sheet="", line=2, by="S-1", at=AT
    )


def by_bodies(case: Case) -> Queue:
    """The plain way: every noun as it is kept."""
    outside = {one.file for one in case.nouns(Standing) if one.state == "out-of-scope"}
    graded = [*(one.left for one in case.nouns(Decision)), *(one.sha256 for one in case.nouns(Vote))]
    return queue(
        (Held(one.file, one.sha256, one.type) for one in case.nouns(Content) if one.file not in outside),
        (Hit(one.kind, one.set_kind, one.sha256) for one in case.nouns(Match)),
        case.nouns(Group),
        graded,
    )


def test_the_queue_is_the_one_that_all_bodies_give(case: Case) -> None:
    found = queue_of(case)

    assert found == by_bodies(case)
    assert found.files > len(found.contents) > 0
    assert all((found.known, found.benign, found.near, found.graded, found.group_of))
