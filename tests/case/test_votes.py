# SPDX-License-Identifier: Apache-2.0
"""Votes stand as n of m, the latest of each voter."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import AT, PICTURES, officer, start

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.model.ids import make_id
from suluh.model.matching import Vote
from suluh.model.people import Decision
from suluh.unit.folder import UnitFolder

PICTURE = PICTURES[0]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    yield case
    case.close()


def vote(number: int, officer: str | None, code: str, date: str) -> Vote:
    return Vote(
        id=make_id("vote", number),
        sha256=PICTURE,
        scheme="unit",
        code=code,
        source="viewer",
        officer=officer,
        date=date,
        sheet="0" * 64,
        line=number,
        by="S-1",
        at=AT,
    )


def test_votes_are_counted_of_all_who_voted_under_the_scheme(case: Case) -> None:
    votes = [vote(2, "Satu", "1", "2026-01-01"), vote(3, "Dua", "1", "2026-01-01"), vote(4, None, "2", "2026-01-01")]
    case.keep(Act("categories", "viewer"), votes)

    rows = list(Viewer(case).list("votes"))

    assert [(row["code"], row["votes"], row["of"]) for row in rows] == [("1", 2, 3), ("2", 1, 3)]


def test_a_later_vote_of_one_voter_closes_the_earlier(case: Case) -> None:
    case.keep(Act("categories", "viewer"), [vote(2, "Satu", "1", "2026-01-05"), vote(3, "Satu", "2", "2026-01-01")])

    [row] = Viewer(case).list("votes")

    assert (row["code"], row["votes"], row["of"]) == ("1", 1, 1)


def test_a_vote_dated_after_it_was_read_in_does_not_close_what_is_read_in_later(case: Case) -> None:
    later = msgspec.structs.replace(vote(3, "Satu", "1", "2026-01-03"), at="2026-01-03T00:00:00Z")
    case.keep(Act("categories", "viewer"), [vote(2, "Satu", "2", "2999-01-01"), later])

    [row] = Viewer(case).list("votes")

    assert row["code"] == "1"


def test_what_officers_decide_one_by_one_counts_as_well(case: Case) -> None:
    decided = Decision(
        id=make_id("decision", 1), act="category", left=PICTURE, right="unit:1", by="S-1", at=AT, order=1
    )
    case.keep(Act("categories", "viewer"), [vote(2, "Dua", "1", "2026-01-01")])
    case.keep(Act("decide", PICTURE), [decided])

    [row] = Viewer(case).list("votes")

    assert (row["votes"], row["of"], row["voters"]) == (2, 2, ["Dua", "S-1"])
