# SPDX-License-Identifier: Apache-2.0
"""A list of the unit's own that is a database is read where it lies, and runs nothing of its own."""

import hashlib
import os
import sqlite3
from contextlib import closing

import pytest

from suluh.model.errors import Misuse
from suluh.workers.child.database import List

LONG_ROWS = "INSERT INTO t VALUES " + ", ".join([f"('{'x' * 3000}')"] * 60)


@pytest.fixture
def made(tmp_path):
    """A writer of small databases."""

    def make(*statements, name="daftar.db"):
        with closing(sqlite3.connect(tmp_path / name, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            for statement in statements:
                connection.execute(statement)
        return tmp_path / name

    return make


def rows(path, table="t", columns=("a",)):
    with List(path) as one:
        return [row for block in one.blocks(table, columns) for row in block]


def until_it_breaks(path, *, touch=False):
    """The rows that come before the fault, and the fault."""
    found = []
    try:
        with List(path) as one:
            for block in one.blocks("t", ("a",)):
                found += block
                if touch:
                    os.utime(path, ns=(1, 1))
    except (ValueError, Misuse) as error:
        return found, error
    return found, None


def digests(folder):
    return {
        path.name: (hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns) for path in folder.iterdir()
    }


def test_rows_come_with_their_ids_as_they_lie_and_text_as_bytes(made):
    path = made("CREATE TABLE t(a, b)", "INSERT INTO t(rowid, a) VALUES (7, 'x'), (-2, 5), (9, NULL), (11, x'00ff')")

    assert rows(path) == [(-2, 5), (7, b"x"), (9, None), (11, b"\x00\xff")]


def test_an_index_that_holds_every_column_is_not_read_in_the_place_of_the_table(made):
    path = made("CREATE TABLE t(a TEXT PRIMARY KEY)", "INSERT INTO t VALUES ('z'), ('a')")

    assert rows(path) == [(1, b"z"), (2, b"a")]


def test_a_table_without_row_ids_has_none(made):
    path = made("CREATE TABLE t(a TEXT PRIMARY KEY) WITHOUT ROWID", "INSERT INTO t VALUES ('z'), ('a')")

    assert rows(path) == [(None, b"a"), (None, b"z")]


def test_nothing_is_written_copied_or_left_beside_it(made, tmp_path):
    made("PRAGMA journal_mode = WAL", "CREATE TABLE t(a)", "INSERT INTO t VALUES ('x')")
    before = digests(tmp_path)

    assert rows(tmp_path / "daftar.db") == [(1, b"x")]
    assert digests(tmp_path) == before


@pytest.mark.parametrize("name", ["a b?mode=rw.db", "100%25#1.db", os.fsdecode(b"\xff.db"), "é;.db"])
def test_a_file_of_any_name_is_opened(made, name):
    path = made("CREATE TABLE t(a)", "INSERT INTO t VALUES ('x')", name="daftar.db")
    path = path.rename(path.with_name(name))

    assert rows(path) == [(1, b"x")]


def test_views_virtual_tables_and_computed_columns_are_not_there(made):
    path = made(
        "CREATE TABLE t(a, b AS (a || 'computed'))",
        "CREATE VIEW FILE AS SELECT a FROM t",
        "CREATE VIRTUAL TABLE v USING fts4(a)",
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END",
    )

    with List(path) as one:
        assert one.tables["t"] == ("a",)
        assert not {"FILE", "v"} & set(one.tables)


def test_a_query_that_would_run_a_function_or_a_view_is_refused(made):
    path = made("CREATE TABLE t(a)", "CREATE VIEW w AS SELECT randomblob(5) AS a", "INSERT INTO t VALUES (1)")

    with List(path) as one:
        one.tables = {**one.tables, "w": ("a",)}
        with pytest.raises(ValueError, match=r"prohibited|authorized"):
            list(one.blocks("w", ("a",)))


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_changes_that_lie_beside_it_are_refused_with_what_to_do(made, suffix):
    path = made("CREATE TABLE t(a)")
    path.with_name(path.name + suffix).write_bytes(b"changes")

    with pytest.raises(Misuse, match=rf"daftar.db{suffix} lies beside .* then add it alone"):
        List(path)


def test_an_empty_log_beside_it_changes_nothing(made):
    path = made("CREATE TABLE t(a)", "INSERT INTO t VALUES ('x')")
    path.with_name(path.name + "-wal").touch()

    assert rows(path) == [(1, b"x")]


@pytest.mark.parametrize("kept", [0.02, 0.5, 0.99])
def test_a_database_that_is_cut_off_is_refused(made, kept):
    path = made("CREATE TABLE t(a)", LONG_ROWS)
    os.truncate(path, int(path.stat().st_size * kept))

    with pytest.raises(Misuse, match="damaged or cut off; fetch it again"):
        List(path)


def test_a_name_in_a_broken_schema_does_not_steer_the_terminal(made):
    path = made("CREATE TABLE tabel(a)")
    path.write_bytes(path.read_bytes().replace(b"tabeltabel", b"t\x1b[2Jtabel"))

    with pytest.raises(Misuse) as refused:
        List(path)

    assert str(refused.value).isprintable()


def test_rows_before_a_damaged_page_are_given(made):
    path = made("CREATE TABLE t(a)", LONG_ROWS)
    with path.open("r+b") as file:
        file.seek(40 * 4096)
        file.write(os.urandom(4096))

    found, error = until_it_breaks(path)

    assert "cannot be read any further" in str(error)
    assert [row[0] for row in found] == list(range(1, 1 + len(found)))
    assert len(found) > 20


def test_pages_that_are_pointed_to_many_times_do_not_go_on_for_ever(made):
    path = made("PRAGMA page_size = 512", "CREATE TABLE t(a)", LONG_ROWS.replace("x" * 3000, "x" * 9))
    data = bytearray(path.read_bytes())
    root, middle, leaf = 2, 3, 4
    assert [data[512 * (page - 1)] for page in (root, leaf)] == [5, 13]
    for page, child in ((root, middle), (middle, leaf)):
        data[512 * (page - 1) : 512 * page] = interior(child, cells=80)
    path.write_bytes(data)

    found, error = until_it_breaks(path)

    assert "more rows than it has room for" in str(error)
    assert len(found) < len(data)


def interior(child, cells):
    """A page of 512 bytes that points to another one as often as it can."""
    cell = child.to_bytes(4, "big") + b"\x7f"
    at = 512 - len(cell)
    head = b"\x05\0\0" + cells.to_bytes(2, "big") + at.to_bytes(2, "big") + b"\0" + child.to_bytes(4, "big")
    return (head + cells * at.to_bytes(2, "big")).ljust(at, b"\0") + cell


def test_a_list_that_changes_while_it_is_read_is_refused(made):
    path = made("CREATE TABLE t(a)", "INSERT INTO t VALUES ('x')")

    _, error = until_it_breaks(path, touch=True)

    assert isinstance(error, Misuse)
    assert "was changed while it was read" in str(error)
