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
from suluh.case.votes import ballots
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


def vote(number: int, officer: str | None, code: str, date: str | None, by: str = "S-1") -> Vote:
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
        by=by,
        at=AT,
    )


def codes(case: Case) -> list[str]:
    return [str(row["code"]) for row in Viewer(case).list("votes")]


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


def test_a_vote_without_a_date_stands_behind_every_dated_one(case: Case) -> None:
    case.keep(Act("categories", "viewer"), [vote(2, "Satu", "1", "2020-01-01")])
    case.keep(Act("categories", "viewer"), [vote(3, "Satu", "2", None)])

    assert codes(case) == ["1"]


def test_votes_without_a_date_follow_the_ledger_and_not_the_lines_of_their_files(case: Case) -> None:
    case.keep(Act("categories", "viewer"), [vote(9, "Satu", "1", None)])
    case.keep(Act("categories", "viewer"), [vote(2, "Satu", "2", None)])

    assert codes(case) == ["2"]


def test_what_one_officer_reads_in_closes_no_vote_that_another_signed(case: Case) -> None:
    votes = [vote(2, "Satu", "1", "2026-01-01", by="S-2"), vote(3, "Satu", "2", "2026-01-02")]
    case.keep(Act("categories", "viewer"), votes)

    rows = [
        (row["code"], row["votes"], row["of"], row["voters"], row["signed_by"]) for row in Viewer(case).list("votes")
    ]
    assert rows == [("1", 1, 2, ["Satu"], ["S-2"]), ("2", 1, 2, ["Satu"], ["S-1"])]


@pytest.mark.parametrize(
    ("votes", "hands"),
    [
        ([(None, "S-1"), (None, "S-2")], 2),
        ([("Satu", "S-1"), ("Dua", "S-2")], 2),
        ([("Satu", "S-1"), ("Dua", "S-1"), (None, "S-1")], 1),
        ([("Satu", "S-1"), ("Satu", "S-2")], 1),
    ],
    ids=["viewers that name nobody", "two", "one officer in three names", "one voter read in twice"],
)
def test_as_many_stand_behind_a_category_as_signed_and_are_named(case: Case, votes, hands) -> None:
    given = [vote(number, name, "1", "2026-01-01", by=by) for number, (name, by) in enumerate(votes)]
    case.keep(Act("categories", "viewer"), given)

    assert [one.hands() for one in ballots(case)] == [hands]
