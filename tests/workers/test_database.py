# SPDX-License-Identifier: Apache-2.0
"""A database that is evidence is read from a copy, by tables and columns alone."""

import hashlib
import os
import sqlite3
import zipfile
from contextlib import closing

import pytest

from suluh.model.evidence.work import Target
from suluh.workers.parent.scratch import _MEMORY, _prefix
from suluh.workers.wire.limits import Limits

TYPE = "application/vnd.sqlite3"

forks = pytest.mark.usefixtures("forked")
"""For what stands in a database; the others here begin workers as `suluh` does, and go each another way through one."""


@pytest.fixture
def database(bench):
    """A writer that keeps the database open, as a running phone would."""

    def make(*statements, name="m.db"):
        connection = sqlite3.connect(bench.root / name, isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        opened.append(connection)
        return connection

    opened = []
    yield make
    for connection in opened:
        connection.close()


def said(bench, *containers, name="m.db"):
    return bench.says("tables", Target(file=bench.file(name, *containers), type=TYPE))[name]


def digests(folder):
    return {
        path.name: (hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns) for path in folder.iterdir()
    }


def test_rows_come_in_the_order_of_their_ids(bench, database):
    database("CREATE TABLE t(a, b)", "INSERT INTO t(rowid, a) VALUES (7, 'x')", "INSERT INTO t(rowid, a) VALUES (2, 5)")

    assert said(bench) == ["tables {'t': ('a', 'b')}", "t 2 (5, None, None)", "t 7 ('x', None, None)"]


def test_what_stands_only_in_the_write_ahead_log_is_read_and_nothing_is_touched(bench, database):
    database("PRAGMA journal_mode = WAL", "CREATE TABLE t(a)", "INSERT INTO t VALUES ('in the log')")
    before = digests(bench.root)

    found = said(bench)

    assert (bench.root / "m.db-wal").stat().st_size
    assert "t 1 ('in the log', None, None)" in found
    assert digests(bench.root) == before


@forks
def test_an_unfinished_change_is_undone_in_the_copy(bench, database):
    connection = database("CREATE TABLE t(a)", "INSERT INTO t VALUES ('kept')", "PRAGMA cache_size = 1")
    connection.execute("BEGIN")
    connection.execute("UPDATE t SET a = 'undone'")
    connection.executemany("INSERT INTO t VALUES (?)", [("x" * 4000,)] * 200)
    before = digests(bench.root)

    found = said(bench)

    assert (bench.root / "m.db-journal").read_bytes()[:4] == bytes.fromhex("d9d505f9")
    assert found[1:] == ["t 1 ('kept', None, None)"]
    assert digests(bench.root) == before


def test_views_triggers_virtual_tables_and_computed_columns_are_not_read(bench, database):
    database(
        "CREATE TABLE t(a, b AS (a || 'computed'))",
        "CREATE VIEW view AS SELECT a FROM t",
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END",
        "CREATE VIRTUAL TABLE f USING fts4(a)",
        "DROP TRIGGER g",
        "INSERT INTO t(a) VALUES (1)",
    )

    found = said(bench)

    assert "'t': ('a',)" in found[0]
    assert "'view'" not in found[0]
    assert "'f'" not in found[0]
    assert "t 1 (1, None, None)" in found


MANY = " OR ".join(f"a = {number}" for number in range(60))
LONG = {
    "a view of many SELECTs": "CREATE VIEW v AS " + " UNION ALL ".join(["SELECT a FROM t"] * 9),
    "a deep view": f"CREATE VIEW v AS SELECT a FROM t WHERE {MANY}",
    "a view that calls with many values": f"CREATE VIEW v AS SELECT coalesce({', '.join('a' * 60)}) FROM t",
    "a long trigger": f"CREATE TRIGGER g AFTER DELETE ON t WHEN old.{MANY} BEGIN SELECT 1; END",
    "a partial index": f"CREATE INDEX i ON t(a) WHERE {MANY}",
    "a deep check": f"CREATE TABLE other(a CHECK ({MANY}))",
    "a long view": f"CREATE VIEW v AS SELECT '{'x' * (2 << 20)}' AS b",
}


@forks
@pytest.mark.parametrize("kind", sorted(LONG))
def test_long_views_triggers_and_indexes_do_not_hide_the_tables(bench, database, kind):
    database("CREATE TABLE t(a)", "INSERT INTO t VALUES (5)", LONG[kind])

    found = said(bench)

    assert "'t': ('a',)" in found[0]
    assert "t 1 (5, None, None)" in found
    assert not [one for one in found if "fault" in one or "!" in one]


@forks
def test_many_wide_tables_are_checked_and_read(bench, database):
    columns = ", ".join(f"c{number} NOT NULL" for number in range(60))
    database(*(f"CREATE TABLE t{number}(a, {columns})" for number in range(400)))
    database("CREATE TABLE a(a)", "INSERT INTO a VALUES (1)")

    found = said(bench)

    assert found[0].startswith("tables {'a': ('a',), 't0': ")
    assert found[1:] == ["a 1 (1, None, None)"]


@forks
def test_a_part_of_a_schema_that_cannot_be_read_is_told_and_the_tables_are_read(bench, database):
    made = database("CREATE TABLE t(a)", "INSERT INTO t VALUES (5)", "CREATE VIEW v AS SELECT a FROM t")
    made.execute("PRAGMA writable_schema = ON")
    made.execute("UPDATE sqlite_master SET sql = 'CREATE VIEW v AS SELECT a FROM FROM t' WHERE name = 'v'")
    made.close()

    found = said(bench)

    assert "t 1 (5, None, None)" in found
    assert [one for one in found if "a part of the database's schema was passed over" in one]


@forks
def test_an_index_in_the_order_of_another_language_is_no_damage(bench, database):
    made = database()
    made.create_collation("LOCALIZED", lambda one, other: (one > other) - (one < other))
    for statement in ("CREATE TABLE t(a)", "CREATE INDEX i ON t(a COLLATE LOCALIZED)", "INSERT INTO t VALUES ('x')"):
        made.execute(statement)

    found = said(bench)

    assert "t 1 ('x', None, None)" in found
    assert not [one for one in found if "damaged" in one]


@forks
def test_a_view_in_the_place_of_a_table_gives_no_row(bench, database):
    database("CREATE VIEW view AS SELECT 1 AS a")

    assert said(bench) == ["tables {}"]


@forks
def test_text_that_is_not_utf_8_is_kept_visible(bench, database):
    database("CREATE TABLE t(a)", "INSERT INTO t VALUES (CAST(x'ff41' AS TEXT))")

    assert "t 1 ('\\\\xffA', None, None)" in said(bench)


@forks
def test_a_table_without_row_ids_is_counted(bench, database):
    database("CREATE TABLE t(a TEXT PRIMARY KEY, b) WITHOUT ROWID", "INSERT INTO t VALUES ('z', 1), ('a', 2)")

    assert said(bench)[1:] == ["t 1 ('a', 2, None)", "t 2 ('z', 1, None)"]


@forks
def test_a_column_called_rowid_is_not_mistaken_for_the_row_id(bench, database):
    database("CREATE TABLE t(rowid TEXT, a)", "INSERT INTO t VALUES ('9', 'x')")

    assert "t 1 ('x', None, None)" in said(bench)


@forks
@pytest.mark.parametrize("name", ["a b", 'a"b', "a;DROP TABLE t", "é"])
def test_odd_names_of_tables_are_read(bench, database, name):
    quoted = name.replace('"', '""')
    database(f'CREATE TABLE "{quoted}"(a)', f'INSERT INTO "{quoted}" VALUES (1)')

    assert f"{name} 1 (1, None, None)" in said(bench)


def test_a_damaged_database_gives_what_can_be_read_and_a_flaw(bench, database):
    database("CREATE TABLE t(a)", *["INSERT INTO t VALUES ('" + "x" * 3000 + "')"] * 40).close()
    data = bytearray((bench.root / "m.db").read_bytes())
    data[20 * 4096 : 21 * 4096] = os.urandom(4096)
    bench.write("m.db", bytes(data))

    found = said(bench)

    assert found[-1].startswith(("! ValueError: the database cannot be read", "the database is damaged"))


@forks
def test_what_is_no_database_is_a_flaw(bench):
    bench.write("m.db", b"SQLite format 3\0" + os.urandom(5000))

    assert any(one.startswith("the database") for one in said(bench))


def test_a_database_in_an_archive_is_read_with_its_log(bench, database):
    database("PRAGMA journal_mode = WAL", "CREATE TABLE t(a)", "INSERT INTO t VALUES ('in the log')")
    with zipfile.ZipFile(bench.root / "a.zip", "w") as archive:
        for name in ("m.db", "m.db-wal"):
            archive.write(bench.root / name, name)

    assert "t 1 ('in the log', None, None)" in said(bench, "a.zip")


@forks
@pytest.mark.parametrize("containers", [(), ("a.zip",)])
@pytest.mark.parametrize(
    ("mode", "log", "parts"), [("WAL", False, ["-shm", "-wal"]), ("DELETE", False, []), ("DELETE", True, [])]
)
def test_what_is_in_use_with_a_database_is_named_with_its_rows(bench, database, containers, mode, log, parts):
    """A log beside a database whose head knows nothing of one is not read, and not named."""
    database(f"PRAGMA journal_mode = {mode}", "CREATE TABLE t(a)", "INSERT INTO t VALUES ('one')")
    if log:
        (bench.root / "m.db-wal").write_bytes(b"made up")
    with zipfile.ZipFile(bench.root / "a.zip", "w") as archive:
        for path in sorted(bench.root.glob("m.db*")):
            archive.write(path, path.name)

    found = bench.says("together", Target(file=bench.file("m.db", *containers), type=TYPE))["m.db"]

    assert found == [f"beside {'m.db-wal' if parts else None}", *parts]


@forks
@pytest.mark.parametrize("containers", [(), ("a.zip",)])
def test_a_database_beside_is_read_as_well(bench, database, containers):
    database("CREATE TABLE t(a)").close()
    database("CREATE TABLE t(a)", "INSERT INTO t VALUES ('other')", name="other.db").close()
    with zipfile.ZipFile(bench.root / "a.zip", "w") as archive:
        for name in ("m.db", "other.db"):
            archive.write(bench.root / name, name)

    assert said(bench, *containers)[1:] == ["beside 1 ('other', None, None)"]


def test_a_database_that_takes_too_long_stops_by_itself(bench, database):
    connection = database("CREATE TABLE t(a)")
    with closing(connection):
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300000) INSERT INTO t SELECT i FROM n"
        )
    bench.limits = Limits(other=1.0, other_per_mib=0.0)

    assert said(bench)[-1].startswith("! timed out after")


@forks
def test_no_copy_is_left(bench, database):
    database("CREATE TABLE t(a)")
    said(bench)

    left = [path for home in (_MEMORY, bench.scratch) for path in home.glob(f"{_prefix(bench.scratch)}-*")]

    assert left == []


def test_without_room_in_memory_the_copy_goes_to_disk(bench, database):
    database("CREATE TABLE t(a)", "INSERT INTO t VALUES (1)")
    bench.limits = Limits(tmpfs=0)

    assert "t 1 (1, None, None)" in said(bench)
