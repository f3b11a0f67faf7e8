# SPDX-License-Identifier: Apache-2.0
"""A passing copy of a case in which rows are taken away and put for a question: nothing of it is signed or kept."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Self

from suluh.model.body import Noun, kind_of
from suluh.store import write
from suluh.store.rows import Rows
from suluh.store.tables import COLUMNS, column_name


class Trial:
    """The copy; the case that it was taken of never changes by it."""

    def __init__(self, connection: sqlite3.Connection, first: int) -> None:
        self.rows = Rows(connection)
        """What the copy holds."""

        self._connection, self._next = connection, first

    @classmethod
    @contextmanager
    def of(cls, rows: Rows) -> Iterator[Self]:
        """A copy of all that some rows show, in a file without a name that ends with it."""
        last = rows.last_entry()
        with closing(sqlite3.connect("", isolation_level=None)) as copy:
            rows.copy_to(copy)
            copy.execute("PRAGMA synchronous=OFF")
            yield cls(copy, 1 if last is None else last.seq + 1)

    def retire(self, batches: Iterable[int]) -> None:
        """Take whole batches away."""
        with write.transaction(self._connection):
            write.retire(self._connection, batches)

    def take(self, kind: type[Noun], field: str, values: Iterable[str]) -> None:
        """Take away the nouns of one kind of which a query column holds one of the values."""
        name = kind_of(kind)
        if field not in COLUMNS[name]:
            raise KeyError(f"{name} has no query column {field}")
        with write.transaction(self._connection):
            query = f'DELETE FROM "{name}" WHERE {column_name(field)}=?'  # noqa: S608 # names are checked
            self._connection.executemany(query, ((value,) for value in values))

    def put(self, step: str, nouns: Iterable[Noun], second: Callable[[Noun, Noun], Noun]) -> None:
        """Add nouns as a step does, of two under one id what becomes of the second; they may be read of this copy."""
        stamp = write.Stamp(self._next, step, "trial")
        self._next += 1
        with write.transaction(self._connection):
            write.insert(self._connection, stamp, nouns, lambda _: b"", second)
