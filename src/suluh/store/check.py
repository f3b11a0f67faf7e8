# SPDX-License-Identifier: Apache-2.0
"""What `verify` needs of a case file: every live row, its manifest, and what must never be there."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from suluh.model.body import Noun
from suluh.model.errors import CaseIsDamaged
from suluh.model.ids import letters
from suluh.model.nouns import noun
from suluh.store import schema
from suluh.store.migrations import FIRST_TABLE, shapes_at, states_it_in_a_table, upgrade, version_of
from suluh.store.open import DAMAGE, open_read_only
from suluh.store.tables import COLUMNS, SHAPES, Shape, columns_of

_COUNTED = {
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}


class Row(NamedTuple):
    """One row of a noun's table."""

    kind: str
    id: str
    batch: int
    columns: tuple[str | int | None, ...]
    body: bytes


class Manifest(NamedTuple):
    """What a batch noted of its rows of one kind."""

    batch: int
    kind: str
    step: str
    unit: str


@contextmanager
def open_to_check(path: Path) -> Iterator[sqlite3.Connection]:
    """The case file as it is at one moment, read to the last byte whatever it holds; nothing is written to it.

    Raises `CaseIsDamaged` for what SQLite cannot read.
    """
    connection = open_read_only(path)
    try:
        connection.text_factory = _text
        connection.execute("BEGIN")
        yield connection
    except DAMAGE as error:
        raise CaseIsDamaged(f"the case file cannot be read to its end ({error}): go back to the last backup") from error
    finally:
        connection.close()


@contextmanager
def of_this_version(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """The same case in the tables of this version: itself, or a passing copy of an older one that was brought to it."""
    version = version_of(connection)
    if shapes_at(version) == SHAPES:
        yield connection
        return
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        connection.backup(copy)
        upgrade(copy, version)
        copy.text_factory = _text
        yield copy


def _text(raw: bytes) -> str:
    """Text as it is kept, be it Unicode or not."""
    return raw.decode("utf-8", "surrogateescape")


def fault(connection: sqlite3.Connection) -> str | None:
    """The first thing that SQLite itself finds wrong in pages, rows or indexes, or null."""
    row = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return None if row[0] == "ok" else str(row[0])


def strange(connection: sqlite3.Connection) -> str | None:
    """The first table, index, view or guard that is not word for word as the schema of its version has it, or null."""
    expected = _expected(connection)
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name, type").fetchall()
    for row in found:
        kind, name, table, text = map(str, row)
        if _is_sqlites_own(row, expected):
            continue
        if name not in expected:
            return f"{kind} {name} is no part of a case file"
        if (kind, table, squeeze(text)) != expected[name]:
            return f"{kind} {name} is not as the schema has it"
    missing = sorted(expected.keys() - {row[1] for row in found})
    return f"{missing[0]} is missing" if missing else None


def _expected(connection: sqlite3.Connection) -> dict[str, tuple[str, str, str]]:
    """What a file of the version that it states must hold."""
    known = _words_of(tuple(shapes_at(version_of(connection)).items()))
    if states_it_in_a_table(connection):
        return {**known, "alembic_version": ("table", "alembic_version", squeeze(FIRST_TABLE))}
    return known


@lru_cache(maxsize=8)
def _words_of(shapes: tuple[tuple[str, Shape], ...]) -> dict[str, tuple[str, str, str]]:
    """The same for some tables, worked out once: each step of a run compares them, and so does each verification."""
    return words(dict(shapes))


def _is_sqlites_own(row: tuple[str, str, str, str | None], expected: Collection[str]) -> bool:
    """Whether SQLite itself keeps this: the index of a table's key, or what ANALYZE counted."""
    kind, name, table, text = row
    if kind == "index" and name == f"sqlite_autoindex_{table}_1":
        return text is None and table in expected
    return kind == "table" and name in _COUNTED and str(text) == _COUNTED[name]


def words(shapes: Mapping[str, Shape]) -> dict[str, tuple[str, str, str]]:
    """Kind, table and words of each table, index and guard by its name."""
    return {one.name: (one.type, one.table, squeeze(one.words)) for one in schema.everything(shapes)}


def squeeze(text: str) -> str:
    """SQL without blanks and quotes."""
    return "".join(text.replace('"', "").split())


def rows(connection: sqlite3.Connection, kind: str) -> Iterator[Row]:
    """Every row of one kind, by batch and id."""
    width = len(COLUMNS[kind])
    for row in connection.execute(f'SELECT * FROM "{kind}" ORDER BY batch, id'):  # noqa: S608 # kinds are ours
        yield Row(kind, _plain(row[0]), row[1], tuple(row[2 : 2 + width]), row[2 + width])


def expected_columns(row: Row) -> tuple[Noun, tuple[str | int | None, ...]]:
    """The noun of a row's body and what its query columns must hold. Raises `BadBody`."""
    value = noun(row.body)
    return value, columns_of(value, row.kind)


def tree(connection: sqlite3.Connection) -> bytes | None:
    """The one kept state of the ledger's tree; null when there is none, or another one beside it."""
    kept = connection.execute("SELECT id, state FROM cache_tree").fetchall()
    return bytes(kept[0][1]) if [row[0] for row in kept] == [1] else None


def manifests(connection: sqlite3.Connection) -> Iterator[Manifest]:
    """Every manifest, by batch and kind."""
    query = "SELECT batch, kind, step, unit FROM cache_manifest ORDER BY batch, kind"
    for batch, kind, step, unit in connection.execute(query):
        yield Manifest(batch, _plain(kind), step, unit)


def manifest(connection: sqlite3.Connection, batch: int, kind: str) -> dict[str, bytes]:
    """Leaf hash by id, as noted when the batch was written; nothing for what notes a row twice or in part."""
    query = "SELECT rows FROM cache_manifest WHERE batch=? AND kind=?"
    found = connection.execute(query, (batch, kind)).fetchone()
    data = bytes(found[0]) if found else b""
    parts = (data[start : start + 48] for start in range(0, len(data), 48))
    noted = {letters(part[:16]): part[16:] for part in parts}
    return noted if len(data) == 48 * len(noted) else {}


def _plain(name: str) -> str:
    """An id or kind that can be printed; ours are ASCII, so no other one can become the same."""
    return name.encode("ascii", "backslashreplace").decode("ascii")
