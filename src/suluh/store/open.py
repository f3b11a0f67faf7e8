# SPDX-License-Identifier: Apache-2.0
"""Opens a case file: one writer, many readers, never half-written."""

import sqlite3
from pathlib import Path

from suluh.model.errors import CaseError, CaseIsDamaged, CaseIsFull, CaseIsNewer, Misuse
from suluh.store.migrations.upgrade import HEAD, known_versions, upgrade

Connection = sqlite3.Connection
"""An open case file; only this room asks it anything."""

ROOM = ("cache_size=-65536", "wal_autocheckpoint=16384")
"""64 MiB for pages, and as much for the log: in a large case every batch touches pages all over the indexes."""

DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What Python's sqlite3 raises for a file that cannot be read: its messages may hold bytes of that file."""

NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
"""What SQLite answers where it cannot write its log beside the case file."""


def create(path: Path) -> sqlite3.Connection:
    """A new, empty case file with the newest schema; one that a kill left without an entry counts as new."""
    if not path.exists() or path.stat().st_size == 0:
        upgrade(path)
        return connect(path)
    connection = connect(path)
    if connection.execute("SELECT count(*) FROM entry").fetchone()[0]:
        connection.close()
        raise Misuse(f"{path.parent.name} holds a case already: choose another folder for the new one")
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """The case file for reading and writing. Raises `CaseIsDamaged`, `CaseIsFull`, `CaseIsNewer`."""
    if not path.is_file():
        raise CaseIsDamaged(f"there is no case at {path.parent}: name a folder made by `suluh new`")
    connection = _open(path)
    version = _version(connection, path)
    if version not in known_versions():
        connection.close()
        raise CaseIsNewer(f"{path.parent.name} was written by a newer Suluh (schema {version}): open it with that one")
    if version != HEAD:
        connection.close()
        upgrade(path)
        connection = _open(path)
    return connection


def _open(path: Path) -> sqlite3.Connection:
    """A connection with the settings of docs/custody.md."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
    try:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF", *ROOM):
            connection.execute(f"PRAGMA {pragma}")
    except DAMAGE as error:
        connection.close()
        raise _damaged(path, error) from error
    return connection


def _version(connection: sqlite3.Connection, path: Path) -> str:
    """The schema's version as the case file states it."""
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except DAMAGE as error:
        connection.close()
        raise _damaged(path, error) from error
    return str(row[0]) if row else ""


def _damaged(path: Path, error: Exception) -> CaseError:
    """What can be done: a disk without room or a folder that may not be written is no reason to go back to a backup."""
    if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in NO_ROOM:
        return CaseIsFull(
            f"{path.parent.name}/{path.name} cannot be opened ({error}): see that its disk has free room and that you "
            "may write there, then do the same again"
        )
    return CaseIsDamaged(f"{path.parent.name}/{path.name} cannot be read ({error}): restore it from the last backup")
