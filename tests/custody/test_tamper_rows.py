# SPDX-License-Identifier: Apache-2.0
"""One changed byte in any row or column of any evidentiary table is found, and the row is named."""

import sqlite3
from pathlib import Path

import pytest
from tests.custody.every_noun import ABSENT, ENTRIES, SET, every_noun

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.model.errors import BrokenCustody
from suluh.model.nouns import KINDS
from suluh.store.tables import COLUMNS, NUMBERS, column_name
from suluh.unit.folder import UnitFolder

QUERIED = [(kind, field) for kind in sorted(KINDS) for field in COLUMNS[kind]]


def change(folder: CaseFolder, statement: str, *values: object) -> None:
    """What an outsider does with the sqlite3 tool."""
    connection = sqlite3.connect(folder.file)
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def some_row(folder: CaseFolder, kind: str, column: str = "body") -> tuple[str, object]:
    connection = sqlite3.connect(folder.file)
    row = connection.execute(f'SELECT id, {column} FROM "{kind}" ORDER BY id DESC LIMIT 1').fetchone()
    connection.close()
    return row


def broken(folder: CaseFolder) -> BrokenCustody:
    with pytest.raises(BrokenCustody) as caught:
        verify_case(folder)
    return caught.value


@pytest.mark.parametrize("statement", ["VACUUM", "REINDEX", "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"])
def test_care_of_the_file_gives_no_alarm(folder: CaseFolder, statement: str) -> None:
    change(folder, statement)

    assert verify_case(folder).entries == ENTRIES


def test_a_backup_of_the_case_file_gives_no_alarm(folder: CaseFolder, tmp_path: Path) -> None:
    source, target = sqlite3.connect(folder.file), sqlite3.connect(tmp_path / "backup.db")
    source.backup(target)
    source.close()
    target.close()
    (tmp_path / "backup.db").replace(folder.file)

    assert verify_case(folder).entries == ENTRIES


def test_the_case_of_these_tests_has_rows_of_every_kind() -> None:
    made = {type(noun) for noun in every_noun()}

    assert {kind for kind, noun in KINDS.items() if noun not in made} == {"case", "officer"}


def test_an_untouched_case_verifies(folder: CaseFolder) -> None:
    found = verify_case(folder)

    assert (found.entries, found.checkpoints, found.officers, found.remarks) == (ENTRIES, 2, 1, ABSENT)
    assert found.rows == len(every_noun()) + 2


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_changed_byte_in_a_body_names_the_row(folder: CaseFolder, kind: str) -> None:
    one, body = some_row(folder, kind)
    assert isinstance(body, bytes)
    middle = len(body) // 2
    changed = body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]

    change(folder, f'UPDATE "{kind}" SET body=? WHERE id=?', changed, one)

    found = broken(folder)
    assert (found.where, found.rule) == (f"{kind} {one}", 11)


@pytest.mark.parametrize(("kind", "field"), QUERIED)
def test_a_changed_query_column_names_the_row(folder: CaseFolder, kind: str, field: str) -> None:
    column = column_name(field)
    one, held = some_row(folder, kind, column)
    other: object = 999 if field in NUMBERS else f"{held} "

    change(folder, f'UPDATE "{kind}" SET {column}=? WHERE id=?', other, one)

    found = broken(folder)
    assert (found.where, found.rule) == (f"{kind} {one}", 12)
    assert field in str(found)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_removed_row_is_named(folder: CaseFolder, kind: str) -> None:
    one, _ = some_row(folder, kind)

    change(folder, f'DELETE FROM "{kind}" WHERE id=?', one)

    assert broken(folder).where == f"{kind} {one}"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_row_that_no_entry_wrote_is_named(folder: CaseFolder, kind: str) -> None:
    one, _ = some_row(folder, kind)
    fields = "".join(f", {column_name(field)}" for field in COLUMNS[kind])

    letter = "b" if one.startswith("a") else "a"

    change(
        folder,
        f"""INSERT INTO "{kind}" SELECT '{letter}'||substr(id,2), batch{fields}, body FROM "{kind}" WHERE id=?""",
        one,
    )

    assert broken(folder).where == f"{kind} {letter}{one[1:]}"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_row_under_another_id_is_named(folder: CaseFolder, kind: str) -> None:
    one, _ = some_row(folder, kind)

    change(folder, f'UPDATE "{kind}" SET id=? WHERE id=?', one[::-1], one)

    assert broken(folder).where in {f"{kind} {one}", f"{kind} {one[::-1]}"}


@pytest.mark.parametrize("batch", [1, 8, 99])
def test_a_row_moved_to_another_batch_is_named(folder: CaseFolder, batch: int) -> None:
    one, _ = some_row(folder, "payment")

    change(folder, "UPDATE payment SET batch=? WHERE id=?", batch, one)

    assert broken(folder).where == f"payment {one}"


def test_a_row_that_is_changed_together_with_its_manifest_is_found(folder: CaseFolder) -> None:
    change(folder, "UPDATE payment SET body=CAST(replace(CAST(body AS TEXT), '5000000', '6000000') AS BLOB)")
    change(folder, "UPDATE cache_manifest SET rows=zeroblob(length(rows)) WHERE kind='payment'")

    assert broken(folder).rule == 11


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cache_manifest SET rows=zeroblob(48) WHERE kind='payment'",
        "UPDATE cache_manifest SET step='deals' WHERE kind='payment'",
        "UPDATE cache_manifest SET unit='x' WHERE kind='payment'",
        "DELETE FROM cache_manifest WHERE kind='payment'",
        "INSERT INTO cache_manifest VALUES (77,'payment','read','files',zeroblob(48))",
        "INSERT INTO cache_manifest VALUES (1,'strange','new','x',zeroblob(48))",
        "UPDATE cache_manifest SET rows=CAST(rows || rows AS BLOB) WHERE kind='payment'",
        "UPDATE cache_manifest SET rows=CAST(rows || x'00' AS BLOB) WHERE kind='payment'",
    ],
)
def test_a_changed_manifest_is_found(folder: CaseFolder, statement: str) -> None:
    change(folder, statement)

    assert broken(folder).rule in {11, 13}


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE notes (text)",
        "CREATE VIEW payments AS SELECT * FROM payment",
        "DROP TRIGGER entry_no_delete",
        "CREATE TRIGGER helper AFTER INSERT ON payment BEGIN DELETE FROM payment; END",
        "DROP INDEX ix_payment_statement",
        "ALTER TABLE payment ADD COLUMN note TEXT",
        "ALTER TABLE payment RENAME COLUMN body TO corpse",
        "DROP TABLE flaw",
        "CREATE TRIGGER alembic_version AFTER INSERT ON payment BEGIN DELETE FROM payment; END",
        "CREATE TABLE alembic_version (version_num TEXT)",
        "PRAGMA user_version=0",
        "PRAGMA user_version=-1",
        "UPDATE sqlite_master SET tbl_name='cAmera' WHERE name='sqlite_autoindex_camera_1'",
        "UPDATE sqlite_master SET name='sqlite_autoindex_cAmera_1' WHERE name='sqlite_autoindex_camera_1'",
        "UPDATE sqlite_master SET name='sqlite_autoindex_x_1', tbl_name='x' WHERE name='sqlite_autoindex_camera_1'",
        "INSERT INTO sqlite_master VALUES ('view', 'sqlite_v', 'sqlite_v', 0, 'CREATE VIEW sqlite_v AS SELECT 1')",
    ],
)
def test_a_changed_schema_is_found(folder: CaseFolder, statement: str) -> None:
    change(folder, statement)

    assert broken(folder).rule == 1


def test_a_second_state_of_the_tree_is_found(folder: CaseFolder) -> None:
    change(folder, "INSERT INTO cache_tree VALUES (2, x'00')")

    found = broken(folder)
    assert (found.rule, found.where) == (9, "cache_tree")


def test_an_index_that_hides_rows_is_found(folder: CaseFolder) -> None:
    change(folder, "DROP INDEX ix_payment_statement")
    change(folder, "CREATE INDEX ix_payment_statement ON payment(statement) WHERE statement='x'")

    assert broken(folder).rule == 1


def test_text_that_is_no_unicode_is_named(folder: CaseFolder) -> None:
    one, _ = some_row(folder, "payment")

    change(folder, "UPDATE payment SET statement=CAST(x'ff' AS TEXT) WHERE id=?", one)

    assert broken(folder).where == f"payment {one}"


def test_sets_that_the_unit_does_not_hold_are_said(folder: CaseFolder, tmp_path: Path) -> None:
    unit = UnitFolder(tmp_path / "unit")
    missing = verify_case(folder, unit=unit).remarks
    unit.sets.mkdir(parents=True)
    (unit.sets / f"{SET}.known").write_bytes(b"")

    assert f"the hash set unit ({SET}) is not in this unit's folder" in missing
    left = verify_case(folder, unit=unit).remarks
    assert not [one for one in left if "hash set" in one]
    assert [one for one in left if f"witness file {unit.witness}" in one]


def test_what_nobody_released_is_said(folder: CaseFolder) -> None:
    (folder.releases / "final").mkdir(parents=True)

    assert "releases/final" in verify_case(folder).remarks[0]


@pytest.mark.parametrize("name", ["keys/X.pub", "checkpoints/1.note"])
def test_a_folder_in_the_place_of_a_file_is_named(folder: CaseFolder, name: str) -> None:
    (folder.path / name).mkdir()

    assert Path(name).name in broken(folder).where


def test_a_folder_without_a_case_is_broken(tmp_path: Path) -> None:
    assert broken(CaseFolder(tmp_path)).rule == 1
