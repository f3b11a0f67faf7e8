# SPDX-License-Identifier: Apache-2.0
"""The only place that opens foreign databases, by tables and columns alone: copies of evidence, lists as they lie."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Self
from urllib.parse import quote

from suluh.model.errors import Misuse
from suluh.model.evidence.source import Cell, Row
from suluh.workers.child.source import Tables
from suluh.workers.wire.together import JOURNAL, LOG

_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_HEAD, _BY_LOG = 20, b"\2\2"
"""Where the head of a database says that it is written and read with a log."""

_LONGEST_VALUE = 64 << 20
_STEPS = 100_000
_SHARE = 0.9
"""A database stops by itself a little before its worker would be ended; time in which the worker waits is none."""

_ROWID_NAMES = ("_rowid_", "rowid", "oid")
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: _LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 4_000_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
"""From the first moment on. SQLite parses every view, trigger and index of a schema, and checks all tables in one
program: what is lower than an app's own limits makes a sound database look damaged."""

_THEN = {
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 10,
}
"""Once the schema is known: our own queries need no more."""

_OF_THE_APP = ("no such collation sequence", "no such function", "no such module", "no such tokenizer")
"""What only the app that made a database can do: its indexes need it, its tables do not."""

_MALFORMED = "malformed database schema"
_READS = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ))
_PLAIN = frozenset((0,))
"""Columns that are stored: hidden and computed ones are not read."""

_OPENING = 30.0
"""Processor seconds for the tables and columns of a list."""

_LONGEST_IN_LIST = 1 << 16
_AT_ONCE = 1024
"""Rows of a list that are held: times the longest value, what a hostile one can make us hold."""

_SMALLEST_ROW = 4
"""Bytes. More rows than these allow come from pages that are pointed to many times over."""

Listed = list[tuple[Cell, ...]]
"""Rows of a list: the row id, or null where the table has none, then the cells; text as bytes."""


class Database:
    """One copy, open. Views, virtual tables and computed columns are refused; nothing of its own code runs."""

    def __init__(self, path: str, seconds: float) -> None:
        self._seconds = seconds
        self._deadline = time.process_time() + _SHARE * seconds
        self.in_use = _in_use(path)
        self.tables: Mapping[str, tuple[str, ...]] = {}
        self.faults: tuple[str, ...] = ()
        self._without_rowid: frozenset[str] = frozenset()
        try:
            self._connection = _open(path, self._is_late)
            self._understand()
            self._check()
            self.tables, self._without_rowid = _tables(self._connection)
        except sqlite3.Error as error:
            self._stop_when_late()
            self.faults += (f"the database cannot be read: {error}",)
        else:
            _lower(self._connection)

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table in the order of their ids. Raises `ValueError` where the database is damaged."""
        known = self.tables.get(table)
        if known is None:
            return
        asked = [_quoted(column) if column in known else "NULL" for column in columns]
        own = None if table in self._without_rowid else _row_id(known)
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

    def _understand(self) -> None:
        """Read the schema; a part of it that this SQLite cannot read becomes a fault, and its tables are read."""
        try:
            self._connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
        except sqlite3.DatabaseError as error:
            if _MALFORMED not in str(error):
                raise
            self._connection.execute("PRAGMA writable_schema = ON")  # it then passes over what it cannot read
            known = printable(str(error).removeprefix(_MALFORMED))
            self.faults += (f"a part of the database's schema was passed over, its tables are read{known}",)

    def _check(self) -> None:
        """Look for damage; what is found becomes a fault, and reading goes on as far as it can."""
        try:
            found = [str(row[0]) for row in self._connection.execute("PRAGMA quick_check(3)")]
        except sqlite3.Error as error:
            self._stop_when_late()
            if str(error).startswith(_OF_THE_APP):
                self.faults += (f"the database could not be checked for damage, its tables are read: {error}",)
                return
            found = [str(error)]
        self.faults += tuple(f"the database is damaged: {one}" for one in found if one != "ok")

    def _stop_when_late(self) -> None:
        if self._is_late():
            raise TimeoutError(f"timed out after {_SHARE * self._seconds:.0f} s")

    def _is_late(self) -> bool:
        return time.process_time() > self._deadline


class List:
    """A list that the unit names, opened where it lies: read-only, never copied, and trusted as little as evidence."""

    def __init__(self, path: Path) -> None:
        """Raises `Misuse` when it cannot be read as it lies."""
        self._path = path.resolve()
        self._stamp = self._stamped()
        _refuse_unfinished(self._path)
        deadline = time.process_time() + _OPENING
        address = f"file:{quote(bytes(self._path))}?mode=ro&immutable=1"
        try:
            self._connection = _connect(address, lambda: time.process_time() > deadline)
            [(page,)] = self._connection.execute("PRAGMA page_size")
            if self._stamp[0] % page:
                # SQLite takes what is missing of a page for zeros, and its rows would be missing without a word
                raise sqlite3.DatabaseError("its last page is not whole")
            self.tables, self._without_rowid = _tables(self._connection)
        except sqlite3.Error as error:
            why = printable(str(error))
            raise Misuse(f"{path.name} cannot be read ({why}): it is damaged or cut off; fetch it again") from error
        self._connection.set_progress_handler(None, 0)
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_IN_LIST)
        self._connection.text_factory = bytes
        _lower(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def blocks(self, table: str, columns: Sequence[str]) -> Iterator[Listed]:
        """The rows as they lie, many at a time. Raises `ValueError` where it is damaged, `Misuse` when it changed."""
        own = "NULL" if table in self._without_rowid else _row_id(self.tables[table]) or "NULL"
        picked = ", ".join((own, *(_quoted(column) for column in columns)))
        # an index may hold other rows than its table, and its order is that of random places on the disk
        query = f"SELECT {picked} FROM {_quoted(table)} NOT INDEXED"  # noqa: S608 # names are the schema's own, quoted
        # the query begins with the first row, so that a fault in it is met where all others are
        rows = chain.from_iterable(map(self._connection.execute, (query,)))
        left, fault = self._stamp[0] // _SMALLEST_ROW, None
        while fault is None:
            block, fault = _next(rows)
            left -= len(block)
            if not block or left < 0:
                break
            yield block
        if self._stamped() != self._stamp:
            raise Misuse(f"{self._path.name} was changed while it was read: let whoever writes it finish, then add it")
        if fault is not None or left < 0:
            raise ValueError(f"the database cannot be read any further: {fault or 'more rows than it has room for'}")

    def _stamped(self) -> tuple[int, int]:
        found = self._path.stat()
        return found.st_size, found.st_mtime_ns


def printable(text: str) -> str:
    """Words of a foreign database on one line, without what would steer a terminal."""
    return "".join(one if one.isprintable() else "?" for one in text)


class Door:
    """Opens the copies that the parent made in this worker's own folders."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self._folders = folders

    def open(self, path: str, seconds: int) -> Tables:
        """A copy, by its path."""
        return Database(path, seconds)


def _open(path: str, is_late: Callable[[], bool]) -> sqlite3.Connection:
    """Read-only; with write access to the copy only where an unfinished change must be undone first."""
    mode = "mode=ro"
    if _has_hot_journal(path):
        mode = "mode=rw"
    elif not Path(path + LOG).exists():
        mode = "mode=ro&immutable=1"
    return _connect(f"file:{path}?{mode}", is_late)


def _in_use(path: str) -> tuple[str, ...]:
    """The suffixes of what lies beside a copy and is read as one with it; a log that its head knows nothing of is none.

    Asked before it is opened, for opening may leave files of its own.
    """
    if _has_hot_journal(path):
        return (JOURNAL,)
    with Path(path).open("rb") as file:
        has_log = file.read(_HEAD)[_HEAD - 2 :] == _BY_LOG and Path(path + LOG).exists()
    return tuple(one for one in (LOG, "-shm") if Path(path + one).exists()) if has_log else ()


def _connect(address: str, is_late: Callable[[], bool]) -> sqlite3.Connection:
    """A connection that trusts nothing in the file, within the limits."""
    connection = sqlite3.connect(address, uri=True, isolation_level=None, cached_statements=8)
    connection.text_factory = _text
    for name, most in _LIMITS.items():
        connection.setlimit(name, most)
    connection.set_progress_handler(is_late, _STEPS)
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _lower(connection: sqlite3.Connection) -> None:
    """Allow no more than our own queries need, from now on."""
    for name, most in _THEN.items():
        connection.setlimit(name, most)
    connection.set_authorizer(_only_reads)


def _tables(connection: sqlite3.Connection) -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Plain tables with their stored columns, and which of them have no row ids."""
    query = "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
    tables, without_rowid = {}, set()
    for name, is_without in sorted(connection.execute(query)):
        if name.startswith("sqlite_"):
            continue
        columns = connection.execute(f"PRAGMA table_xinfo({_quoted(name)})")
        tables[name] = tuple(row[1] for row in columns if row[6] in _PLAIN)
        if is_without:
            without_rowid.add(name)
    return tables, frozenset(without_rowid)


def _row_id(columns: Sequence[str]) -> str | None:
    """A name of the row id that no column of the table took."""
    taken = {column.lower() for column in columns}
    return next((one for one in _ROWID_NAMES if one not in taken), None)


def _next(rows: Iterator[tuple[Cell, ...]]) -> tuple[Listed, sqlite3.Error | None]:
    """The next rows; those before a fault stay."""
    block: Listed = []
    try:
        block.extend(islice(rows, _AT_ONCE))
    except sqlite3.Error as error:
        return block, error
    return block, None


def _refuse_unfinished(path: Path) -> None:
    for suffix in (LOG, JOURNAL):
        beside = path.with_name(path.name + suffix)
        if beside.exists() and beside.stat().st_size:
            raise Misuse(
                f"{beside.name} lies beside {path.name} and holds changes that are not in it yet: open the database "
                "once with the program that made it and close it there, or fetch it again; then add it alone"
            )


def _has_hot_journal(path: str) -> bool:
    journal = Path(path + JOURNAL)
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
