# SPDX-License-Identifier: Apache-2.0
"""What `verify` needs of a case file: every live row, its manifest, and what must never be there."""

import base64
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from suluh.model.body import Noun
from suluh.model.nouns import noun
from suluh.store.tables import COLUMNS, TABLES, columns_of, metadata


class Row(NamedTuple):
    """One row of a noun's table."""

    kind: str
    id: str
    batch: int
    columns: tuple[str | int | None, ...]
    body: bytes


def quick_check(connection: sqlite3.Connection) -> str | None:
    """The first thing that SQLite itself finds wrong, or null."""
    try:
        row = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if row[0] == "ok" else str(row[0])


def strange_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Tables and views that no schema of ours has, and tables of ours that are not there."""
    rows = connection.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    present = {name for name, _ in rows}
    strange = {name for name, kind in rows if kind == "view" or (name not in metadata.tables and not _covered(name))}
    return tuple(sorted(strange | (set(metadata.tables) - present)))


def _covered(name: str) -> bool:
    return name.startswith(("sqlite_", "alembic_"))


def rows(connection: sqlite3.Connection, kind: str) -> Iterator[Row]:
    """Every row of one kind, by batch and id."""
    width = len(COLUMNS[kind])
    for row in connection.execute(f'SELECT * FROM "{TABLES[kind].name}" ORDER BY batch, id'):  # noqa: S608 # kinds are ours
        yield Row(kind, row[0], row[1], tuple(row[2 : 2 + width]), row[2 + width])


def expected_columns(row: Row) -> tuple[Noun, tuple[str | int | None, ...]]:
    """The noun of a row's body and what its query columns must hold. Raises `BadBody`."""
    value = noun(row.body)
    return value, columns_of(value, row.kind)


def manifest(connection: sqlite3.Connection, batch: int, kind: str) -> dict[str, bytes]:
    """Leaf hash by id, as noted when the batch was written."""
    query = "SELECT rows FROM cache_manifest WHERE batch=? AND kind=?"
    found = connection.execute(query, (batch, kind)).fetchone()
    data = bytes(found[0]) if found else b""
    parts = (data[start : start + 48] for start in range(0, len(data), 48))
    return {base64.b32encode(part[:16]).decode("ascii").rstrip("=").lower(): part[16:] for part in parts}
