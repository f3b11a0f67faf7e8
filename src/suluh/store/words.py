# SPDX-License-Identifier: Apache-2.0
"""The index of terms beside a case file: made from its rows alone, so that it may be thrown away at any time.

It holds no text, only in which row a term stands (FTS5 without content and without places inside a text, tables for
each kind and block of rows, so that numbers are short), so that it stays small; whoever finds a row reads it again and
looks whether it is so. Nothing signs it and nothing rests on it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Self

from suluh.model.errors import CaseError, CaseIsFull

_FORM = 5
"""Grows when terms are made in another way: an index of another form is made anew."""

_TERMS = "terms, content='', columnsize=0, detail=none, tokenize='ascii'"
"""Whoever gives terms has taken away what is none: of other signs than ASCII each counts as a letter."""

_NAME, _FIRST = "term", 1000
_AT_ONCE = 1000
"""Rows of which the terms are made before any is written: by turns each row would find the processor's caches cold."""

_BLOCK = 19
"""Bits of a row's number within its table: FTS5 lists all rows of a beginning before it gives the first of them."""

_HELD = 16 << 20
"""Bytes of terms that are held before they are written: pieces of the index that need not be joined later."""

_PARTS = "CREATE TABLE part(kind TEXT, batch INT, first INT, last INT, size INT, PRIMARY KEY(kind, batch))"


class Part(NamedTuple):
    """The rows of one kind in one batch, as an index took them: they are of it as long as the case says the same."""

    kind: str
    batch: int
    first: int
    last: int
    size: int


class Hit(NamedTuple):
    """A row in which all terms stand."""

    kind: int
    row: int


class Words:
    """The index of one case. Raises `CaseIsFull` where it cannot be written, `CaseError` where it is in use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def parts(self) -> set[Part]:
        """What it holds."""
        return {Part(*row) for row in self._connection.execute("SELECT kind, batch, first, last, size FROM part")}

    def empty(self) -> None:
        """Begin anew."""
        self._connection.close()
        self._path.unlink(missing_ok=True)
        self._connection = self._opened()

    def add(self, parts: Iterable[tuple[int, Part, Iterable[tuple[int, str]]]]) -> None:
        """Take the rows of some batches, each with its terms, under the number of their kind: all of them or none."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for number, part, rows in parts:
                table = self._table(number, part.first >> _BLOCK)
                query, left = f"INSERT INTO {table}(rowid, terms) VALUES (?, ?)", iter(rows)  # noqa: S608 # a name of ours
                while some := list(islice(left, _AT_ONCE)):
                    self._connection.executemany(query, some)
                self._connection.execute("INSERT INTO part VALUES (?, ?, ?, ?, ?)", part)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._failed(error) from error
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def find(self, terms: Iterable[str], kinds: Iterable[int]) -> Iterator[Hit]:
        """Every row of some kinds in which all terms may stand, by kind and row; ``*`` ends a beginning.

        Of the first rows in which the whole terms stand the beginnings are not looked up: all rows of a short one are
        a long list, and whoever reads a row sees whether it begins so.
        """
        asked, wanted = list(terms), set(kinds)
        whole = [one for one in asked if not one.endswith("*")]
        for (number, _), table in sorted(self._tables().items()):
            if number not in wanted:
                continue
            last = 0
            if 0 < len(whole) < len(asked):
                first = list(islice(self._rows(table, whole, 0), _FIRST))
                yield from (Hit(number, row) for row in first)
                if len(first) < _FIRST:
                    continue
                last = first[-1]
            yield from (Hit(number, row) for row in self._rows(table, asked, last))

    def _rows(self, table: str, terms: Iterable[str], last: int) -> Iterator[int]:
        """The rows behind one in which all terms stand."""
        match = " AND ".join(f'"{one[:-1]}"*' if one.endswith("*") else f'"{one}"' for one in terms)
        query = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid > ? ORDER BY rowid"  # noqa: S608 # as above
        return (row for (row,) in self._connection.execute(query, (match, last)))

    def tidy(self) -> None:
        """Join the pieces of the index, so that it is small and quick."""
        try:
            for table in self._tables().values():
                self._connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608 # as above
            self._connection.execute("VACUUM")
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _tables(self) -> dict[tuple[int, int], str]:
        """The tables of terms that there are, by the number of their kind and that of their block."""
        names = self._connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")
        numbers = ((name, name.removeprefix(_NAME).partition("_")) for (name,) in names)
        return {(int(kind), int(block)): name for name, (kind, _, block) in numbers}

    def _table(self, number: int, block: int) -> str:
        """The table of one block of one kind, made where there is none."""
        name = f"{_NAME}{number}_{block}"
        if (number, block) not in self._tables():
            self._connection.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({_TERMS})")
            self._connection.execute(f"INSERT INTO {name}({name}, rank) VALUES ('hashsize', {_HELD})")  # noqa: S608 # as above
        return name

    def _opened(self) -> sqlite3.Connection:
        """The index as it is, or a new one where there is none, or one of another form, or one that is damaged."""
        try:
            found = self._connected()
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error
        except sqlite3.DatabaseError:
            found = None
        if found is not None:
            return found
        self._path.unlink(missing_ok=True)
        made = self._connected()
        if made is None:
            raise self._failed(sqlite3.OperationalError("it was made anew and is of another form"))
        return made

    def _connected(self) -> sqlite3.Connection | None:
        """The index; null where it is of another form."""
        connection = sqlite3.connect(self._path, isolation_level=None, timeout=30)
        try:
            connection.execute("PRAGMA synchronous=OFF")
            is_ours = _form(connection) == _FORM or _make(connection)
            if is_ours:
                connection.execute("SELECT count(*) FROM part").fetchone()
        except BaseException:
            connection.close()
            raise
        if is_ours:
            return connection
        connection.close()
        return None

    def _failed(self, error: sqlite3.Error) -> CaseError:
        where = f"{self._path.parent.name}/{self._path.name}"
        return CaseIsFull(
            f"the index of the search, {where}, cannot be written ({error}): see that the disk has free room and that "
            "no other command of this case runs, then search again; nothing of the case is lost"
        )


def _form(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _make(connection: sqlite3.Connection) -> bool:
    """Make the tables of an empty index, all at once; whether it has this form then: a half-made one has not."""
    with closing(connection.cursor()) as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        if not cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for words in (_PARTS, f"PRAGMA user_version={_FORM}"):
                cursor.execute(words)
        cursor.execute("COMMIT")
    return _form(connection) == _FORM
