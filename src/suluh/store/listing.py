# SPDX-License-Identifier: Apache-2.0
"""Reads files in the order of intake with what the case knows of each, a page at a time: no list of all is held."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from suluh.model.body import read
from suluh.model.intake import Content, File, Outcome, Standing
from suluh.model.matching import Fingerprint

PAGE = 2000
"""Files of one query: between two the case may be written, and its log starts anew."""

_IS_UNHASHED = """NOT EXISTS (SELECT 1 FROM content AS c WHERE c.file = f.id)
    AND NOT EXISTS (SELECT 1 FROM outcome AS o WHERE o.file = f.id)
    AND (f.parent IS NULL OR EXISTS (SELECT 1 FROM content AS p WHERE p.file = f.parent))"""

_UNHASHED = f"""
    SELECT f.intake_key, f.body FROM file AS f INDEXED BY ix_file_intake_key
    WHERE f.intake_key > ? AND {_IS_UNHASHED}
    ORDER BY f.intake_key LIMIT ?"""  # noqa: S608 # our own words

_IS_UNLOOKED = """c.type >= 'image/' AND c.type < 'image0'
    AND NOT EXISTS (SELECT 1 FROM fingerprint AS l WHERE l.sha256 = c.sha256)"""

_UNLOOKED = f"""
    SELECT f.intake_key, f.body, c.body FROM file AS f INDEXED BY ix_file_intake_key
    CROSS JOIN content AS c ON c.file = f.id
    WHERE f.intake_key > ? AND {_IS_UNLOOKED}
    ORDER BY f.intake_key LIMIT ?"""  # noqa: S608 # as above

_SETTLED = """
    SELECT f.intake_key, f.body, c.body, o.body,
    (SELECT l.body FROM fingerprint AS l WHERE l.sha256 = c.sha256 ORDER BY l.id DESC LIMIT 1)
    FROM file AS f INDEXED BY ix_file_intake_key
    LEFT JOIN content AS c ON c.file = f.id LEFT JOIN outcome AS o ON o.file = f.id
    WHERE f.intake_key > ? ORDER BY f.intake_key LIMIT ?"""

_OF_ACQUISITION = """
    SELECT DISTINCT c.sha256 FROM file AS f INDEXED BY ix_file_intake_key CROSS JOIN content AS c ON c.file = f.id
    WHERE f.intake_key >= ? AND f.intake_key < ? AND f.parent IS NULL AND c.size > 0 LIMIT ?"""

_HOLDS = """
    SELECT 1 FROM content AS c INDEXED BY ix_content_sha256 CROSS JOIN file AS f ON f.id = c.file
    WHERE c.sha256 = ? AND f.intake_key >= ? AND f.intake_key < ? AND f.parent IS NULL LIMIT 1"""

_ASIDE = """
    SELECT s.body, c.size FROM standing AS s LEFT JOIN content AS c ON c.file = s.file
    WHERE s.state = ? ORDER BY s.position"""

_HASHED = """
    SELECT f.intake_key, f.body, c.body FROM file AS f INDEXED BY ix_file_intake_key
    LEFT JOIN content AS c ON c.file = f.id WHERE f.intake_key > ? ORDER BY f.intake_key LIMIT ?"""

_NAMED = "SELECT intake_key, body FROM file WHERE intake_key > ? ORDER BY intake_key LIMIT ?"


Known = tuple[File, Content | None, Outcome | None, Fingerprint | None]
"""A file, its content, what became of it when it was to be read, and a perceptual hash of its content."""


def files(connection: sqlite3.Connection) -> Iterator[File]:
    """Every file."""
    return (read(row[1], File) for row in _pages(connection, _NAMED))


def has_files(connection: sqlite3.Connection, order: int) -> bool:
    """Whether the case lists a file of the acquisition with this number in the order of `add`."""
    query = "SELECT 1 FROM file WHERE intake_key >= ? AND intake_key < ? LIMIT 1"
    return connection.execute(query, (f"{order:08x}", f"{order + 1:08x}")).fetchone() is not None


def unhashed(connection: sqlite3.Connection) -> Iterator[File]:
    """Files without content and outcome whose container, if there is one around them, has its content."""
    return (read(row[1], File) for row in _pages(connection, _UNHASHED))


def unlooked(connection: sqlite3.Connection) -> Iterator[tuple[File, Content]]:
    """Pictures without a perceptual hash or the recorded absence of one, each copy."""
    return ((read(row[1], File), read(row[2], Content)) for row in _pages(connection, _UNLOOKED))


def count_unhashed(connection: sqlite3.Connection) -> int:
    """How many files `unhashed` gives."""
    return int(connection.execute(f"SELECT count(*) FROM file AS f WHERE {_IS_UNHASHED}").fetchone()[0])  # noqa: S608 # as above


def count_unlooked(connection: sqlite3.Connection) -> int:
    """How many different pictures `unlooked` gives."""
    query = f"SELECT count(DISTINCT c.sha256) FROM content AS c WHERE {_IS_UNLOOKED}"  # noqa: S608 # as above
    return int(connection.execute(query).fetchone()[0])


def contents_of(connection: sqlite3.Connection, order: int, most: int = -1) -> frozenset[str]:
    """SHA-256 of the files of one acquisition, by its order: empty ones and members of containers left out."""
    return frozenset(row[0] for row in connection.execute(_OF_ACQUISITION, (*_keys_of(order), most)))


def holds(connection: sqlite3.Connection, order: int, sha256: str) -> bool:
    """Whether an acquisition has a file of this content, which lies in no container."""
    return connection.execute(_HOLDS, (sha256, *_keys_of(order))).fetchone() is not None


def in_state(connection: sqlite3.Connection, state: str) -> Iterator[tuple[Standing, int | None]]:
    """The standings of one state, each with the size of its content, if it has one."""
    return ((read(body, Standing), size) for body, size in connection.execute(_ASIDE, (state,)))


def _keys_of(order: int) -> tuple[str, str]:
    """Where the intake keys of one acquisition begin and end."""
    return f"{order:08x}", f"{order + 1:08x}"


def hashed(connection: sqlite3.Connection) -> Iterator[tuple[File, Content | None]]:
    """Every file with its digests, if it has them."""
    for _, file, content in _pages(connection, _HASHED):
        yield read(file, File), None if content is None else read(content, Content)


def known(connection: sqlite3.Connection) -> Iterator[Known]:
    """Every file with what the case knows of it."""
    for _, file, content, outcome, look in _pages(connection, _SETTLED):
        yield (
            read(file, File),
            None if content is None else read(content, Content),
            None if outcome is None else read(outcome, Outcome),
            None if look is None else read(look, Fingerprint),
        )


def _pages(connection: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """Every row of a query that begins after a key and has a limit."""
    after = ""
    while rows := connection.execute(query, (after, PAGE)).fetchall():
        yield from rows
        after = rows[-1][0]
