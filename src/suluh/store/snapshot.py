# SPDX-License-Identifier: Apache-2.0
"""A case file as it stood at one moment: what a step of the whole case reads, and nothing else."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from suluh.model.body import Noun, kind_of
from suluh.store.rows import Rows


class Snapshot(Rows):
    """Rows of the kinds that its reader said they take: any other kind is refused, so that nothing is read unproven."""

    def __init__(self, connection: sqlite3.Connection, kinds: Iterable[str]) -> None:
        super().__init__(connection)
        self._kinds = frozenset(kinds)
        self.seen: set[str] = set()
        """Kinds that were asked for."""

    @classmethod
    @contextmanager
    def of(cls, path: Path, kinds: Iterable[str]) -> Iterator[Self]:
        """One read transaction over a case file: whatever is written meanwhile is not seen."""
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=30)
        try:
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            yield cls(connection, kinds)
        finally:
            connection.close()

    def asked(self, *kinds: type[Noun]) -> None:
        """Note the kinds. Raises `KeyError` for one that is not taken."""
        for name in map(kind_of, kinds):
            if name not in self._kinds:
                raise KeyError(f"{name} is read here and is not among what is taken: {', '.join(sorted(self._kinds))}")
            self.seen.add(name)
