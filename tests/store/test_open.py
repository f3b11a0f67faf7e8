# SPDX-License-Identifier: Apache-2.0
"""A case file opens quickly, or says in one sentence why it does not; the schema is the one that is declared."""

import sqlite3
from pathlib import Path

import pytest
from tests.custody.every_noun import clock, officer, start

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.model.errors import CaseIsDamaged, CaseIsNewer, Misuse, NotAllowed
from suluh.model.nouns import KINDS
from suluh.store import check, schema
from suluh.store.migrations import VERSION
from suluh.store.open import connect, create
from suluh.store.tables import COLUMNS
from suluh.unit.folder import UnitFolder


def test_a_new_case_has_the_schema_of_this_version(case: Case) -> None:
    assert check.strange(case._connection) is None
    assert case._connection.execute("PRAGMA user_version").fetchone()[0] == VERSION


def test_every_noun_has_a_table() -> None:
    assert sorted(COLUMNS) == sorted(KINDS)


def test_the_settings_of_custody_hold(case: Case) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")

    assert [case._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names] == ["wal", 2, 1, 0]


def test_a_newer_case_is_named_as_such_and_left_alone(case: Case) -> None:
    case._connection.execute("PRAGMA user_version=9999")

    with pytest.raises(CaseIsNewer, match="9999"):
        Case.open(case.folder)
    with pytest.raises(CaseIsNewer, match="9999"):
        verify_case(case.folder)
    assert case._connection.execute("PRAGMA user_version").fetchone()[0] == 9999


@pytest.mark.parametrize("content", [b"", b"no database at all " * 99, b"SQLite format 3\0" + bytes(4096)])
def test_what_is_no_case_is_damage(tmp_path: Path, content: bytes) -> None:
    folder = CaseFolder(tmp_path)
    folder.file.write_bytes(content)

    with pytest.raises(CaseIsDamaged):
        Case.open(folder)


def test_a_cut_case_file_is_damage(case: Case) -> None:
    case._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    case.close()
    whole = case.folder.file.read_bytes()
    case.folder.file.write_bytes(whole[: len(whole) // 3])

    with pytest.raises(CaseIsDamaged, match="backup"):
        Case.open(case.folder)


def test_a_folder_without_a_case_is_said(tmp_path: Path) -> None:
    with pytest.raises(CaseIsDamaged, match="suluh new"):
        Case.open(CaseFolder(tmp_path))


def test_a_second_case_in_one_folder_is_misuse(case: Case) -> None:
    with pytest.raises(Misuse, match="another folder"):
        start(case.folder.path, case.acting.unit, case.acting.key)


def test_a_start_that_was_killed_is_started_again(tmp_path: Path, unit: UnitFolder, key: OfficerKey) -> None:
    create(tmp_path / "case.db").close()

    again = start(tmp_path, unit, key)

    assert again.paper.number == "LP/1/2026"
    again.close()


@pytest.mark.parametrize("pragma", ["journal_mode=WAL", "user_version=0"])
def test_a_start_that_was_killed_before_its_first_table_is_started_again(tmp_path: Path, pragma: str) -> None:
    left = sqlite3.connect(tmp_path / "case.db")
    left.execute(f"PRAGMA {pragma}")
    left.close()

    assert check.strange(create(tmp_path / "case.db")) is None


def test_a_start_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "GUARDED", ("UPDATE", "no such act"))

    with pytest.raises(CaseIsDamaged, match="took no more rows"):
        create(tmp_path / "case.db")

    monkeypatch.undo()
    assert check.strange(create(tmp_path / "case.db")) is None


@pytest.mark.parametrize("table", ["release", "entry"])
def test_a_database_of_something_else_is_no_new_case(tmp_path: Path, table: str) -> None:
    other = sqlite3.connect(tmp_path / "case.db")
    other.execute(f"CREATE TABLE {table} (id)")
    other.close()

    for opened in (create, connect):
        with pytest.raises(CaseIsDamaged, match="states no version"):
            opened(tmp_path / "case.db")


def test_the_scratch_folder_is_emptied_when_a_command_starts(case: Case) -> None:
    (case.folder.work / "job").mkdir()
    (case.folder.work / "job" / "left").write_bytes(b"x")

    Case.open(case.folder).close()

    assert list(case.folder.work.iterdir()) == []


def test_an_act_without_a_key_is_not_allowed(case: Case) -> None:
    reading = Case.open(case.folder)

    with pytest.raises(NotAllowed, match="officer's key"):
        reading.note(Act("look", "x"))
    reading.close()


def test_one_code_means_one_key_for_ever(case: Case, tmp_path: Path) -> None:
    other = Case.open(case.folder, Acting(officer(UnitFolder(tmp_path / "unit"), "S-1"), case.acting.unit, clock()))

    with pytest.raises(NotAllowed, match="another key"):
        other.note(Act("look", "x"))
    other.close()


def test_opening_again_changes_nothing(case: Case) -> None:
    before = list(case._connection.iterdump())

    connect(case.folder.file).close()

    assert list(case._connection.iterdump()) == before
