# SPDX-License-Identifier: Apache-2.0
"""Writes nouns and ledger entries; only `case/keep.py` calls it, inside one transaction."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from suluh.model.body import Noun, body, kind_of, read
from suluh.model.errors import BadBody, CaseError, CaseIsDamaged, CaseIsFull, CaseIsLocked
from suluh.store.tables import COLUMNS, columns_of

CHUNK = 500
ID = 26
"""Characters of an id."""

_OURS = re.compile("[a-z2-7]{25}[aeimquy4]")
"""16 bytes in base32: the last character holds three bits."""

_DIGITS = bytes.maketrans(b"abcdefghijklmnopqrstuvwxyz234567", b"0123456789abcdefghijklmnopqrstuv")
"""Base32 as `int` reads it, which is many times faster than the module for it."""


class Stamp(NamedTuple):
    """What a batch is written under: its number in the ledger, its step and the unit of its work."""

    batch: int
    step: str
    unit: str


class Kept:
    """Ids and leaf hashes of the rows of one batch: all that is held of them while they are written."""

    def __init__(self) -> None:
        self._notes: dict[str, list[bytes]] = defaultdict(list)

    def add(self, kind: str, identity: str, leaf: bytes) -> None:
        """Note one row."""
        self._notes[kind].append(identity.encode() + leaf)

    def __len__(self) -> int:
        return sum(map(len, self._notes.values()))

    def by_kind(self) -> Iterator[tuple[str, list[bytes]]]:
        """Each kind with id and leaf hash of its rows, in the order of kind and id."""
        for kind in sorted(self._notes):
            self._notes[kind].sort()
            yield kind, self._notes[kind]

    def leaves(self) -> Iterator[bytes]:
        """The leaf hashes, in the order of kind and id."""
        return (note[ID:] for _, notes in self.by_kind() for note in notes)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Raises `CaseIsFull`, `CaseIsLocked`, `CaseIsDamaged`; nothing is left half-written."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        _roll_back(connection)
        raise sentence(error) from error
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def sentence(error: sqlite3.DatabaseError) -> CaseError:
    """What an analyst can do about a failed write."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return CaseIsLocked(f"another process is writing to this case ({error}): wait for it or end it, then go on")
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
        return CaseIsFull(
            f"the case file could not be written ({error}): free some room on the disk, or see why it fails, then run "
            "again; nothing is half-written"
        )
    return CaseIsDamaged(f"the case file took no more rows ({error}): run `suluh verify`, then go back to a backup")


Second = Callable[[Noun, Noun], Noun]
"""What becomes of a noun under whose id another body is held: given both, what is written instead, or an error."""


class _New(NamedTuple):
    """A noun that may be written, and its body."""

    noun: Noun
    body: bytes


def insert(
    connection: sqlite3.Connection, stamp: Stamp, nouns: Iterable[Noun], leaf: Callable[[bytes], bytes], second: Second
) -> Kept:
    """Write the nouns that the case does not hold yet, each once, and the manifest of their batch.

    The nouns may be many: they are taken and written in chunks, and none is held longer.
    """
    kept = Kept()
    source = iter(nouns)
    while chunk := list(islice(source, CHUNK)):
        while chunk:
            chunk = [second(*pair) for pair in _insert(connection, stamp.batch, chunk, leaf, kept)]
    for kind, notes in kept.by_kind():
        manifest = b"".join(_id_bytes(note[:ID]) + note[ID:] for note in notes)
        connection.execute("INSERT INTO cache_manifest VALUES (?,?,?,?,?)", (stamp.batch, kind, *stamp[1:], manifest))
    return kept


def _insert(
    connection: sqlite3.Connection, batch: int, chunk: list[Noun], leaf: Callable[[bytes], bytes], kept: Kept
) -> list[tuple[Noun, Noun]]:
    """Write a few nouns; of each whose id has another body, that one and the noun that was left out."""
    seconds: list[tuple[Noun, Noun]] = []
    for kind, nouns in _by_kind(chunk).items():
        held = _held(connection, kind, [noun.id for noun in nouns])
        new: list[_New] = []
        for noun in nouns:
            raw = body(noun)
            first = held.setdefault(noun.id, raw)
            if first is raw:
                new.append(_New(noun, raw))
            elif first != raw:
                seconds.append((read(first, type(noun)), noun))
        _write(connection, batch, kind, new, leaf, kept)
    return seconds


def _by_kind(nouns: Iterable[Noun]) -> dict[str, list[Noun]]:
    """Nouns in groups by kind."""
    groups: dict[str, list[Noun]] = defaultdict(list)
    for noun in nouns:
        groups[kind_of(type(noun))].append(noun)
    return groups


def _write(  # all that one row needs
    connection: sqlite3.Connection,
    batch: int,
    kind: str,
    group: list[_New],
    leaf: Callable[[bytes], bytes],
    kept: Kept,
) -> None:
    """Write nouns of one kind that the table does not hold."""
    rows = []
    for noun, data in group:
        _check_id(noun.id)
        rows.append((noun.id, batch, *columns_of(noun, kind), data))
        kept.add(kind, noun.id, leaf(data))
    marks = ",".join("?" * (len(COLUMNS[kind]) + 3))
    connection.executemany(f'INSERT INTO "{kind}" VALUES ({marks})', rows)  # noqa: S608 # kinds are ours


def _held(connection: sqlite3.Connection, kind: str, ids: list[str]) -> dict[str, bytes]:
    """The bodies that the table holds under at most so many ids as a chunk has."""
    marks = ",".join("?" * len(ids))
    found = connection.execute(f'SELECT id, body FROM "{kind}" WHERE id IN ({marks})', ids)  # noqa: S608 # kinds are ours
    return {row[0]: bytes(row[1]) for row in found}


def retire(connection: sqlite3.Connection, batches: Iterable[int]) -> None:
    """Remove the rows of batches that an entry replaces, in every table, whatever their manifests say."""
    for batch in batches:
        for table in (*COLUMNS, "cache_manifest"):
            connection.execute(f'DELETE FROM "{table}" WHERE batch=?', (batch,))  # noqa: S608 # kinds are ours


def append(connection: sqlite3.Connection, seq: int, entry: bytes, signature: bytes, tree: bytes) -> None:
    """Write one ledger entry and the state of the tree after it."""
    connection.execute("INSERT INTO entry VALUES (?,?,?)", (seq, entry, signature))
    connection.execute("INSERT OR REPLACE INTO cache_tree VALUES (1,?)", (tree,))


def _id_bytes(one: bytes) -> bytes:
    """The 16 bytes of a checked id."""
    return (int(one.translate(_DIGITS), 32) >> 2).to_bytes(16, "big")


def _check_id(one: str) -> None:
    """Raise `BadBody` for what `model.ids` did not make."""
    if _OURS.fullmatch(one) is None:
        raise BadBody(f"{one!r} is no id: ids are made by `make_id`")
