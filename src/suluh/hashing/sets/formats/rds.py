# SPDX-License-Identifier: Apache-2.0
"""The National Software Reference Library's databases (RDS 3): where the hashes stand, and rows as entries."""

from binascii import unhexlify
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from suluh.hashing.sets.columns import ALGORITHMS
from suluh.hashing.sets.format import Block
from suluh.hashing.sets.formats.table import entry
from suluh.hashing.sets.text import LENGTHS
from suluh.model.evidence.source import Cell
from suluh.model.matching import SetEntry, SetFlaw

NAME = "nsrl-3"
HOLDERS = ("metadata", "file")
"""Tables with a row a file: full sets have METADATA, over which FILE is a view; minimal ones have FILE."""

_VERSION = "version"
_LONGEST_VERSION = 100

Listed = Sequence[tuple[Cell, ...]]
"""Rows as they lie: the row id, or null where the table has none, then the cells; text as bytes."""


class Rds(NamedTuple):
    """Where a database has its hashes. Tested with made-up databases after NIST's published schema of 2026."""

    table: str
    kinds: tuple[str, ...]
    """The algorithms that it has."""

    columns: tuple[str, ...]
    """Their columns, as the database writes them."""

    version: tuple[str, str] | None
    """The table and the column of its version."""


def rds(tables: Mapping[str, Sequence[str]]) -> Rds | None:
    """Where an RDS 3 has its hashes, by its plain tables; null when it is none."""
    plain = {name.lower(): name for name in tables}
    for holder in HOLDERS:
        columns = _columns(tables, plain.get(holder))
        kinds = tuple(name for name in ALGORITHMS if name in columns)
        if kinds:
            version = _columns(tables, plain.get(_VERSION)).get(_VERSION)
            stated = (plain[_VERSION], version) if version else None
            return Rds(plain[holder], kinds, tuple(columns[kind] for kind in kinds), stated)
    return None


def holders(tables: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The tables with a row a file that have hashes: of an RDS 3 one, for the other is a view over it."""
    return tuple(
        name for name in sorted(tables) if name.lower() in HOLDERS and {*ALGORITHMS} & {*_columns(tables, name)}
    )


def stated_version(rows: Listed) -> str | None:
    """The newest version that the database states, where it is a short line that can be printed."""
    texts = (row[1].decode("utf-8", "replace").strip() for row in rows if isinstance(row[1], bytes))
    return max((one for one in texts if one and one.isprintable() and len(one) <= _LONGEST_VERSION), default=None)


def entries(blocks: Iterable[Listed], kinds: Sequence[str]) -> Iterator[SetEntry | SetFlaw | Block]:
    """Entries numbered as they lie, in blocks where all rows of one are whole; a flaw has the row's own id."""
    number, last = 1, 0
    try:
        for block in blocks:
            yield from together(block, number, kinds)
            number += len(block)
            last = _line(number - 1, block[-1])
    except ValueError as error:
        reason = f"{error}; this row and all behind it are missing: fetch the database again, and add it again"
        yield SetFlaw(line=last + 1, reason=reason)


def together(block: Listed, first: int, kinds: Sequence[str]) -> Iterator[SetEntry | SetFlaw | Block]:
    """Rows whose numbers count on from the first, as one block where all are whole."""
    digests = _packed(block, kinds)
    if digests:
        yield Block(digests, first)
    else:
        yield from (alone(row, number, kinds) for number, row in enumerate(block, first))


def _packed(block: Listed, kinds: Sequence[str]) -> Mapping[str, bytes] | None:
    """The digests of a block in which every row has the same algorithms and nothing is odd, else null."""
    digests = {}
    for kind, column in zip(kinds, list(zip(*block, strict=True))[1:], strict=True):
        if not column[0] and set(column) <= {None, b""}:
            continue
        try:
            digests[kind] = unhexlify(b"".join(column))
        except (TypeError, ValueError):
            return None
        if set(map(len, column)) != {LENGTHS[kind]}:
            return None
    return digests


def alone(row: Sequence[Cell], number: int, kinds: Sequence[str]) -> SetEntry | SetFlaw:
    """One row."""
    line = _line(number, row)
    cells: dict[str, str] = {}
    for kind, value in zip(kinds, row[1:], strict=True):
        if isinstance(value, bytes):
            cells[kind] = value.decode("utf-8", "backslashreplace")
        elif value is not None:
            return SetFlaw(line=line, reason=f"{kind} is a number, not text")
    found = entry(number, cells)
    return SetFlaw(line=line, reason=found.reason) if isinstance(found, SetFlaw) else found


def _line(number: int, row: Sequence[Cell]) -> int:
    return row[0] if isinstance(row[0], int) else number


def _columns(tables: Mapping[str, Sequence[str]], table: str | None) -> dict[str, str]:
    """Columns of a table by their names in small letters."""
    return {} if table is None else {name.lower(): name for name in tables[table]}
