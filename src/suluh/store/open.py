# SPDX-License-Identifier: Apache-2.0
"""Opens a case file: one writer, many readers, never half-written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from suluh.model.errors import CaseError, CaseIsDamaged, CaseIsFull, CaseIsNewer, Misuse
from suluh.store import Unreadable
from suluh.store.migrations import VERSION, make, states_it_in_a_table, upgrade, version_of
from suluh.store.write import transaction

Connection = sqlite3.Connection
"""An open case file; only this room asks it anything."""

READING = ("trusted_schema=OFF", "cache_size=-65536")
"""64 MiB for pages: in a large case every batch touches pages all over the indexes."""

FEW_PAGES = "cache_size=-16384"
"""16 MiB for pages: whoever mostly reads, and for hours, leaves the others to the system."""

WRITING = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "wal_autocheckpoint=16384", *READING)
"""As much room for the log as for pages."""

DAMAGE = (Unreadable, UnicodeDecodeError)
"""What Python's sqlite3 raises for a file that cannot be read: its messages may hold bytes of that file."""

NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
"""What SQLite answers where it cannot write its log beside the case file."""


def create(path: Path) -> sqlite3.Connection:
    """A new, empty case file with the newest schema; one that a kill left without an entry counts as new."""
    with _closed_on_failure(_open(path, "mode=rwc", WRITING)) as connection:
        with transaction(connection):
            if version_of(connection) == 0:
                make(connection)
        _bring_up(connection, path)
        _check_new(connection, path)
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """The case file for reading and writing. Raises `CaseIsDamaged`, `CaseIsFull`, `CaseIsNewer`.

    A file of an earlier version is brought to this one first, all of it or nothing.
    """
    _check_there(path)
    with _closed_on_failure(_open(path, "mode=rw", WRITING)) as connection:
        _bring_up(connection, path)
    return connection


def open_read_only(path: Path) -> sqlite3.Connection:
    """The case file as it is, of this version or an earlier one: nothing is written to it. Raises as `connect` does.

    Where nothing may be written SQLite cannot make the file by which it shares a log; without a log it needs none.
    """
    _check_there(path)
    try:
        connection = _open(path, "mode=ro", READING)
    except CaseIsFull:
        _check_without_log(path)
        connection = _open(path, "immutable=1", READING)
    with _closed_on_failure(connection):
        _version(connection, path)
    return connection


def hold_few_pages(connection: sqlite3.Connection) -> None:
    """Hold a quarter of the pages in memory: for a process that reads for hours beside others."""
    connection.execute(f"PRAGMA {FEW_PAGES}")


def open_copy(path: Path) -> sqlite3.Connection:
    """A copy of a case file to which nobody writes: it has no log, and none is made beside it. Raises as above."""
    _check_there(path)
    with _closed_on_failure(_open(path, "immutable=1", READING)) as connection:
        _version(connection, path)
    return connection


def _open(path: Path, how: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    """A connection with the settings of docs/custody.md, after a first look into the file."""
    address = f"{path.absolute().as_uri()}?{how}"
    try:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=30, check_same_thread=False)
        with _closed_on_failure(connection):
            for pragma in (*pragmas, "user_version"):
                connection.execute(f"PRAGMA {pragma}").fetchone()
    except DAMAGE as error:
        raise damaged(path, error) from error
    return connection


@contextmanager
def _closed_on_failure(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _check_there(path: Path) -> None:
    if not path.is_file():
        raise CaseIsDamaged(f"there is no case at {path.parent}: name a folder made by `suluh new`")


def _check_new(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("SELECT count(*) FROM entry").fetchone()[0]:
        raise Misuse(f"{path.parent.name} holds a case already: choose another folder for the new one")


def _check_without_log(path: Path) -> None:
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise CaseIsFull(
            f"the last acts of {path.parent.name} still lie in {log.name}, which cannot be read where nothing may be "
            "written: copy the whole case folder to a disk that you may write to, and name the copy"
        )


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a file of an earlier version to this one; another process may have done it since it was looked at."""
    if _is_of_today(connection, path):
        return
    with transaction(connection):
        if not _is_of_today(connection, path):
            upgrade(connection, version_of(connection))


def _is_of_today(connection: sqlite3.Connection, path: Path) -> bool:
    return _version(connection, path) == VERSION and not states_it_in_a_table(connection)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version as the case file states it, when it is one that this Suluh knows."""
    try:
        version = version_of(connection)
    except DAMAGE as error:
        raise damaged(path, error) from error
    if version > VERSION:
        raise CaseIsNewer(f"{path.parent.name} was written by a newer Suluh (schema {version}): open it with that one")
    if version < 1:
        sentence = "states no version of a case file: restore it from the last backup"
        raise CaseIsDamaged(f"{path.parent.name}/{path.name} {sentence}")
    return version


def damaged(path: Path, error: Exception) -> CaseError:
    """What can be done: a disk without room or a folder that may not be written is no reason to go back to a backup."""
    if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in NO_ROOM:
        return CaseIsFull(
            f"{path.parent.name}/{path.name} cannot be opened ({error}): see that its disk has free room and that you "
            "may write there, then do the same again"
        )
    return CaseIsDamaged(f"{path.parent.name}/{path.name} cannot be read ({error}): restore it from the last backup")
