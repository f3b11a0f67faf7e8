# SPDX-License-Identifier: Apache-2.0
"""What `verify` needs of a case file: every live row, its manifest, and what must never be there."""

import base64
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.schema import CreateIndex, CreateTable

from suluh.model.body import Noun
from suluh.model.errors import CaseIsDamaged
from suluh.model.nouns import noun
from suluh.store.open import DAMAGE, connect
from suluh.store.tables import COLUMNS, GUARDS, TABLES, columns_of, metadata

_VERSION = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
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
    """The case file, read to the last byte whatever it holds. Raises `CaseIsDamaged` for what SQLite cannot read."""
    connection = connect(path)
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield connection
    except DAMAGE as error:
        raise CaseIsDamaged(f"the case file cannot be read to its end ({error}): go back to the last backup") from error
    finally:
        connection.close()


def fault(connection: sqlite3.Connection) -> str | None:
    """The first thing that SQLite itself finds wrong in pages, rows or indexes, or null."""
    row = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return None if row[0] == "ok" else str(row[0])


def strange(connection: sqlite3.Connection) -> str | None:
    """The first table, index, view or guard that is not word for word as our schema has it, or null."""
    expected = {**schema(), "alembic_version": ("table", "alembic_version", squeeze(_VERSION))}
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name, type").fetchall()
    for row in found:
        kind, name, table, text = map(str, row)
        if _is_sqlites_own(kind, name, row[3]):
            continue
        if name not in expected:
            return f"{kind} {name} is no part of a case file"
        if (kind, table, squeeze(text)) != expected[name]:
            return f"{kind} {name} is not as the schema has it"
    missing = sorted(expected.keys() - {row[1] for row in found})
    return f"{missing[0]} is missing" if missing else None


def _is_sqlites_own(kind: str, name: str, text: str | None) -> bool:
    """Whether SQLite itself keeps this: the index of a key, or what ANALYZE counted."""
    if kind == "index" and name.startswith("sqlite_autoindex_"):
        return text is None
    return kind == "table" and name in _COUNTED and str(text) == _COUNTED[name]


@cache
def schema() -> dict[str, tuple[str, str, str]]:
    """Kind, table and words of each table, index and guard of our schema by its name."""
    words = {name: ("trigger", "entry", squeeze(text)) for name, text in GUARDS.items()}
    for table in metadata.tables.values():
        words[table.name] = ("table", table.name, squeeze(f"{CreateTable(table)} STRICT"))
        for index in table.indexes:
            words[str(index.name)] = ("index", table.name, squeeze(str(CreateIndex(index))))
    return words


def squeeze(text: str) -> str:
    """SQL without blanks and quotes."""
    return "".join(text.replace('"', "").split())


def rows(connection: sqlite3.Connection, kind: str) -> Iterator[Row]:
    """Every row of one kind, by batch and id."""
    width = len(COLUMNS[kind])
    for row in connection.execute(f'SELECT * FROM "{TABLES[kind].name}" ORDER BY batch, id'):  # noqa: S608 # kinds are ours
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
    noted = {base64.b32encode(part[:16]).decode("ascii").rstrip("=").lower(): part[16:] for part in parts}
    return noted if len(data) == 48 * len(noted) else {}


def _plain(name: str) -> str:
    """An id or kind that can be printed; ours are ASCII, so no other one can become the same."""
    return name.encode("ascii", "backslashreplace").decode("ascii")
