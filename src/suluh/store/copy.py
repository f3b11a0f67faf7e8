# SPDX-License-Identifier: Apache-2.0
"""A whole copy of a case file as it stood at one moment, and by what such copies are known to be equal."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from suluh.model.errors import CaseIsFull
from suluh.store.open import DAMAGE, damaged, open_copy, open_read_only

PAGES = 4_096
"""Pages that are copied at a time: between two of them Ctrl-C is heard."""

PLAIN = ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE")
"""The copy is of no use until it is whole: nothing beside it is written."""


def copy(source: Path, target: Path) -> None:
    """The case file to a new file, all of one moment, whatever is written meanwhile. Raises `CaseIsFull`.

    One read transaction holds the moment; who writes does not wait for it.
    """
    with closing(open_read_only(source)) as live, closing(_new(target)) as made:
        live.execute("BEGIN")
        live.execute("SELECT count(*) FROM sqlite_master").fetchone()
        try:
            live.backup(made, pages=PAGES)
        except sqlite3.DatabaseError as error:
            raise damaged(source, error) from error


def _new(target: Path) -> sqlite3.Connection:
    """A new file that takes the copy. Raises `CaseIsFull`."""
    try:
        connection = sqlite3.connect(target, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise CaseIsFull(
            f"{target} cannot be written ({error}): free some room on its disk, then do the same"
        ) from error
    for pragma in PLAIN:
        connection.execute(f"PRAGMA {pragma}").fetchone()
    return connection


@contextmanager
def copied(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy, to be read. Raises `CaseIsDamaged` for what SQLite cannot read of it."""
    with closing(open_copy(path)) as connection:
        try:
            yield connection
        except DAMAGE as error:
            raise damaged(path, error) from error


def digests(path: Path) -> Mapping[str, str]:
    """Of every table of a copy a digest over all its rows, by name; equal tables have equal ones."""
    with copied(path) as connection:
        connection.text_factory = bytes
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name").fetchall()
        return {name.decode(): _digest(connection, name.decode()) for (name,) in tables}


def _digest(connection: sqlite3.Connection, name: str) -> str:
    """Every value of every row, each written as Python does, which no two values share, in the order of the key."""
    seen = hashlib.sha256()
    for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2'):  # noqa: S608 # names are the file's own
        seen.update(repr(row).encode("ascii"))
    return seen.hexdigest()
