# SPDX-License-Identifier: Apache-2.0
"""Makes SQLite files that come out the same on every machine, with or without a write-ahead log."""

import sqlite3
import struct
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

LIBRARY = (3_045_000).to_bytes(4, "big")
"""Version of the library in the header: the machine's own would differ from one to the next."""

_VERSION_AT = 96
_LOG_HEAD, _FRAME_HEAD = 32, 24
SALTS = (0x53554C55, 0x4C414D50)
"""In place of the random salts of a log."""

Rows = Iterable[Sequence[object]]
Fill = Callable[[sqlite3.Connection], None]


def insert(connection: sqlite3.Connection, table: str, rows: Rows) -> None:
    """Put whole rows into a table."""
    kept = [tuple(row) for row in rows]
    if kept:
        marks = ", ".join("?" * len(kept[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", kept)  # noqa: S608 # names of our own tables


def database(fill: Fill) -> bytes:
    """The bytes of a database without a log."""
    connection = sqlite3.connect(":memory:")
    try:
        fill(connection)
        connection.commit()
        return _stamped(connection.serialize())
    finally:
        connection.close()


def database_with_log(first: Fill, then: Fill) -> tuple[bytes, bytes]:
    """The bytes of a database and of its log, which holds what came last, as a phone leaves them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        connection = sqlite3.connect(path)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA wal_autocheckpoint=0")
            first(connection)
            connection.commit()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            then(connection)
            connection.commit()
            log = Path(f"{path}-wal").read_bytes()
            return _stamped(path.read_bytes()), _salted(log)
        finally:
            connection.close()


def _stamped(page: bytes) -> bytes:
    return page[:_VERSION_AT] + LIBRARY + page[_VERSION_AT + 4 :]


def _salted(log: bytes) -> bytes:
    """The log with fixed salts, and its checksums made right again."""
    magic, version, size, _ = struct.unpack(">4I", log[:16])
    head = struct.pack(">6I", magic, version, size, 0, *SALTS)
    order = ">" if magic & 1 else "<"
    sums = _checksum(head, (0, 0), order)
    parts = [head + struct.pack(">2I", *sums)]
    for number, pages, page in _frames(log, size):
        whole = _stamped(page) if number == 1 else page
        opening = struct.pack(">2I", number, pages)
        sums = _checksum(whole, _checksum(opening, sums, order), order)
        parts.append(opening + struct.pack(">4I", *SALTS, *sums) + whole)
    return b"".join(parts)


def _frames(log: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """Page number, pages after a commit, and the page of each frame."""
    for start in range(_LOG_HEAD, len(log), _FRAME_HEAD + size):
        number, pages = struct.unpack(">2I", log[start : start + 8])
        yield number, pages, log[start + _FRAME_HEAD : start + _FRAME_HEAD + size]


def _checksum(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """The running checksum of SQLite's file format, section 4.2."""
    one, two = sums
    for first, second in struct.iter_unpack(f"{order}2I", data):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
