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

_ASIDE_BY_REASON = """
    SELECT s.exhibit, coalesce(json_extract(CAST(s.body AS TEXT), '$.reason'), ''), count(*),
    sum(CASE WHEN c.size IS NULL
        THEN (SELECT json_extract(CAST(f.body AS TEXT), '$.size') FROM file AS f WHERE f.id = s.file)
        ELSE c.size END)
    FROM standing AS s LEFT JOIN content AS c ON c.file = s.file
    WHERE s.state = ? GROUP BY 1, 2 ORDER BY 1, 2"""

_UNSETTLED = """
    SELECT f.exhibit, count(*), sum(json_extract(CAST(f.body AS TEXT), '$.size')) FROM file AS f
    WHERE NOT EXISTS (SELECT 1 FROM standing AS s WHERE s.file = f.id) GROUP BY 1 ORDER BY 1"""

_IS_MEDIA = """(c.type >= 'image/' AND c.type < 'image0' OR c.type >= 'video/' AND c.type < 'video0')"""
_IS_WITHIN = "NOT EXISTS (SELECT 1 FROM standing AS s WHERE s.file = c.file AND s.state = 'out-of-scope')"

_HASHED = """
    SELECT f.intake_key, f.body, c.body FROM file AS f INDEXED BY ix_file_intake_key
    LEFT JOIN content AS c ON c.file = f.id WHERE f.intake_key > ? ORDER BY f.intake_key LIMIT ?"""

_NAMED = "SELECT intake_key, body FROM file WHERE intake_key > ? ORDER BY intake_key LIMIT ?"


_COPIES = """
    SELECT s.body, f.body FROM content AS c CROSS JOIN content AS d ON d.sha256 = c.sha256
    CROSS JOIN standing AS s ON s.file = d.file CROSS JOIN file AS f ON f.id = d.file
    WHERE c.file = ? AND d.file <> c.file AND s.state = 'duplicate' ORDER BY s.position"""


Known = tuple[File, Content | None, Outcome | None, Fingerprint | None]
"""A file, its content, what became of it when it was to be read, and a perceptual hash of its content."""


def files(connection: sqlite3.Connection) -> Iterator[File]:
    """Every file."""
    return (read(row[1], File) for row in _pages(connection, _NAMED))


def copies(connection: sqlite3.Connection, file: str) -> Iterator[File]:
    """The duplicates of a file, in the order of intake: they are among the files of the same digest."""
    for standing, copy in connection.execute(_COPIES, (file,)):
        if read(standing, Standing).same_as == file:
            yield read(copy, File)


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


def aside_by_reason(connection: sqlite3.Connection, state: str) -> list[tuple[str, str, int, int | None]]:
    """The exhibits and reasons of the files in one state: how many they are, and how many bytes."""
    return connection.execute(_ASIDE_BY_REASON, (state,)).fetchall()


def unsettled(connection: sqlite3.Connection) -> list[tuple[str, int, int | None]]:
    """By exhibit, how many files were listed and did not leave intake yet, and how many bytes."""
    return connection.execute(_UNSETTLED).fetchall()


def count_media(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many files that the authority covers are pictures or films, and how many different contents they have."""
    query = f"SELECT count(*), count(DISTINCT c.sha256) FROM content AS c WHERE {_media(connection)}"  # noqa: S608 # our own words
    files, contents = connection.execute(query).fetchone()
    return int(files), int(contents)


def media_among(connection: sqlite3.Connection, contents: list[str]) -> Iterator[str]:
    """Those of some contents that are pictures or films of files that the authority covers."""
    is_media = _media(connection)
    for start in range(0, len(contents), PAGE):
        part = contents[start : start + PAGE]
        marks = ",".join("?" * len(part))
        query = f"SELECT DISTINCT c.sha256 FROM content AS c WHERE c.sha256 IN ({marks}) AND {is_media}"  # noqa: S608 # as above
        yield from (row[0] for row in connection.execute(query, part))


def _media(connection: sqlite3.Connection) -> str:
    """What says whether a content counts; files outside the authority are looked for only where there are any."""
    has_any = connection.execute("SELECT 1 FROM standing WHERE state = 'out-of-scope' LIMIT 1").fetchone()
    return f"{_IS_MEDIA} AND {_IS_WITHIN}" if has_any else _IS_MEDIA


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
