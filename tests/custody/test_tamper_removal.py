# SPDX-License-Identifier: Apache-2.0
"""A removal that was forged with an officer's own key is found and named, and so is anything else that is missing."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from bench import mutations as bench
from msgspec.structs import replace as with_fields
from tests.case.test_without import CHAT, PAPER, acting
from tests.custody.every_noun import forge, officer

from suluh.case.acts.admit import admit
from suluh.case.acts.intake import Bag, add_exhibit, record_authority
from suluh.case.case import Acting, Case
from suluh.case.corrections import lift
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.line.run import run
from suluh.case.removal.carry import carry_out
from suluh.case.removal.propose import propose
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.model.body import Noun
from suluh.model.errors import BrokenCustody
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, Exhibit, File, Removal
from suluh.model.talk import Message
from suluh.unit.folder import UnitFolder

TIMES = 100
WHY = "penyitaan dibatalkan"


class Made(NamedTuple):
    """A case with two exhibits, and its officers."""

    folder: Path
    one: Acting
    two: OfficerKey


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("made")
    case = Case.start(CaseFolder(folder / "case"), "1", "Unit", acting(folder))
    record_authority(case, PAPER)
    for label in ("B-1", "B-2"):
        (folder / label).mkdir()
        (folder / label / f"Chat WhatsApp dengan {label}.txt").write_text(CHAT.replace("kak", label), "utf-8")
        add_exhibit(case, Bag(folder / label, label, "PEN-1", timezone="Asia/Jakarta"))
    run(case, lambda _: None)
    two = officer(case.acting.unit, "S-2")
    admit(case, two.public)
    case.close()
    return Made(folder, case.acting, two)


@pytest.fixture
def case(made: Made, tmp_path: Path) -> Iterator[Case]:
    folder = Path(shutil.copytree(made.folder, tmp_path / "made"))
    opened = Case.open(CaseFolder(folder / "case"), replace(made.one, unit=UnitFolder(folder / "unit")))
    yield opened
    opened.close()


@pytest.fixture
def other(case: Case, made: Made) -> Iterator[Case]:
    opened = Case.open(case.folder, replace(case.acting, key=made.two))
    yield opened
    opened.close()


@pytest.fixture
def removed(case: Case, other: Case) -> Case:
    """The case without its second exhibit, worked out again."""
    carry_out(other, propose(case, "B-2", "D-2", WHY).id)
    run(case, lambda _: None)
    verify_case(case.folder)
    return case


def row(case: Case, **fields: object) -> Removal:
    """What carries the one proposal out, with something said otherwise."""
    [proposal] = [one for one in case.nouns(Removal) if one.carries is None]
    found = {"id": make_id("removal", proposal.id), "carries": proposal.id, "by": case.acting.key.code, **fields}
    return with_fields(proposal, **found)


def detail(case: Case, **fields: str) -> dict[str, str]:
    [proposal] = [one for one in case.nouns(Removal) if one.carries is None]
    return {"removes": proposal.id, "document": "D-2", "reason": WHY, **fields}


def broken(case: Case) -> BrokenCustody:
    with pytest.raises(BrokenCustody) as caught:
        verify_case(case.folder)
    return caught.value


def test_who_proposed_it_cannot_carry_it_out(case: Case) -> None:
    propose(case, "B-2", "D-2", WHY)
    forge(case, Act("remove", "B-2", detail(case), case.book.batches("add", "B-2")), [row(case)])

    found = broken(case)

    assert (found.rule, "removes what S-1 proposed" in str(found)) == (21, True)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"document": "D-3"}, "under the same document"),
        ({"reason": "lain"}, "under the same document"),
        ({"removes": make_id("removal", "x")}, "no entry before it proposed"),
        ({"more": "x"}, "under the same document"),
    ],
)
def test_what_was_not_proposed_so_cannot_be_removed(
    case: Case, other: Case, fields: Mapping[str, str], said: str
) -> None:
    propose(case, "B-2", "D-2", WHY)
    forge(other, Act("remove", "B-2", detail(case, **fields), case.book.batches("add", "B-2")), [row(other)])

    found = broken(case)

    assert (found.rule, said in str(found)) == (21, True)


def test_another_exhibit_than_was_proposed_cannot_be_removed(case: Case, other: Case) -> None:
    propose(case, "B-2", "D-2", WHY)
    forge(other, Act("remove", "B-1", detail(case), case.book.batches("add", "B-1")), [row(other, exhibit="B-1")])

    assert broken(case).rule == 21


def test_a_removal_takes_nothing_that_was_entered_of_another_exhibit(case: Case, other: Case) -> None:
    propose(case, "B-2", "D-2", WHY)
    forge(other, Act("remove", "B-2", detail(case), case.book.batches("add", "B-1")), [row(other)])

    found = broken(case)

    assert (found.rule, "may not replace batch" in str(found)) == (7, True)


def test_a_removal_takes_nothing_that_a_step_found(case: Case, other: Case) -> None:
    propose(case, "B-2", "D-2", WHY)
    forge(other, Act("remove", "B-2", detail(case), case.book.batches("read", "files")), [row(other)])

    assert broken(case).rule == 7


@pytest.mark.parametrize("fields", [{"exhibit": "B-1"}, {"document": "D-3"}, {"reason": "lain"}, {"carries": None}])
def test_the_row_of_a_removal_says_what_its_entry_says(case: Case, other: Case, fields: Mapping[str, object]) -> None:
    propose(case, "B-2", "D-2", WHY)
    forge(other, Act("remove", "B-2", detail(case), case.book.batches("add", "B-2")), [row(other, **fields)])

    assert broken(case).rule == 21


def test_a_proposal_says_document_and_reason(case: Case) -> None:
    proposal = Removal(id=make_id("removal"), exhibit="B-2", document="D-2", reason=" ", at="2026-01-02", by="S-1")
    forge(case, Act("removal", "B-2", {"proposal": proposal.id, "document": "D-2", "reason": " "}), [proposal])

    assert broken(case).rule == 21


def test_an_examiner_cannot_carry_it_out(case: Case) -> None:
    propose(case, "B-2", "D-2", WHY)
    key = officer(case.acting.unit, "E-1", "examiner")
    admit(case, key.public)
    third = Case.open(case.folder, replace(case.acting, key=key))
    forge(third, Act("remove", "B-2", detail(case), case.book.batches("add", "B-2")), [row(third)])
    third.close()

    assert broken(case).rule == 6


def test_nothing_is_removed_twice(removed: Case, other: Case) -> None:
    forge(other, Act("remove", "B-2", detail(removed)), [row(other, id=make_id("again"))])

    found = broken(removed)

    assert (found.rule, "which entry" in str(found)) == (21, True)


@pytest.mark.parametrize("kind", [Exhibit, Acquisition])
def test_what_was_removed_is_not_entered_again(removed: Case, kind: type[Exhibit | Acquisition]) -> None:
    made = next(iter(removed.nouns(kind)))
    back = with_fields(made, id=make_id("back"), **{"label" if kind is Exhibit else "exhibit": "B-2"})
    forge(removed, Act("add", "B-2", {}), [back])

    assert broken(removed).rule == 21


def test_what_was_removed_is_not_laid_in_under_another_name(removed: Case) -> None:
    back = with_fields(next(iter(removed.nouns(Exhibit))), id=make_id("back"), label="B-2", order=9)
    forge(removed, Act("add", "lain", {}), [back])

    found = broken(removed)

    assert (found.rule, "exhibit of it stands" in str(found)) == (21, True)


def test_a_file_of_it_cannot_stand(removed: Case) -> None:
    back = with_fields(next(iter(removed.nouns(File))), id=make_id("back"), exhibit="B-2")
    forge(removed, Act("walk", "files", {}), [back])

    assert broken(removed).rule in {16, 17, 21}


def test_rows_taken_away_under_a_document_that_nobody_carried_out_are_found(case: Case) -> None:
    [batch] = case.book.batches("deals", "case")
    forge(case, Act("deals", "case", {"document": "D-9", "exhibit": "B-2"}, (batch,), ""), [])

    found = broken(case)

    assert (found.rule, "D-9" in str(found)) == (21, True)


def test_a_message_of_another_exhibit_that_was_left_out_is_found(
    case: Case, other: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever removes signs anew what stays: a record that they leave out is missing from its outcome's count."""
    parts = lift._parts

    def without_one(*given: Any) -> tuple[list[Noun], list[Noun]]:
        nouns, stays = parts(*given)
        first = next((one for one in stays if isinstance(one, Message)), None)
        return nouns, [one for one in stays if one is not first]

    with monkeypatch.context() as forged:
        forged.setattr(lift, "_parts", without_one)
        carry_out(other, propose(case, "B-2", "D-2", WHY).id)

    found = broken(case)

    assert (found.rule, "B-1" in str(found)) == (20, True)


def test_what_stays_is_not_replaced_once_more(case: Case, other: Case) -> None:
    carry_out(other, propose(case, "B-2", "D-2", WHY).id)
    batch = case.book.batches("read", "files")[-1]
    said = {"document": "D-2", "exhibit": "B-2"}
    forge(case, Act("read", "files", said, (batch,)), list(case.rows.in_batch(batch))[1:])

    found = broken(case)

    assert (found.rule, "nothing was corrected since" in str(found)) == (7, True)


def delete(case: Case, statement: str) -> None:
    """What an outsider does with the sqlite3 tool."""
    with closing(sqlite3.connect(case.folder.file)) as base:
        base.execute(statement)
        base.commit()


GONE: tuple[str, ...] = (
    "message",
    "file",
    "content",
    "outcome",
    "account",
    "conversation",
    "removal",
    "deal",
    "exhibit",
)


@pytest.mark.parametrize("kind", GONE)
def test_anything_else_that_is_missing_is_still_found(removed: Case, kind: str) -> None:
    delete(removed, f'DELETE FROM "{kind}" WHERE rowid IN (SELECT rowid FROM "{kind}" LIMIT 1)')

    assert broken(removed).rule == 11


def test_a_whole_batch_that_is_missing_is_still_found(removed: Case) -> None:
    batch = removed.book.batches("read", "files")[-1]
    for table in ("message", "account", "conversation", "outcome", "contact", "flaw", "cache_manifest"):
        delete(removed, f"DELETE FROM {table} WHERE batch = {batch}")

    assert broken(removed).rule == 11


def test_an_entry_of_the_removal_cannot_be_cut_out(removed: Case) -> None:
    [number] = [one.seq for one in removed.rows.entries() if b'"action":"remove"' in one.body]
    delete(removed, "DROP TRIGGER entry_no_delete")
    delete(removed, f"DELETE FROM entry WHERE seq = {number}")

    assert broken(removed).rule in {1, 3}


def test_drawn_changes_after_a_removal_are_found_or_change_nothing(removed: Case) -> None:
    removed.close()
    cases = ((removed.folder, removed.acting.unit),)
    said = Counter(bench.tried(cases, number) for number in range(TIMES))

    assert set(said) == {bench.FOUND, bench.NONE}
    assert said[bench.FOUND] > TIMES / 2
