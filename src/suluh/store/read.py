# SPDX-License-Identifier: Apache-2.0
"""Reads nouns, entries and the state of work from a case file."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from suluh.model.body import Noun, kind_of, read
from suluh.model.nouns import KINDS
from suluh.store.tables import COLUMNS, column_name
from suluh.store.write import CHUNK

N = TypeVar("N", bound=Noun)
Where = Mapping[str, str]


class Part(NamedTuple):
    """Which part of a list is wanted."""

    limit: int = -1
    offset: int = 0


ALL = Part()


class StoredEntry(NamedTuple):
    """One ledger entry as it is kept."""

    seq: int
    body: bytes
    signature: bytes


def nouns(
    connection: sqlite3.Connection,
    kind: type[N],
    where: Where | None = None,
    order: str = "id",
    part: Part = ALL,
) -> Iterator[N]:
    """Nouns of one kind whose query columns hold the given values, in a fixed order."""
    name = kind_of(kind)
    text, values = _filter(name, where)
    if order != "id":
        order = f"{column_name(_known(name, order))}, id"
    query = f'SELECT body FROM "{name}"{text} ORDER BY {order} LIMIT ? OFFSET ?'  # noqa: S608 # names are checked
    for (data,) in connection.execute(query, (*values, *part)):
        yield read(data, kind)


def numbered(connection: sqlite3.Connection, kind: type[N], word: str = "") -> Iterator[tuple[int, N]]:
    """Every noun of one kind whose body holds a word, with the number of its entry, in the order of these."""
    query = f'SELECT batch, body FROM "{kind_of(kind)}" WHERE instr(body, ?) ORDER BY batch, id'  # noqa: S608 # kinds are ours
    for number, data in connection.execute(query, (word.encode(),)):
        yield number, read(data, kind)


def columns(
    connection: sqlite3.Connection, kind: type[Noun], fields: tuple[str, ...], where: Where | None = None
) -> Iterator[tuple[str, ...]]:
    """Query columns, all of text, of the nouns of one kind: their bodies are not read. In no fixed order."""
    name = kind_of(kind)
    text, values = _filter(name, where)
    wanted = ",".join(column_name(_known(name, field)) for field in fields)
    return connection.execute(f'SELECT {wanted} FROM "{name}"{text}', values)  # noqa: S608 # names are checked


def count(connection: sqlite3.Connection, kind: type[Noun], where: Where | None = None) -> int:
    """How many nouns of one kind hold the given values."""
    name = kind_of(kind)
    text, values = _filter(name, where)
    return int(connection.execute(f'SELECT count(*) FROM "{name}"{text}', values).fetchone()[0])  # noqa: S608 # as above


def total(connection: sqlite3.Connection, kind: type[Noun], field: str) -> int:
    """The sum of a query column that holds integers: its index alone is read."""
    name = kind_of(kind)
    query = f'SELECT coalesce(sum({column_name(_known(name, field))}), 0) FROM "{name}"'  # noqa: S608 # names are checked
    return int(connection.execute(query).fetchone()[0])


def tally(connection: sqlite3.Connection, kind: type[Noun], *fields: str) -> dict[tuple[str, ...], int]:
    """How many nouns there are for each combination of some query columns."""
    name = kind_of(kind)
    columns = ",".join(column_name(_known(name, field)) for field in fields)
    query = f'SELECT {columns}, count(*) FROM "{name}" GROUP BY {columns} ORDER BY {columns}'  # noqa: S608 # as above
    return {tuple(row[:-1]): row[-1] for row in connection.execute(query)}


def by_column(connection: sqlite3.Connection, kind: type[N], field: str, values: Iterable[str]) -> Iterator[N]:
    """Nouns whose query column (or id) holds one of the values."""
    name = kind_of(kind)
    column = "id" if field == "id" else column_name(_known(name, field))
    wanted = sorted(set(values))
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        marks = ",".join("?" * len(part))
        query = f'SELECT body FROM "{name}" WHERE {column} IN ({marks}) ORDER BY {column}, id'  # noqa: S608 # as above
        for (data,) in connection.execute(query, part):
            yield read(data, kind)


def without(connection: sqlite3.Connection, kind: type[N], field: str, other: type[Noun], key: str) -> Iterator[N]:
    """Nouns to which no noun of another kind points: the files without a content, say."""
    name, beside = kind_of(kind), kind_of(other)
    left = "id" if field == "id" else column_name(_known(name, field))
    right = column_name(_known(beside, key))
    query = (
        f'SELECT body FROM "{name}" AS one WHERE NOT EXISTS '  # noqa: S608 # names are checked
        f'(SELECT 1 FROM "{beside}" AS two WHERE two.{right} = one.{left}) ORDER BY id'
    )
    for (data,) in connection.execute(query):
        yield read(data, kind)


def entries(connection: sqlite3.Connection, start: int = 1) -> Iterator[StoredEntry]:
    """Ledger entries from a number on, in order."""
    for row in connection.execute("SELECT seq, body, signature FROM entry WHERE seq >= ? ORDER BY seq", (start,)):
        yield StoredEntry(*row)


def last_entry(connection: sqlite3.Connection) -> StoredEntry | None:
    """The newest ledger entry."""
    row = connection.execute("SELECT seq, body, signature FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    return StoredEntry(*row) if row else None


def tree(connection: sqlite3.Connection) -> bytes | None:
    """The compact state of the ledger's tree as kept."""
    row = connection.execute("SELECT state FROM cache_tree WHERE id=1").fetchone()
    return bytes(row[0]) if row else None


def batches_of(connection: sqlite3.Connection, kind: str) -> tuple[int, ...]:
    """Live batches that hold nouns of one kind."""
    rows = connection.execute("SELECT batch FROM cache_manifest WHERE kind=? ORDER BY batch", (kind,))
    return tuple(row[0] for row in rows)


def batch_of(connection: sqlite3.Connection, noun: Noun) -> int:
    """The batch that holds a noun: the number of the entry that wrote it."""
    query = f'SELECT batch FROM "{kind_of(type(noun))}" WHERE id=?'  # noqa: S608 # kinds are ours
    return int(connection.execute(query, (noun.id,)).fetchone()[0])


def batches_by(connection: sqlite3.Connection, step: str, unit: str) -> tuple[int, ...]:
    """Live batches that a step wrote for one unit of its work."""
    query = "SELECT DISTINCT batch FROM cache_manifest WHERE step=? AND unit=? ORDER BY batch"
    return tuple(row[0] for row in connection.execute(query, (step, unit)))


def in_batch(connection: sqlite3.Connection, batch: int) -> Iterator[Noun]:
    """Every noun of a live batch, by kind and id."""
    held = connection.execute("SELECT kind FROM cache_manifest WHERE batch=? ORDER BY kind", (batch,)).fetchall()
    for (kind,) in held:
        of = KINDS[kind]
        query = f'SELECT body FROM "{kind_of(of)}" WHERE batch=? ORDER BY id'  # noqa: S608 # kinds are ours
        for (data,) in connection.execute(query, (batch,)):
            yield read(data, of)


def _filter(name: str, where: Where | None) -> tuple[str, tuple[str, ...]]:
    """A WHERE clause over checked columns."""
    if not where:
        return "", ()
    parts = [f"{column_name(_known(name, field))} = ?" for field in where]
    return " WHERE " + " AND ".join(parts), tuple(where.values())


def _known(name: str, field: str) -> str:
    """A field that has a query column, else a `KeyError` that names both."""
    if field not in COLUMNS[name]:
        raise KeyError(f"{name} has no query column {field}")
    return field
