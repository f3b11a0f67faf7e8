# SPDX-License-Identifier: Apache-2.0
"""A case file opens quickly, or says in one sentence why it does not; the schema is the one that is declared."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from tests.custody.every_noun import clock, officer, start

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.custody.key import OfficerKey
from suluh.model.errors import CaseIsDamaged, CaseIsNewer, Misuse, NotAllowed
from suluh.model.nouns import KINDS
from suluh.store import check
from suluh.store.migrations.upgrade import upgrade
from suluh.store.open import connect
from suluh.store.tables import COLUMNS
from suluh.unit.folder import UnitFolder


def test_the_migrations_make_the_schema_that_is_declared(case: Case) -> None:
    rows = case._connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql NOTNULL").fetchall()

    made = {name: (kind, table, check.squeeze(text)) for kind, name, table, text in rows if name != "alembic_version"}

    assert made == check.schema()
    assert check.strange(case._connection) is None


def test_every_noun_has_a_table() -> None:
    assert sorted(COLUMNS) == sorted(KINDS)


def test_the_settings_of_custody_hold(case: Case) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")

    assert [case._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names] == ["wal", 2, 1, 0]


def test_a_newer_case_is_named_as_such_and_left_alone(case: Case) -> None:
    case._connection.execute("UPDATE alembic_version SET version_num='9999'")

    with pytest.raises(CaseIsNewer, match="9999"):
        Case.open(case.folder)


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
    upgrade(tmp_path / "case.db")

    again = start(tmp_path, unit, key)

    assert again.paper.number == "LP/1/2026"
    again.close()


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "case.db"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE release (id)")
    other.commit()

    with pytest.raises(OperationalError, match="release"):
        upgrade(file)

    assert [row[0] for row in other.execute("SELECT name FROM sqlite_master WHERE type='table'")] == ["release"]
    other.close()


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
