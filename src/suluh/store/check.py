# SPDX-License-Identifier: Apache-2.0
"""What `verify` needs of a case file: every live row, its manifest, and what must never be there."""

import base64
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from suluh.model.body import Noun
from suluh.model.errors import CaseIsDamaged
from suluh.model.nouns import noun
from suluh.store.open import connect
from suluh.store.tables import COLUMNS, TABLES, columns_of, metadata

TRIGGERS = frozenset({"entry_no_update", "entry_no_delete"})
"""The guards of the ledger against accidents."""


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
    """The case file, read to the last byte whatever it holds. Raises `CaseIsDamaged` for what SQLite cannot read."""
    connection = connect(path)
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield connection
    except sqlite3.DatabaseError as error:
        raise CaseIsDamaged(f"the case file cannot be read to its end ({error}): go back to the last backup") from error
    finally:
        connection.close()


def fault(connection: sqlite3.Connection) -> str | None:
    """The first thing that SQLite itself finds wrong in pages, rows or indexes, or null."""
    row = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return None if row[0] == "ok" else str(row[0])


def strange(connection: sqlite3.Connection) -> str | None:
    """The first table, column, index, view or guard that is not as our schema has it, or null."""
    found = connection.execute("SELECT type, name FROM sqlite_master ORDER BY type, name").fetchall()
    for kind, name in found:
        if not name.startswith(("sqlite_", "alembic_")) and name not in _names(kind):
            return f"{kind} {name} is no part of a case file"
    for kind in ("table", "trigger"):
        missing = sorted(_names(kind) - {name for type_, name in found if type_ == kind})
        if missing:
            return f"{kind} {missing[0]} is missing"
    return next((wrong for name in sorted(metadata.tables) if (wrong := _strange_table(connection, name))), None)


def _names(kind: str) -> frozenset[str]:
    """The names of our schema."""
    if kind == "table":
        return frozenset(metadata.tables)
    if kind == "index":
        return frozenset(str(index.name) for table in metadata.tables.values() for index in table.indexes)
    return TRIGGERS if kind == "trigger" else frozenset()


def _strange_table(connection: sqlite3.Connection, name: str) -> str | None:
    """What is wrong with the columns and indexes of one table, or null."""
    table = metadata.tables[name]
    columns = [row[1] for row in connection.execute(f'PRAGMA table_xinfo("{name}")')]
    if columns != [column.name for column in table.columns]:
        return f"table {name} has other columns than it must"
    indexes = {row[1]: row[4] for row in connection.execute(f'PRAGMA index_list("{name}")') if row[3] == "c"}
    for index in sorted(table.indexes, key=lambda one: str(one.name)):
        covers = [row[2] for row in connection.execute(f'PRAGMA index_info("{index.name}")')]
        if indexes.get(str(index.name)) != 0 or covers != [column.name for column in index.columns]:
            return f"index {index.name} is missing or covers something else"
    return None


def rows(connection: sqlite3.Connection, kind: str) -> Iterator[Row]:
    """Every row of one kind, by batch and id."""
    width = len(COLUMNS[kind])
    for row in connection.execute(f'SELECT * FROM "{TABLES[kind].name}" ORDER BY batch, id'):  # noqa: S608 # kinds are ours
        yield Row(kind, _plain(row[0]), row[1], tuple(row[2 : 2 + width]), row[2 + width])


def expected_columns(row: Row) -> tuple[Noun, tuple[str | int | None, ...]]:
    """The noun of a row's body and what its query columns must hold. Raises `BadBody`."""
    value = noun(row.body)
    return value, columns_of(value, row.kind)


def manifests(connection: sqlite3.Connection) -> Iterator[Manifest]:
    """Every manifest, by batch and kind."""
    query = "SELECT batch, kind, step, unit FROM cache_manifest ORDER BY batch, kind"
    for batch, kind, step, unit in connection.execute(query):
        yield Manifest(batch, _plain(kind), step, unit)


def manifest(connection: sqlite3.Connection, batch: int, kind: str) -> dict[str, bytes]:
    """Leaf hash by id, as noted when the batch was written."""
    query = "SELECT rows FROM cache_manifest WHERE batch=? AND kind=?"
    found = connection.execute(query, (batch, kind)).fetchone()
    data = bytes(found[0]) if found else b""
    parts = (data[start : start + 48] for start in range(0, len(data), 48))
    return {base64.b32encode(part[:16]).decode("ascii").rstrip("=").lower(): part[16:] for part in parts}


def _plain(name: str) -> str:
    """An id or kind that can be printed; ours are ASCII, so no other one can become the same."""
    return name.encode("ascii", "backslashreplace").decode("ascii")
