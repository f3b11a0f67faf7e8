# SPDX-License-Identifier: Apache-2.0
"""A step proves what it takes: rows that come and go around an honest run are refused, or found afterwards."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import forge
from tests.finished import Finished, finish

from suluh.case.acts.decide import LinkAct, decide_link, decide_zone
from suluh.case.acts.intake import Bag, add_exhibit
from suluh.case.acts.release import draft
from suluh.case.case import Case
from suluh.case.corrections.correct import correct_authority
from suluh.case.folder import CaseFolder
from suluh.case.gate.seal import Seal
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.line import proof
from suluh.case.line import run as line_run
from suluh.case.line.due import is_due
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.run import run
from suluh.case.line.step import Derived
from suluh.case.verify import steps
from suluh.case.verify.case import verify_case
from suluh.case.verify.derived import Again, check_derived
from suluh.model.body import body
from suluh.model.errors import BrokenCustody, Misuse
from suluh.model.intake import Authority, Content, File, Outcome
from suluh.model.people import Decision, Link
from suluh.model.talk import Message
from suluh.model.trade import Deal
from suluh.unit.folder import UnitFolder

PLANTED = "a" * 26


@pytest.fixture
def case(finished_case: Case) -> Case:
    return finished_case


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """A case in which payments are on record, so that they suggest whose accounts are whose."""
    return finish(tmp_path_factory.mktemp("large"), LARGE)


@pytest.fixture
def paid(large: Finished, tmp_path: Path) -> Iterator[Case]:
    """A copy of it, opened by its officer."""
    folder = CaseFolder(Path(shutil.copytree(large.folder.path, tmp_path / "paid")))
    unit = UnitFolder(Path(shutil.copytree(large.acting.unit.path, tmp_path / "its unit")))
    case = Case.open(folder, replace(large.acting, unit=unit))
    yield case
    case.close()


LARGE = {"sellers": 2, "buyers": 5, "deals": 40, "days": 30, "pictures": 24, "picture_side": 64}


def tamper(case: Case, statement: str, *values: object) -> None:
    """What somebody does to the case file beside the program."""
    connection = sqlite3.connect(case.folder.file)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def plant(case: Case) -> None:
    """Lay a message into the case file that nobody read, with every column as it should be."""
    old = next(one for one in case.nouns(Message) if one.text and one.sender)
    body_ = body(msgspec.structs.replace(old, id=PLANTED, text="paket 40 file 50rb"))
    columns = case._connection.execute("SELECT * FROM message WHERE id=?", (old.id,)).fetchone()
    marks = ",".join("?" * len(columns))
    tamper(case, f"INSERT INTO message VALUES ({marks})", PLANTED, *columns[1:-1], body_)


def test_a_step_asks_for_what_it_takes_and_takes_what_it_asks_for(case: Case) -> None:
    for step in (one for one in LINE if isinstance(one, Derived)):
        with case.snapshot(step.takes) as seen:
            list(step.work(Inputs(seen, case.acting)))

        assert seen.seen <= set(step.takes), step.name


def test_a_planted_message_stops_the_run_that_would_take_it(case: Case) -> None:
    plant(case)
    decide_zone(case, "B-1", "Asia/Makassar", "jam ponsel")

    with pytest.raises(BrokenCustody, match="would take rows of batch") as told:
        run(case, lambda _: None)
    assert told.value.rule == 17


def test_a_row_that_is_gone_during_a_run_stops_it(case: Case) -> None:
    tamper(case, "DELETE FROM message WHERE id=(SELECT min(id) FROM message)")
    decide_zone(case, "B-1", "Asia/Makassar", "jam ponsel")

    with pytest.raises(BrokenCustody, match="they are not what S-1 signed"):
        run(case, lambda _: None)


def test_rows_of_a_replaced_batch_that_lie_there_again_stop_the_run(case: Case) -> None:
    [batch] = case.book.batches("deals", "case")
    kept = case._connection.execute("SELECT * FROM person WHERE batch=?", (batch,)).fetchall()
    decide_zone(case, "B-1", "Asia/Makassar", "jam ponsel")
    case.keep(Act("deals", "case", replaces=(batch,)), [])
    for row in kept:
        tamper(case, f"INSERT INTO person VALUES ({','.join('?' * len(row))})", *row)

    with pytest.raises(BrokenCustody, match="no entry that stands wrote them"):
        run(case, lambda _: None)


def test_a_correction_signs_no_row_anew_that_nobody_signed(case: Case) -> None:
    plant(case)
    paper = next(case.nouns(Authority)).number
    correct_authority(case, paper, {"covers_from": "2020-01-01"}, "salah ketik")

    with pytest.raises(BrokenCustody, match="would sign anew rows of batch"):
        run(case, lambda _: None)


def test_no_package_is_drafted_of_a_row_that_nobody_signed(case: Case) -> None:
    plant(case)

    with pytest.raises(BrokenCustody, match="nothing leaves this case: it holds rows of batch"):
        draft(case, "Penuntut umum")


def test_a_batch_whose_manifest_was_hidden_is_replaced_all_the_same(case: Case) -> None:
    [batch] = case.book.batches("deals", "case")
    [(rows,)] = case._connection.execute("SELECT rows FROM cache_manifest WHERE batch=? AND kind='deal'", (batch,))
    tamper(case, "DELETE FROM cache_manifest WHERE batch=? AND kind='deal'", batch)
    decide_zone(case, "B-1", "Asia/Makassar", "jam ponsel")
    run(case, lambda _: None)

    assert rows
    assert batch not in case.rows.batches_in("deal")
    verify_case(case.folder)


def test_a_batch_whose_manifest_names_another_step_is_not_replaced_by_it(case: Case) -> None:
    decide_zone(case, "B-1", "Asia/Makassar", "jam ponsel")
    tamper(case, "UPDATE cache_manifest SET step='deals', unit='case' WHERE kind='decision'")

    run(case, lambda _: None)

    assert case.rows.count(Decision)


def test_a_hidden_manifest_lets_no_run_leave_a_file_out(case: Case, tmp_path: Path) -> None:
    """What is due stands in the ledger: a table that nobody signs says nothing of it."""
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "note.txt").write_text("paket 40 file 50rb")
    add_exhibit(case, Bag(tmp_path / "stick", "B-9", next(case.nouns(Authority)).number))
    before = case.seen().size

    run(case, lambda _: tamper(case, "DELETE FROM cache_manifest WHERE kind='file' AND batch>?", before))

    assert case.rows.count_unhashed() == 0


@pytest.mark.parametrize(("word", "what"), [("digest", "hashed"), ("read", "read")])
def test_a_file_that_was_left_out_is_read_by_the_next_run(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, what: str
) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "note.txt").write_text("paket 40 file 50rb")
    add_exhibit(case, Bag(tmp_path / "stick", "B-9", next(case.nouns(Authority)).number))
    with monkeypatch.context() as once:
        send = line_run._pass
        once.setattr(line_run, "_pass", lambda shift, step, *rest: step.name != word and send(shift, step, *rest))
        run(case, lambda _: None)
    with pytest.raises(BrokenCustody, match=f"waits for the step {word}, which entry .* calls finished"):
        verify_case(case.folder)
    with pytest.raises(Misuse, match="not all that was entered has been worked out"):
        draft(case, "Penuntut umum")

    run(case, lambda _: None)

    verify_case(case.folder)
    [file] = case.nouns(File, {"exhibit": "B-9"})
    kind = Content if what == "hashed" else Outcome
    assert len(list(case.rows.by_column(kind, "file", [file.id]))) == 1
    size = case.seen().size
    run(case, lambda _: None)
    assert case.seen().size == size


def test_what_another_version_finished_is_said(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not [one for one in verify_case(case.folder).remarks if "another version" in one]

    monkeypatch.setattr(steps, "__version__", "99")

    assert "another version of Suluh finished digest, picture, read:" in " ".join(verify_case(case.folder).remarks)


@pytest.fixture
def unproven(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A run that was made not to look: it signs what it took, whatever lies there."""
    return lambda: monkeypatch.setattr(proof, "check_batch", lambda *_: None)


def test_rows_that_came_and_went_around_a_run_are_found(case: Case, unproven: Callable[[], None]) -> None:
    unproven()
    plant(case)
    tamper(case, "UPDATE message SET batch=999 WHERE id=?", PLANTED)
    decide_zone(case, "B-1", "Asia/Makassar", "jam ponsel")
    run(case, lambda _: None)
    tamper(case, "DELETE FROM message WHERE id=?", PLANTED)

    with pytest.raises(BrokenCustody, match="rows came and went") as told:
        verify_case(case.folder)
    assert told.value.rule == 17


def test_rows_that_were_gone_during_a_run_and_lie_there_again_are_found(
    case: Case, unproven: Callable[[], None]
) -> None:
    unproven()
    [batch] = case._connection.execute("SELECT min(batch) FROM message").fetchone()
    kept = case._connection.execute("SELECT * FROM message WHERE batch=?", (batch,)).fetchall()
    tamper(case, "DELETE FROM message WHERE batch=?", batch)
    decide_zone(case, "B-1", "Asia/Makassar", "jam ponsel")
    run(case, lambda _: None)
    for row in kept:
        tamper(case, f"INSERT INTO message VALUES ({','.join('?' * len(row))})", *row)

    with pytest.raises(BrokenCustody, match="rows came and went") as told:
        verify_case(case.folder)
    assert told.value.rule == 17


def test_an_untouched_case_is_worked_out_again_as_it_stands(case: Case) -> None:
    found = check_derived(case, case.acting)

    assert found.left == ()
    assert found.steps == sum(isinstance(step, Derived) for step in LINE)


def test_without_an_officer_the_steps_that_open_sets_are_left_out_and_named(case: Case) -> None:
    found = check_derived(case, None)

    assert [one.split()[2] for one in found.left] == ["match", "compare"]


def test_a_deal_that_an_officer_edited_is_found(case: Case) -> None:
    [batch] = case.book.batches("deals", "case")
    rows = list(case.rows.in_batch(batch))
    edited = [msgspec.structs.replace(one, buyer="x:1") if isinstance(one, Deal) else one for one in rows]
    forge(case, Act("deals", "case", replaces=(batch,), took=case.book.took("deals", "case")), edited)
    verify_case(case.folder)

    with pytest.raises(BrokenCustody, match="of the step deals") as told:
        check_derived(case, case.acting)
    assert told.value.rule == 18


def test_a_deal_that_an_officer_left_out_is_found(case: Case) -> None:
    [batch] = case.book.batches("deals", "case")
    rows = list(case.rows.in_batch(batch))
    forge(case, Act("deals", "case", replaces=(batch,), took=case.book.took("deals", "case")), rows[1:])

    with pytest.raises(BrokenCustody, match="is worked out of these rows, and the case does not hold it so"):
        check_derived(case, case.acting)


def test_a_step_that_is_due_is_not_compared(case: Case) -> None:
    decide_zone(case, "B-1", "Asia/Makassar", "jam ponsel")

    found = check_derived(case, case.acting)

    assert isinstance(found, Again)
    assert "the step deals was not worked out again: it is due" in " ".join(found.left)


def test_a_row_that_an_index_hides_from_the_proof_stops_the_run(case: Case) -> None:
    """An index that leaves one batch out, under the words of one that leaves none out."""
    plant(case)
    words = 'CREATE INDEX ix_message_batch ON "message" (batch)'
    tamper(case, "DROP INDEX ix_message_batch")
    tamper(case, "UPDATE message SET batch=999 WHERE id=?", PLANTED)
    tamper(case, f"{words} WHERE batch<>999")
    connection = sqlite3.connect(case.folder.file, isolation_level=None)
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("UPDATE sqlite_master SET sql=? WHERE name='ix_message_batch'", (words,))
    connection.execute("PRAGMA schema_version=999")
    connection.close()
    decide_zone(case, "B-1", "Asia/Makassar", "jam ponsel")

    with pytest.raises(BrokenCustody, match="missing from index ix_message_batch"):
        run(case, lambda _: None)


@pytest.mark.parametrize("act", ["confirm", "reject", "retract"])
def test_what_an_officer_decides_on_a_link_that_deals_gave_is_worked_out(paid: Case, act: LinkAct) -> None:
    case = paid
    hint = next(one for one in case.nouns(Link) if one.rule in {"paid-to", "paid-for"})
    shown = next(one for one in Viewer(case).list("links") if one["id"] == Seal(case.secret).of(hint.id))
    decide_link(case, str(shown["id"]), act, "BAP 3", str(shown["seen"]))

    run(case, lambda _: None)

    [now] = case.rows.by_column(Link, "id", [hint.id])
    assert now.merges == (act == "confirm")
    verify_case(case.folder)
    assert check_derived(case, case.acting).left == ()


def test_a_step_whose_rows_were_taken_back_is_due(case: Case) -> None:
    case.keep(Act("deals", "case", replaces=case.book.batches("deals", "case"), took=proof.NOTHING), [])
    verify_case(case.folder)

    assert is_due(case)
    run(case, lambda _: None)

    assert case.rows.count(Deal)
