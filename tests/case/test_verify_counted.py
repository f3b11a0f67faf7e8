# SPDX-License-Identifier: Apache-2.0
"""A file has as many records as its outcome counts, and none outside the period of its paper."""

import msgspec
import pytest
from tests.case.test_verify_files import counting, said, swap

from suluh.case.case import Case
from suluh.case.corrections.correct import correct_authority
from suluh.case.line.run import run
from suluh.case.verify.case import verify_case
from suluh.model.body import Noun
from suluh.model.errors import BrokenCustody
from suluh.model.intake import Authority, Exhibit, Outcome
from suluh.model.talk import Message

LATE = "2099-01-01T00:00"


@pytest.fixture
def case(finished_case: Case) -> Case:
    return finished_case


def paper_of(case: Case, message: Message) -> Authority:
    [exhibit] = (one for one in case.nouns(Exhibit) if one.label == message.place.exhibit)
    return next(one for one in case.nouns(Authority) if one.number == exhibit.authority)


def test_every_outcome_counts_what_its_file_holds(case: Case) -> None:
    read = [one for one in case.nouns(Outcome) if one.state == "read"]

    verify_case(case.folder)

    assert sum(one.records for one in read) > case.rows.count(Message)


def test_a_record_that_was_left_out_is_found_without_reading_again(case: Case) -> None:
    old = said(case)
    swap(case, "read", lambda rows: [one for one in rows if one != old])

    with pytest.raises(BrokenCustody, match="one was added or is missing") as told:
        verify_case(case.folder)
    assert (told.value.rule, told.value.where.split()[-1]) == (20, old.place.path.split()[-1])


def test_a_record_that_was_made_up_is_found_without_reading_again(case: Case) -> None:
    old = said(case)
    new = msgspec.structs.replace(old, id="a" * 26)
    swap(case, "read", lambda rows: [new, *rows] if old in rows else rows)

    with pytest.raises(BrokenCustody, match="one was added or is missing"):
        verify_case(case.folder)


def test_records_that_a_period_leaves_out_are_counted(case: Case) -> None:
    old = said(case)
    sent = old.sent.local or old.sent.at or ""
    correct_authority(case, paper_of(case, old).number, {"covers_from": sent[:10], "covers_to": sent[:10]}, "salah")
    run(case, lambda _: None)

    assert sum(one.outside for one in case.nouns(Outcome)) > 0
    verify_case(case.folder)


def test_a_record_outside_the_period_of_its_paper_is_found(case: Case) -> None:
    old = said(case)
    correct_authority(case, paper_of(case, old).number, {"covers_to": "2098-12-31"}, "salah ketik")
    run(case, lambda _: None)
    late = msgspec.structs.replace(old, id="a" * 26, sent=msgspec.structs.replace(old.sent, local=LATE, at=None))

    def added(rows: list[Noun]) -> list[Noun]:
        return counting([late, *rows], old.place.file, 1) if old in rows else rows

    swap(case, "read", added)

    with pytest.raises(BrokenCustody, match=f"message {'a' * 26} lies outside the period") as told:
        verify_case(case.folder)
    assert told.value.rule == 20
