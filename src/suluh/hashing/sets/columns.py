# SPDX-License-Identifier: Apache-2.0
"""The entries of a hash set in columns: sorted digests, perceptual hashes, line numbers, categories."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from suluh.model.body import Part, body
from suluh.model.errors import BadBody
from suluh.model.matching import Category

Words = NDArray[np.uint64]
Numbers = NDArray[np.uint32]

ALGORITHMS = ("sha256", "sha1", "md5")
"""Strongest first."""

KEY = 16
"""Bytes of a digest that are kept: at that width a match by accident does not happen."""

PDQ = 32
LITTLE = np.dtype("<u8")
_BIG = np.dtype(">u8")
_NUMBER = np.dtype("<u4")
ALIGN = 1024
"""A heading is as long as a multiple of this, so that it can be written when all is counted."""

_LONGEST_HEADING = 1 << 22


class Keys(NamedTuple):
    """The digests of one algorithm: two words each, sorted, and the row each stands in (none in a benign set)."""

    words: Words
    rows: Numbers


@dataclass(frozen=True)
class Columns:
    """The entries of one set."""

    keys: Mapping[str, Keys]
    pdq: Words
    """Four words each, sorted."""

    pdq_rows: Numbers
    numbers: Numbers
    """The line or ordinal of each row in its list."""

    labels: Numbers
    """For each row 0, or the place of its category in the table, from 1."""

    categories: tuple[Category, ...]

    def category(self, row: int) -> tuple[Category, ...]:
        """The category of a row, if it has one."""
        label = int(self.labels[row]) if len(self.labels) else 0
        return (self.categories[label - 1],) if label else ()


def words(raw: bytes | bytearray, width: int) -> Words:
    """Digests as words whose order is that of the bytes."""
    return np.frombuffer(raw, _BIG).reshape(-1, width // 8).astype(np.uint64)


def ranking(keys: Words) -> NDArray[np.intp]:
    """The order that sorts keys of several words; equal ones stay as they came.

    Digests seldom share their first word: it is sorted alone, and only the rows that do share it are looked at again.
    """
    order = np.argsort(keys[:, 0])
    first = keys[order, 0]
    same = np.zeros(len(order), bool)
    same[1:] = first[1:] == first[:-1]
    same[:-1] |= same[1:]
    ties = np.flatnonzero(same)
    members = order[ties]
    columns = [keys[members, word] for word in range(keys.shape[1] - 1, -1, -1)]
    order[ties] = members[np.lexsort((members, *columns))]
    return order


class _Column(Part, frozen=True, kw_only=True):
    """Name and shape of one column."""

    name: str
    rows: int
    words: int = 0
    """Words of 64 bits a row; nought for one number of 32 bits."""


class _Heading(Part, frozen=True, kw_only=True):
    """What stands in the bytes below it, in this order."""

    columns: tuple[_Column, ...]
    categories: tuple[Category, ...] = ()


def pack(columns: Columns) -> bytes:
    """Columns as bytes: a heading on the first line, then each column, little-endian, words before numbers."""
    keys = {name: columns.keys[name] for name in ALGORITHMS if name in columns.keys}
    first = heading(
        {name: len(one.words) for name, one in keys.items()},
        {name: len(one.rows) for name, one in keys.items()},
        (len(columns.pdq), len(columns.numbers)),
        columns.categories,
    )
    parts = [one.words.astype(LITTLE).tobytes() for one in keys.values()] + [columns.pdq.astype(LITTLE).tobytes()]
    narrow = [columns.pdq_rows, columns.numbers, columns.labels, *(one.rows for one in keys.values())]
    return first + b"".join(parts) + b"".join(one.astype(_NUMBER).tobytes() for one in narrow)


def heading(
    keys: Mapping[str, int], rows: Mapping[str, int], sizes: tuple[int, int], categories: tuple[Category, ...] = ()
) -> bytes:
    """The first line for so many keys and rows of each algorithm, so many PDQ hashes and so many entries."""
    pdq, entries = sizes
    columns = [_Column(name=name, rows=number, words=KEY // 8) for name, number in keys.items()]
    columns += [_Column(name="pdq", rows=pdq, words=PDQ // 8), _Column(name="pdq rows", rows=pdq)]
    columns += [_Column(name="numbers", rows=entries), _Column(name="labels", rows=entries)]
    columns += [_Column(name=f"{name} rows", rows=number) for name, number in rows.items()]
    first = body(_Heading(columns=tuple(columns), categories=categories))
    return first + b" " * (-(len(first) + 1) % ALIGN) + b"\n"


def unpack(packed: bytes | memoryview) -> Columns:
    """The columns that `pack` wrote; they share the memory of the data. Raises `BadBody`."""
    view = memoryview(packed)
    end = bytes(view[:_LONGEST_HEADING]).find(b"\n")
    try:
        heading = msgspec.json.decode(view[: max(end, 0)], type=_Heading)
        at, found = end + 1, dict[str, NDArray[np.uint64] | NDArray[np.uint32]]()
        for column in heading.columns:
            found[column.name], at = _take(view, at, column)
        columns = _columns(found, heading.categories)
    except (msgspec.MsgspecError, ValueError, KeyError) as error:
        raise BadBody(f"the kept hash set cannot be read ({error}): add it to the unit again") from error
    if at != len(view):
        raise BadBody("the kept hash set is longer than its heading says: add it to the unit again")
    return columns


def _take(view: memoryview, at: int, column: _Column) -> tuple[NDArray[np.uint64] | NDArray[np.uint32], int]:
    """One column, and where the next begins."""
    if column.words:
        end = at + 8 * column.words * column.rows
        return np.frombuffer(view[at:end], LITTLE).reshape(column.rows, column.words), end
    end = at + 4 * column.rows
    return np.frombuffer(view[at:end], _NUMBER).reshape(column.rows), end


def _columns(found: Mapping[str, NDArray[np.uint64] | NDArray[np.uint32]], labels: tuple[Category, ...]) -> Columns:
    keys = {name: Keys(_words(found[name]), _narrow(found[f"{name} rows"])) for name in ALGORITHMS if name in found}
    return Columns(
        keys=keys,
        pdq=_words(found["pdq"]),
        pdq_rows=_narrow(found["pdq rows"]),
        numbers=_narrow(found["numbers"]),
        labels=_narrow(found["labels"]),
        categories=labels,
    )


def _words(values: NDArray[np.uint64] | NDArray[np.uint32]) -> Words:
    return values.astype(np.uint64, copy=False)


def _narrow(values: NDArray[np.uint64] | NDArray[np.uint32]) -> Numbers:
    return values.astype(np.uint32, copy=False)
