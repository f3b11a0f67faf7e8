# SPDX-License-Identifier: Apache-2.0
"""Writes nouns and ledger entries; only `case/keep.py` calls it, inside one transaction."""

import base64
import binascii
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from suluh.model.body import Noun, body, kind_of
from suluh.model.errors import BadBody, CaseError, CaseIsDamaged, CaseIsFull, CaseIsLocked
from suluh.store.tables import COLUMNS, TABLES, columns_of

CHUNK = 500


class Written(NamedTuple):
    """One row as it goes into the case file."""

    kind: str
    id: str
    noun: Noun
    body: bytes
    leaf: bytes
    """Leaf hash of the body in the ledger's tree."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Raises `CaseIsFull`, `CaseIsLocked`, `CaseIsDamaged`; nothing is left half-written."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        _roll_back(connection)
        raise _sentence(error) from error
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _sentence(error: sqlite3.DatabaseError) -> CaseError:
    """What an analyst can do about a failed write."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return CaseIsLocked(f"another process is writing to this case ({error}): wait for it or end it, then go on")
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
        return CaseIsFull(f"the case file could not be written ({error}): free some room on the disk, then run again")
    return CaseIsDamaged(f"the case file took no more rows ({error}): run `suluh verify`, then go back to a backup")


def new_rows(connection: sqlite3.Connection, nouns: Iterable[Noun], leaf: Callable[[bytes], bytes]) -> list[Written]:
    """The nouns that the case does not hold yet, each once, in the order of kind and id."""
    rows: dict[tuple[str, str], Written] = {}
    for noun in nouns:
        kind = kind_of(type(noun))
        data = body(noun)
        rows.setdefault((kind, noun.id), Written(kind, noun.id, noun, data, leaf(data)))
    for kind, ids in _by_kind(rows).items():
        for known in _known(connection, kind, ids):
            del rows[kind, known]
    return [rows[key] for key in sorted(rows)]


def _by_kind(keys: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for kind, one in keys:
        groups[kind].append(one)
    return groups


def _known(connection: sqlite3.Connection, kind: str, ids: list[str]) -> Iterator[str]:
    """Those of the ids that the table holds."""
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        marks = ",".join("?" * len(part))
        for (found,) in connection.execute(f'SELECT id FROM "{kind}" WHERE id IN ({marks})', part):  # noqa: S608 # kinds are ours
            yield found


def insert(connection: sqlite3.Connection, batch: int, step: str, unit: str, rows: Iterable[Written]) -> None:
    """Write rows and the manifest of their batch."""
    groups: dict[str, list[Written]] = defaultdict(list)
    for row in rows:
        groups[row.kind].append(row)
    for kind, group in groups.items():
        values = [(row.id, batch, *columns_of(row.noun, kind), row.body) for row in group]
        marks = ",".join("?" * (len(COLUMNS[kind]) + 3))
        connection.executemany(f'INSERT INTO "{kind}" VALUES ({marks})', values)  # noqa: S608 # kinds are ours
        manifest = b"".join(_id_bytes(row.id) + row.leaf for row in group)
        connection.execute("INSERT INTO cache_manifest VALUES (?,?,?,?,?)", (batch, kind, step, unit, manifest))


def retire(connection: sqlite3.Connection, batches: Iterable[int]) -> None:
    """Remove the rows of batches that an entry replaces."""
    for batch in batches:
        kinds = connection.execute("SELECT kind FROM cache_manifest WHERE batch=?", (batch,)).fetchall()
        for (kind,) in kinds:
            if kind not in TABLES:
                raise CaseIsLocked(f"the manifest of batch {batch} names no table of this case: run `suluh verify`")
            connection.execute(f'DELETE FROM "{kind}" WHERE batch=?', (batch,))  # noqa: S608 # checked above
        connection.execute("DELETE FROM cache_manifest WHERE batch=?", (batch,))


def append(connection: sqlite3.Connection, seq: int, entry: bytes, signature: bytes, tree: bytes) -> None:
    """Write one ledger entry and the state of the tree after it."""
    connection.execute("INSERT INTO entry VALUES (?,?,?)", (seq, entry, signature))
    connection.execute("INSERT OR REPLACE INTO cache_tree VALUES (1,?)", (tree,))


def finish(connection: sqlite3.Connection, step: str, unit: str, digest: str) -> None:
    """Note what a finished step took."""
    connection.execute("INSERT OR REPLACE INTO job_step VALUES (?,?,?)", (step, unit, digest))


def locate(connection: sqlite3.Connection, exhibit: str, acquisition: str, path: bytes) -> None:
    """Note where an acquisition lies on this machine."""
    connection.execute("INSERT OR REPLACE INTO job_location VALUES (?,?,?)", (exhibit, acquisition, path))


def _id_bytes(one: str) -> bytes:
    """The 16 bytes of an id. Raises `BadBody` for what `model.ids` did not make."""
    try:
        raw = base64.b32decode(one.upper() + "=" * 6)
    except (binascii.Error, ValueError) as error:
        raise BadBody(f"{one!r} is no id: ids are made by `make_id`") from error
    if base64.b32encode(raw).decode("ascii").rstrip("=").lower() != one:
        raise BadBody(f"{one!r} is no id: ids are made by `make_id`")
    return raw
