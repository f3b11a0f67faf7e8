# SPDX-License-Identifier: Apache-2.0
"""What leaves a case is what was compared with its ledger: what is laid in or taken out in between changes nothing."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from suluh.case.acts import export, release, sample, worklist
from suluh.case.acts.decide import decide_zone
from suluh.case.acts.packing import Packed, head_of, pack
from suluh.case.case import Case
from suluh.case.line.due import check_run
from suluh.model.body import body
from suluh.model.errors import NotAllowed
from suluh.model.intake import Content
from suluh.model.trade import Deal
from suluh.referral.says.findings import Head

PLANTED = "a" * 26


@pytest.fixture
def case(finished_case: Case) -> Case:
    return finished_case


def plant(case: Case) -> None:
    """Lay a deal into the case file that no step gave."""
    old = next(case.nouns(Deal))
    columns = case._connection.execute("SELECT * FROM deal WHERE id=?", (old.id,)).fetchone()
    beside(case, f"INSERT INTO deal VALUES ({','.join('?' * len(columns))})", PLANTED, *columns[1:-1], laid(old))


def laid(old: Deal) -> bytes:
    return body(msgspec.structs.replace(old, id=PLANTED))


def beside(case: Case, statement: str, *values: object) -> None:
    connection = sqlite3.connect(case.folder.file)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def after_the_check(monkeypatch: pytest.MonkeyPatch, room: object, act: Callable[[], None]) -> None:
    """Somebody acts once the whole case was compared with its ledger, before anything is made of it."""

    def checked(case: Case) -> None:
        check_run(case)
        act()

    monkeypatch.setattr(room, "check_run", checked)


def test_a_deal_laid_in_after_the_check_is_in_no_draft(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    after_the_check(monkeypatch, release, lambda: plant(case))
    found: list[tuple[Head, Packed]] = []

    def packed(one: Case, head: Head) -> Packed:
        found.append((head, pack(one, head)))
        return found[-1][1]

    monkeypatch.setattr(release, "pack", packed)
    release.draft(case, "Penuntut umum")
    beside(case, "DELETE FROM deal WHERE id=?", PLANTED)

    [(head, one)] = found
    assert one.files == pack(case, head_of(case, head.recipient, head.terms, head.author, head.at)).files


def test_rows_that_are_gone_after_the_check_are_in_every_form(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in export.export(case, tmp_path / "one", None)}
    after_the_check(monkeypatch, export, lambda: beside(case, "DELETE FROM deal"))

    after = {path.name: path.read_bytes() for path in export.export(case, tmp_path / "two", None)}

    assert not case.rows.count(Deal)
    assert after == before


def test_a_work_list_holds_what_waited_when_the_case_was_checked(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worklist.write_worklist(case, tmp_path / "one.csv", "memilah")
    after_the_check(monkeypatch, worklist, lambda: beside(case, "DELETE FROM content"))

    worklist.write_worklist(case, tmp_path / "two.csv", "memilah")

    assert not case.rows.count(Content)
    assert (tmp_path / "two.csv").read_bytes() == (tmp_path / "one.csv").read_bytes()


def test_a_sample_is_drawn_of_what_waited_when_the_case_was_checked(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after_the_check(monkeypatch, worklist, lambda: beside(case, "DELETE FROM content"))

    drawn = sample.draw_sample(case, tmp_path / "one.csv", size=2, seed="2026", purpose="menghitung")

    assert not case.rows.count(Content)
    assert drawn.frame
    assert len((tmp_path / "one.csv").read_text(encoding="utf-8").splitlines()) > 1


def test_what_is_entered_in_a_case_that_stands_still_stands_in_the_case(case: Case) -> None:
    size = case.seen().size

    with case.still() as still:
        decide_zone(still, "B-1", "Asia/Makassar", "jam ponsel")
        assert still.rows.last_entry() != case.rows.last_entry()
        assert case.seen().size == size + 1


def test_a_form_shows_the_entry_of_its_own_read(case: Case, tmp_path: Path) -> None:
    """On paper it finds a ledger from which that read was taken away."""
    before = case.seen().size

    export.export(case, tmp_path / "forms", "memilah")

    [_, row] = (tmp_path / "forms" / "ledger.csv").read_text("utf-8-sig").splitlines()
    assert int(row.split(";")[1]) == case.seen().size - 1 > before


def test_nobody_enters_anything_in_it_whose_admission_ended_meanwhile(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def check(rows: object, *_: object) -> None:
        asked.append(rows)
        raise NotAllowed("ended")

    with case.still() as still:
        monkeypatch.setattr("suluh.case.case.check_officer", check)
        with pytest.raises(NotAllowed):
            decide_zone(still, "B-1", "Asia/Makassar", "jam ponsel")

        assert asked
        assert still.rows not in asked
