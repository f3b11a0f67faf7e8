# SPDX-License-Identifier: Apache-2.0
"""What a case file holds, as anybody may ask for it: nouns, entries, and which batches there are."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from suluh.model.body import Noun, kind_of, read, read_each
from suluh.model.intake import Content, File, Outcome, Standing
from suluh.model.matching import Fingerprint
from suluh.model.nouns import KINDS, noun
from suluh.store import listing
from suluh.store.check import strange
from suluh.store.live import Live, State
from suluh.store.tables import COLUMNS, column_name
from suluh.store.write import CHUNK

N = TypeVar("N", bound=Noun)
V = TypeVar("V", str, int)
"""A value of a query column."""

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


class Rows:
    """The rows of a case file as they stand at each question."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._live = Live(connection)

    def copy_to(self, other: sqlite3.Connection) -> None:
        """Write all that is seen here, of every kind, into an empty file."""
        self.asked(*KINDS.values())
        self._connection.backup(other)

    def asked(self, *kinds: type[Noun]) -> None:
        """Whoever asks for nouns says of which kinds: here nobody listens."""

    def nouns(self, kind: type[N], where: Where | None = None, *, order: str = "id", part: Part = ALL) -> Iterator[N]:
        """Nouns of one kind whose query columns hold the given values, in a fixed order."""
        self.asked(kind)
        name = kind_of(kind)
        text, values = _filter(name, where)
        if order != "id":
            order = f"{column_name(_known(name, order))}, id"
        query = f'SELECT body FROM "{name}"{text} ORDER BY {order} LIMIT ? OFFSET ?'  # noqa: S608 # names are checked
        return read_each(self._connection.execute(query, (*values, *part)), kind)

    def numbered(self, kind: type[N], word: str = "") -> Iterator[tuple[int, N]]:
        """Every noun of one kind whose body holds a word, with the number of its entry, in the order of these."""
        self.asked(kind)
        query = f'SELECT batch, body FROM "{kind_of(kind)}" WHERE instr(body, ?) ORDER BY batch, id'  # noqa: S608 # kinds are ours
        return ((number, read(data, kind)) for number, data in self._connection.execute(query, (word.encode(),)))

    def last_row(self, kind: type[Noun]) -> int:
        """The number of the last row of a table; nought where it has none."""
        self.asked(kind)
        query = f'SELECT coalesce(max(rowid), 0) FROM "{kind_of(kind)}"'  # noqa: S608 # kinds are ours
        return int(self._connection.execute(query).fetchone()[0])

    def worded(self, kind: type[N], word: str, first: int, last: int) -> Iterator[N]:
        """Nouns of one kind whose body holds a word, in the rows behind one of their table up to another."""
        self.asked(kind)
        query = f'SELECT body FROM "{kind_of(kind)}" WHERE rowid > ? AND rowid <= ? AND instr(body, ?) ORDER BY rowid'  # noqa: S608 # kinds are ours
        return (read(data, kind) for (data,) in self._connection.execute(query, (first, last, word.encode())))

    def columns(
        self, kind: type[Noun], fields: tuple[str, ...], where: Where | None = None
    ) -> Iterator[tuple[str, ...]]:
        """Ids or query columns of text, of the nouns of one kind: their bodies are not read. In no fixed order."""
        self.asked(kind)
        name = kind_of(kind)
        text, values = _filter(name, where)
        wanted = ",".join("id" if field == "id" else column_name(_known(name, field)) for field in fields)
        return self._connection.execute(f'SELECT {wanted} FROM "{name}"{text}', values)  # noqa: S608 # names are checked

    def count(self, kind: type[Noun], where: Where | None = None) -> int:
        """How many nouns of one kind hold the given values."""
        self.asked(kind)
        name = kind_of(kind)
        text, values = _filter(name, where)
        return int(self._connection.execute(f'SELECT count(*) FROM "{name}"{text}', values).fetchone()[0])  # noqa: S608 # as above

    def total(self, kind: type[Noun], field: str) -> int:
        """The sum of a query column that holds integers: its index alone is read."""
        self.asked(kind)
        name = kind_of(kind)
        query = f'SELECT coalesce(sum({column_name(_known(name, field))}), 0) FROM "{name}"'  # noqa: S608 # names are checked
        return int(self._connection.execute(query).fetchone()[0])

    def tally(self, kind: type[Noun], *fields: str) -> dict[tuple[str, ...], int]:
        """How many nouns there are for each combination of some query columns."""
        self.asked(kind)
        name = kind_of(kind)
        columns = ",".join(column_name(_known(name, field)) for field in fields)
        query = f'SELECT {columns}, count(*) FROM "{name}" GROUP BY {columns} ORDER BY {columns}'  # noqa: S608 # as above
        return {tuple(row[:-1]): row[-1] for row in self._connection.execute(query)}

    def tally_behind(self, kind: type[Noun], field: str, first: int, last: int) -> Iterator[tuple[str, int]]:
        """How many nouns in the rows behind one of their table up to another hold each value of a query column."""
        self.asked(kind)
        name = kind_of(kind)
        column = column_name(_known(name, field))
        query = f'SELECT {column}, count(*) FROM "{name}" WHERE rowid > ? AND rowid <= ? GROUP BY 1 ORDER BY 1'  # noqa: S608 # as above
        return self._connection.execute(query, (first, last))

    def beside(self, kind: type[Noun], field: str, values: Iterable[str], other: str) -> Iterator[tuple[str, str]]:
        """Each of some values of a query column with that of another: the nouns themselves are not read."""
        self.asked(kind)
        name = kind_of(kind)
        column, more = (column_name(_known(name, one)) for one in (field, other))
        wanted = sorted(set(values))
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            marks = ",".join("?" * len(part))
            query = f'SELECT {column}, {more} FROM "{name}" WHERE {column} IN ({marks}) ORDER BY {column}, id'  # noqa: S608 # as above
            yield from self._connection.execute(query, part)

    def by_column(self, kind: type[N], field: str, values: Iterable[V]) -> Iterator[N]:
        """Nouns whose query column (or id) holds one of the values."""
        self.asked(kind)
        name = kind_of(kind)
        column = "id" if field == "id" else column_name(_known(name, field))
        wanted = sorted(set(values))
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            marks = ",".join("?" * len(part))
            query = f'SELECT body FROM "{name}" WHERE {column} IN ({marks}) ORDER BY {column}, id'  # noqa: S608 # as above
            for (data,) in self._connection.execute(query, part):
                yield read(data, kind)

    def without(self, kind: type[N], field: str, other: type[Noun], key: str) -> Iterator[N]:
        """Nouns to which no noun of another kind points: the files without a content, say."""
        self.asked(kind, other)
        name, beside = kind_of(kind), kind_of(other)
        left = "id" if field == "id" else column_name(_known(name, field))
        right = column_name(_known(beside, key))
        query = (
            f'SELECT body FROM "{name}" AS one WHERE NOT EXISTS '  # noqa: S608 # names are checked
            f'(SELECT 1 FROM "{beside}" AS two WHERE two.{right} = one.{left}) ORDER BY id'
        )
        return (read(data, kind) for (data,) in self._connection.execute(query))

    def files(self) -> Iterator[File]:
        """Every file in the order of intake."""
        self.asked(File)
        return listing.files(self._connection)

    def unhashed(self) -> Iterator[File]:
        """Files without content and outcome whose container, if there is one around them, has its content."""
        self.asked(File, Content, Outcome)
        return listing.unhashed(self._connection)

    def unlooked(self) -> Iterator[tuple[File, Content]]:
        """Pictures without a perceptual hash or the recorded absence of one, each copy."""
        self.asked(File, Content, Fingerprint)
        return listing.unlooked(self._connection)

    def count_unhashed(self) -> int:
        """How many files `unhashed` gives."""
        self.asked(File, Content, Outcome)
        return listing.count_unhashed(self._connection)

    def count_unlooked(self) -> int:
        """How many different pictures `unlooked` gives."""
        self.asked(File, Content, Fingerprint)
        return listing.count_unlooked(self._connection)

    def copies(self, file: str) -> Iterator[File]:
        """The duplicates of a file, in the order of intake."""
        self.asked(File, Content, Standing)
        return listing.copies(self._connection, file)

    def settled(self) -> Iterator[tuple[int, str, str]]:
        """Position, exhibit and state of every settled file, in no fixed order: their bodies are not read."""
        self.asked(Standing)
        return self._connection.execute("SELECT position, exhibit, state FROM standing")

    def has_files(self, order: int) -> bool:
        """Whether the acquisition of this number has files."""
        self.asked(File)
        return listing.has_files(self._connection, order)

    def contents_of(self, order: int, most: int = -1) -> frozenset[str]:
        """SHA-256 of the files of one acquisition, by its order: empty ones and members of containers left out."""
        self.asked(File, Content)
        return listing.contents_of(self._connection, order, most)

    def holds(self, order: int, sha256: str) -> bool:
        """Whether an acquisition has a file of this content, which lies in no container."""
        self.asked(File, Content)
        return listing.holds(self._connection, order, sha256)

    def aside_by_reason(self, state: str) -> list[tuple[str, str, int, int | None]]:
        """The exhibits and reasons of the files in one state: how many they are, and how many bytes."""
        self.asked(Standing, File, Content)
        return listing.aside_by_reason(self._connection, state)

    def unsettled(self) -> list[tuple[str, int, int | None]]:
        """By exhibit, how many files were listed and did not leave intake yet, and how many bytes."""
        self.asked(File, Standing)
        return listing.unsettled(self._connection)

    def count_media(self) -> tuple[int, int]:
        """How many files that the authority covers are pictures or films, and how many contents they have."""
        self.asked(Content, Standing)
        return listing.count_media(self._connection)

    def media_among(self, contents: Iterable[str]) -> frozenset[str]:
        """Those of some contents that are pictures or films of files that the authority covers."""
        self.asked(Content, Standing)
        return frozenset(listing.media_among(self._connection, sorted(contents)))

    def hashed(self) -> Iterator[tuple[File, Content | None]]:
        """Every file with its digests, if it has them, in the order of intake."""
        self.asked(File, Content)
        return listing.hashed(self._connection)

    def known(self) -> Iterator[listing.Known]:
        """Every file with what the case knows of it, in the order of intake."""
        self.asked(File, Content, Outcome, Fingerprint)
        return listing.known(self._connection)

    def entries(self, start: int = 1) -> Iterator[StoredEntry]:
        """Ledger entries from a number on, in order."""
        query = "SELECT seq, body, signature FROM entry WHERE seq >= ? ORDER BY seq"
        return (StoredEntry(*row) for row in self._connection.execute(query, (start,)))

    def last_entry(self) -> StoredEntry | None:
        """The newest ledger entry."""
        row = self._connection.execute("SELECT seq, body, signature FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
        return StoredEntry(*row) if row else None

    def tree(self) -> bytes | None:
        """The compact state of the ledger's tree as kept."""
        row = self._connection.execute("SELECT state FROM cache_tree WHERE id=1").fetchone()
        return bytes(row[0]) if row else None

    def batches_of(self, kind: str) -> tuple[int, ...]:
        """Live batches that hold nouns of one kind: those of all kinds are asked once, until somebody writes."""
        return self._live.now().by_kind.get(kind, ())

    def state_of(self, kind: str, first: int | None = None) -> State:
        """How many live batches hold nouns of one kind, and their digest; of the first ones alone where it is said."""
        return self._live.now().state(kind, first)

    def states_of(self, kinds: Iterable[str]) -> tuple[State, ...]:
        """The same of several kinds, of one moment."""
        now = self._live.now()
        return tuple(now.state(kind) for kind in kinds)

    def written(self) -> tuple[int, int] | None:
        """What changes with every write, be it of another connection; null while one's own is under way."""
        return self._live.now().written

    def signed(self, batches: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The signature of the entry of each of some batches, by number."""
        wanted = sorted(batches)
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            marks = ",".join("?" * len(part))
            query = f"SELECT seq, signature FROM entry WHERE seq IN ({marks}) ORDER BY seq"  # noqa: S608 # marks alone
            yield from self._connection.execute(query, part)

    def batches_in(self, kind: str) -> tuple[int, ...]:
        """Batches of which the table itself holds rows of one kind, whatever their manifests say.

        From each batch the index leads to the next: of a million rows only the first of each batch is looked at.
        """
        name = kind_of(KINDS[kind])
        further = f'SELECT (SELECT min(batch) FROM "{name}" WHERE batch > at) FROM seen WHERE at IS NOT NULL'  # noqa: S608 # kinds are ours
        query = (
            f'WITH RECURSIVE seen(at) AS (SELECT min(batch) FROM "{name}" UNION ALL {further}) '  # noqa: S608 # as above
            "SELECT at FROM seen WHERE at IS NOT NULL ORDER BY at"
        )
        return tuple(row[0] for row in self._connection.execute(query))

    def bodies(self, batch: int) -> Iterator[bytes]:
        """The body of every row of one batch in any table, by kind and id: what the root of the batch is over."""
        for kind in sorted(COLUMNS):
            query = f'SELECT body FROM "{kind}" WHERE batch=? ORDER BY id'  # noqa: S608 # kinds are ours
            yield from (row[0] for row in self._connection.execute(query, (batch,)))

    def stretch(self, kind: type[Noun], batch: int) -> tuple[int, int, int]:
        """First and last number of the rows of one kind in one batch in their table, and how many there are."""
        self.asked(kind)
        query = (
            f'SELECT coalesce(min(rowid), 0), coalesce(max(rowid), 0), count(*) FROM "{kind_of(kind)}" WHERE batch=?'  # noqa: S608 # kinds are ours
        )
        first, last, size = self._connection.execute(query, (batch,)).fetchone()
        return first, last, size

    def placed(self, kind: type[N], batch: int) -> Iterator[tuple[int, N]]:
        """The nouns of one kind in one batch, each with the number of its row in the table."""
        self.asked(kind)
        query = f'SELECT rowid, body FROM "{kind_of(kind)}" WHERE batch=? ORDER BY rowid'  # noqa: S608 # kinds are ours
        return ((row, read(data, kind)) for row, data in self._connection.execute(query, (batch,)))

    def behind(self, kind: type[N], field: str, value: str, first: int, last: int) -> Iterator[N]:
        """The nouns whose query column holds a value, in the rows behind one of their table up to another.

        As long as none went, what came since stands behind all that was there.
        """
        self.asked(kind)
        name = kind_of(kind)
        column = column_name(_known(name, field))
        query = f'SELECT body FROM "{name}" WHERE {column}=? AND rowid > ? AND rowid <= ? ORDER BY rowid'  # noqa: S608 # names are checked
        return (read(data, kind) for (data,) in self._connection.execute(query, (value, first, last)))

    def at(self, kind: type[N], row: int) -> N | None:
        """The noun in a row of its table, or null."""
        found = self.body_at(kind, row)
        return None if found is None else read(found, kind)

    def body_at(self, kind: type[Noun], row: int, where: Where | None = None) -> bytes | None:
        """The body in a row of a table, or null; where its query columns do not hold the given values as well."""
        self.asked(kind)
        name = kind_of(kind)
        text, values = _filter(name, where)
        query = f'SELECT body FROM "{name}"{text or " WHERE true"} AND rowid=?'  # noqa: S608 # names are checked
        found = self._connection.execute(query, (*values, row)).fetchone()
        return None if found is None else bytes(found[0])

    def fault(self, kinds: Iterable[str]) -> str | None:
        """The first thing that is not as the schema has it, or is wrong in table or indexes of some kinds, or null.

        What one index hides another shows: without this, rows that are proven need not be those that are read.
        """
        wrong = strange(self._connection)
        if wrong is not None:
            return wrong
        checks = (f'PRAGMA integrity_check("{kind_of(KINDS[kind])}")' for kind in sorted(kinds))  # kinds are ours
        told = (str(row[0]) for query in checks for row in self._connection.execute(query))
        return next((one for one in told if one != "ok"), None)

    def batch_of(self, noun: Noun) -> int:
        """The batch that holds a noun: the number of the entry that wrote it."""
        query = f'SELECT batch FROM "{kind_of(type(noun))}" WHERE id=?'  # noqa: S608 # kinds are ours
        return int(self._connection.execute(query, (noun.id,)).fetchone()[0])

    def in_batch(self, batch: int) -> Iterator[Noun]:
        """Every noun of one batch in any table, by kind and id, whatever its manifest says."""
        return map(noun, self.bodies(batch))


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
