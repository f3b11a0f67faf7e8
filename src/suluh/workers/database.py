# SPDX-License-Identifier: Apache-2.0
"""The only place that opens a database that is evidence: a copy, read by table and column names that it has itself."""

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from suluh.model.source import Cell, Row
from suluh.workers.source import Tables

_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_LONGEST_VALUE = 64 << 20
_STEPS = 100_000
_SHARE = 0.9
"""A database stops by itself a little before its worker would be ended; time in which the worker waits is none."""

_ROWID_NAMES = ("_rowid_", "rowid", "oid")
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: _LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    sqlite3.SQLITE_LIMIT_COLUMN: 2000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 10,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_READS = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ))
_PLAIN = frozenset((0,))
"""Columns that are stored: hidden and computed ones are not read."""


class Database:
    """One copy, open. Views, virtual tables and computed columns are refused; nothing of its own code runs."""

    def __init__(self, path: str, seconds: float) -> None:
        self._seconds = seconds
        self._deadline = time.process_time() + _SHARE * seconds
        self.tables: Mapping[str, tuple[str, ...]] = {}
        self.faults: tuple[str, ...] = ()
        self._without_rowid: frozenset[str] = frozenset()
        try:
            self._connection = _open(path, self._is_late)
            self._check()
            self._list()
        except sqlite3.Error as error:
            self._stop_when_late()
            self.faults += (f"the database cannot be read: {error}",)
        else:
            self._connection.set_authorizer(_only_reads)

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table in the order of their ids. Raises `ValueError` where the database is damaged."""
        known = self.tables.get(table)
        if known is None:
            return
        asked = [_quoted(column) if column in known else "NULL" for column in columns]
        own = None if table in self._without_rowid else next((one for one in _ROWID_NAMES if one not in known), None)
        picked = ", ".join(asked) or "NULL"
        if own is None:
            query = f"SELECT 0, {picked} FROM {_quoted(table)}"  # noqa: S608 # names are the schema's own, quoted
        else:
            query = f"SELECT {own}, {picked} FROM {_quoted(table)} ORDER BY {own}"  # noqa: S608 # as above
        yield from self._rows(query, len(columns), ordinal=own is None)

    def _rows(self, query: str, width: int, *, ordinal: bool) -> Iterator[Row]:
        try:
            for number, row in enumerate(self._connection.execute(query), 1):
                cells: tuple[Cell, ...] = row[1 : 1 + width]
                yield Row(number if ordinal else row[0], cells)
        except sqlite3.Error as error:
            self._stop_when_late()
            raise ValueError(f"the database cannot be read any further: {error}") from error

    def _check(self) -> None:
        """Look for damage; what is found becomes a fault, and reading goes on as far as it can."""
        try:
            found = [str(row[0]) for row in self._connection.execute("PRAGMA quick_check(3)")]
        except sqlite3.Error as error:
            self._stop_when_late()
            found = [str(error)]
        self.faults += tuple(f"the database is damaged: {one}" for one in found if one != "ok")

    def _list(self) -> None:
        """Plain tables with their stored columns."""
        query = "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
        tables, without_rowid = {}, set()
        for name, is_without in sorted(self._connection.execute(query)):
            if name.startswith("sqlite_"):
                continue
            info = self._connection.execute(f"PRAGMA table_xinfo({_quoted(name)})")
            tables[name] = tuple(row[1] for row in info if row[6] in _PLAIN)
            if is_without:
                without_rowid.add(name)
        self.tables, self._without_rowid = tables, frozenset(without_rowid)

    def _stop_when_late(self) -> None:
        if self._is_late():
            raise TimeoutError(f"timed out after {_SHARE * self._seconds:.0f} s")

    def _is_late(self) -> bool:
        return time.process_time() > self._deadline


class Door:
    """Opens the copies that the parent made in this worker's own folders."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self._folders = folders

    def open(self, path: str, seconds: int) -> Tables:
        """A copy, by its path."""
        return Database(path, seconds)


def _open(path: str, is_late: object) -> sqlite3.Connection:
    """Read-only; with write access to the copy only where an unfinished change must be undone first."""
    mode = "mode=ro"
    if _has_hot_journal(path):
        mode = "mode=rw"
    elif not Path(path + "-wal").exists():
        mode = "mode=ro&immutable=1"
    connection = sqlite3.connect(f"file:{path}?{mode}", uri=True, isolation_level=None, cached_statements=8)
    connection.text_factory = _text
    for name, most in _LIMITS.items():
        connection.setlimit(name, most)
    connection.set_progress_handler(is_late, _STEPS)  # type: ignore[arg-type] # a callable without arguments
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _has_hot_journal(path: str) -> bool:
    journal = Path(path + "-journal")
    if not journal.exists():
        return False
    with journal.open("rb") as file:
        return file.read(len(_JOURNAL)) == _JOURNAL


def _only_reads(action: int, *_: object) -> int:
    """After the schema is known: reading columns, and nothing else; no function, no pragma, no view."""
    return sqlite3.SQLITE_OK if action in _READS else sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(raw: bytes) -> str:
    r"""Text; bytes that are not UTF-8 as ``\xNN``."""
    return raw.decode("utf-8", "backslashreplace")
