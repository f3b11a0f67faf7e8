# SPDX-License-Identifier: Apache-2.0
"""What was counted over a whole case, in a file beside it: made from the case's rows alone, so that it may be deleted.

Each value lies under its name with the digest of the signed entries that it was counted from: it is of the case as long
as the case says the same. Nothing signs the file and nothing rests on it: what leaves the case is never made from it.
"""

import hashlib
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

_FORM = 1
"""Grows when the table changes: a file of another form is made anew."""

_TABLE = "CREATE TABLE counted(name TEXT PRIMARY KEY, state TEXT NOT NULL, value BLOB NOT NULL, sum TEXT NOT NULL)"
_SHUT = (sqlite3.Error, OSError)
"""What reading or writing it may raise: then it is counted again, and nothing is lost."""


class Counted:
    """The file of one case; where it cannot be read or written, nothing is held."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str, state: str) -> bytes | None:
        """What was counted under a name in a state of the case; null where it was not, or is damaged."""
        if not self._path.exists():
            return None
        with suppress(*_SHUT), closing(self._connected("mode=ro")) as connection:
            query = "SELECT value, sum FROM counted WHERE name=? AND state=?"
            row = connection.execute(query, (name, state)).fetchone()
            if row is not None and _sum(row[0]) == row[1]:
                return bytes(row[0])
        return None

    def put(self, name: str, state: str, value: bytes) -> None:
        """Hold what was counted, in place of what stands under the name."""
        with suppress(*_SHUT):
            try:
                self._put(name, state, value)
            except sqlite3.DatabaseError:
                self._path.unlink(missing_ok=True)
                self._put(name, state, value)

    def _put(self, name: str, state: str, value: bytes) -> None:
        with closing(self._connected("mode=rwc")) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != _FORM:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("DROP TABLE IF EXISTS counted")
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA user_version={_FORM}")
                connection.execute("COMMIT")
            connection.execute("INSERT OR REPLACE INTO counted VALUES (?, ?, ?, ?)", (name, state, value, _sum(value)))

    def _connected(self, how: str) -> sqlite3.Connection:
        address = f"{self._path.absolute().as_uri()}?{how}"
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=2)
        connection.execute("PRAGMA trusted_schema=OFF")
        return connection


def _sum(value: bytes) -> str:
    return hashlib.sha256(value).hexdigest()
