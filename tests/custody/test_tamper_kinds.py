# SPDX-License-Identifier: Apache-2.0
"""Every row is a noun of its own table, and every entry a deed that the ledger knows."""

import sqlite3
from collections.abc import Callable

import msgspec
import pytest
from tests.custody.every_noun import ENTRIES, NEXT, clock, forge

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act, _note
from suluh.case.line.line import LINE
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.model.deeds.acts import DEEDS
from suluh.model.errors import BrokenCustody, NotAllowed
from suluh.model.nouns import KINDS
from suluh.model.trade import Deal
from suluh.store.tables import COLUMNS, NUMBERS
from suluh.unit.folder import UnitFolder


@pytest.fixture
def case(folder: CaseFolder, key: OfficerKey, unit: UnitFolder) -> Case:
    return Case.open(folder, Acting(key, unit, clock()))


def move(connection: sqlite3.Connection, kind: str, other: str) -> None:
    """Put all rows that one batch has of a kind into another table, with columns and manifest that fit there."""
    [batch] = connection.execute(f'SELECT min(batch) FROM "{kind}"').fetchone()
    rows = connection.execute(f'SELECT id, batch, body FROM "{kind}" WHERE batch=?', (batch,)).fetchall()
    columns = [0 if name in NUMBERS else "" for name in COLUMNS[other]]
    marks = ",".join("?" * (len(columns) + 3))
    connection.execute(f'DELETE FROM "{kind}" WHERE batch=?', (batch,))
    for row in rows:
        connection.execute(f'INSERT OR REPLACE INTO "{other}" VALUES ({marks})', (*row[:2], *columns, row[2]))
    connection.execute("UPDATE OR IGNORE cache_manifest SET kind=? WHERE batch=? AND kind=?", (other, batch, kind))
    connection.execute("DELETE FROM cache_manifest WHERE batch=? AND kind=?", (batch, kind))


def moved(folder: CaseFolder, kind: str, other: str) -> BrokenCustody | None:
    """What verification says of a case in which rows lie in a table that is not their own."""
    connection = sqlite3.connect(folder.file)
    move(connection, kind, other)
    connection.commit()
    connection.close()
    try:
        verify_case(folder)
    except BrokenCustody as error:
        return error
    return None


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_row_in_a_table_that_is_not_its_own_is_named(copy: Callable[[str], CaseFolder], kind: str) -> None:
    others = sorted(KINDS)
    other = others[(others.index(kind) + 7) % len(others)]

    error = moved(copy("moved"), kind, other)

    assert error is not None
    assert error.rule in {6, 10, 11, 12, 13}


def test_a_row_moved_with_all_that_nobody_signed_is_no_noun_of_that_table(copy: Callable[[str], CaseFolder]) -> None:
    folder = copy("moved")

    error = moved(folder, "camera", "group")

    assert "is of the kind camera" in str(error)


@pytest.mark.parametrize("act", [Act("tidy", "anything"), Act("deals", "elsewhere"), Act("look", "deals")])
def test_an_act_that_nothing_defines_is_refused(case: Case, act: Act) -> None:
    with pytest.raises(NotAllowed):
        case.keep(act, list(case.nouns(Deal)))


def test_a_deed_with_a_noun_that_is_not_its_own_is_refused(case: Case) -> None:
    with pytest.raises(NotAllowed, match="`walk` writes no deal"):
        case.keep(Act("walk", "files"), list(case.nouns(Deal)))


@pytest.mark.parametrize("word", ["tidy anything", "deals", "run"])
def test_a_look_is_never_named_like_a_step(case: Case, word: str) -> None:
    with pytest.raises(NotAllowed):
        case.note(Act(word, "deals"))


@pytest.mark.parametrize(
    "act",
    [
        Act("tidy", "anything", took="1"),
        Act("deals", "elsewhere", took="1"),
        Act("look", "deals", took="1"),
        Act("decide", "x", took="1"),
    ],
)
def test_a_forged_entry_of_no_known_deed_is_named(case: Case, folder: CaseFolder, act: Act) -> None:
    forge(case, act)
    case.close()

    with pytest.raises(BrokenCustody) as told:
        verify_case(folder)
    assert (told.value.rule, told.value.where) == (6, NEXT)


def test_a_forged_entry_with_a_noun_that_is_not_its_own_is_named(case: Case, folder: CaseFolder) -> None:
    [deal, *_] = case.nouns(Deal)
    forge(case, Act("walk", "files", took="1"), [msgspec.structs.replace(deal, id="a" * 26)])
    case.close()

    with pytest.raises(BrokenCustody, match="deal") as told:
        verify_case(folder)
    assert (told.value.rule, told.value.where) == (6, NEXT)


def test_what_was_read_is_replaced_only_after_a_correction(case: Case, folder: CaseFolder) -> None:
    [batch] = case.book.batches("read", "files")
    kept = list(case.rows.in_batch(batch))[1:]
    forge(case, Act("read", "files", replaces=(batch,)), kept)
    case.close()

    with pytest.raises(BrokenCustody, match="nothing was corrected since") as told:
        verify_case(folder)
    assert (told.value.rule, told.value.where) == (7, NEXT)


def test_a_look_of_the_first_cases_is_still_one(case: Case, folder: CaseFolder) -> None:
    _note(case._connection, case._pen(case.paper.id), Act("read", "payments", {"purpose": "uji"}))
    case.close()

    assert verify_case(folder).entries == ENTRIES + 1


def test_every_step_of_the_line_is_a_deed() -> None:
    assert {step.name for step in LINE} | {"run", "reach"} == {
        deed.word for deed in DEEDS.values() if deed.form == "step"
    }
