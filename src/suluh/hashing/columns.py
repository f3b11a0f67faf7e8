# SPDX-License-Identifier: Apache-2.0
"""The entries of a hash set in columns: sorted digests, perceptual hashes, line numbers, categories."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from suluh.model.body import Part, body
from suluh.model.errors import BadBody
from suluh.model.matching import Category, SetEntry

Words = NDArray[np.uint64]
Numbers = NDArray[np.uint32]

ALGORITHMS = ("sha256", "sha1", "md5")
"""Strongest first."""

KEY = 16
"""Bytes of a digest that are kept: at that width a match by accident does not happen."""

PDQ = 32
_LITTLE = np.dtype("<u8")
_BIG = np.dtype(">u8")
_NUMBER = np.dtype("<u4")
_NO_CATEGORY = 0
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
        label = int(self.labels[row]) if len(self.labels) else _NO_CATEGORY
        return (self.categories[label - 1],) if label else ()


@dataclass
class Gatherer:
    """Takes entries one by one and gives them as columns."""

    scheme: str
    """The scheme of categories that name none: the set's own name."""

    benign: bool
    _raw: dict[str, bytearray] = field(default_factory=lambda: {name: bytearray() for name in (*ALGORITHMS, "pdq")})
    _rows: "dict[str, array[int]]" = field(default_factory=lambda: {name: array("I") for name in (*ALGORITHMS, "pdq")})
    _numbers: "array[int]" = field(default_factory=lambda: array("I"))
    _labels: "array[int]" = field(default_factory=lambda: array("I"))
    _categories: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many entries it took."""
        return len(self._numbers)

    def add(self, entry: SetEntry) -> None:
        """Take one entry. Of a benign one only the strongest digest counts: a weak one must not eliminate a file."""
        row = len(self._numbers)
        self._numbers.append(entry.number)
        self._labels.append(self._label(entry.category))
        for name in ALGORITHMS:
            value: str | None = getattr(entry, name)
            if value is not None:
                self._raw[name] += bytes.fromhex(value)[:KEY]
                self._rows[name].append(row)
                if self.benign:
                    return
        if entry.pdq is not None:
            self._raw["pdq"] += bytes.fromhex(entry.pdq)
            self._rows["pdq"].append(row)

    def add_block(self, algorithm: str, digests: bytes, width: int, first: int) -> None:
        """Take many entries of one algorithm at once, with numbers that count on from `first`."""
        cells = np.frombuffer(digests, np.uint8).reshape(-1, width)
        row, number = len(self._numbers), len(cells)
        self._raw[algorithm] += np.ascontiguousarray(cells[:, :KEY]).tobytes()
        self._rows[algorithm].frombytes(np.arange(row, row + number, dtype=np.uint32).tobytes())
        self._numbers.frombytes(np.arange(first, first + number, dtype=np.uint32).tobytes())
        self._labels.frombytes(bytes(4 * number))

    def finish(self) -> Columns:
        """All that it took, sorted."""
        keys = {name: self._keys(name) for name in ALGORITHMS if self._raw[name]}
        pdq, pdq_rows = words(self._raw["pdq"], PDQ), _numbers(self._rows["pdq"])
        order = ranking(pdq)
        return Columns(
            keys=keys,
            pdq=pdq[order],
            pdq_rows=pdq_rows[order],
            numbers=_numbers(array("I") if self.benign else self._numbers),
            labels=_numbers(array("I") if self.benign else self._labels),
            categories=tuple(Category(scheme=scheme, code=code) for scheme, code in self._categories),
        )

    def _label(self, category: Category | None) -> int:
        if category is None or self.benign:
            return _NO_CATEGORY
        return self._categories.setdefault((category.scheme or self.scheme, category.code), len(self._categories) + 1)

    def _keys(self, name: str) -> Keys:
        found, rows = words(self._raw[name], KEY), _numbers(self._rows[name])
        order = ranking(found)
        found = found[order]
        if not self.benign:
            return Keys(found, rows[order])
        fresh = np.ones(len(found), bool)
        fresh[1:] = (found[1:] != found[:-1]).any(axis=1)
        return Keys(found[fresh], _numbers(array("I")))


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


def _numbers(values: "array[int]") -> Numbers:
    return np.frombuffer(values.tobytes(), np.uint32) if values else np.empty(0, np.uint32)


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
    wide = {"pdq": columns.pdq, **{name: columns.keys[name].words for name in ALGORITHMS if name in columns.keys}}
    narrow = {"pdq rows": columns.pdq_rows, "numbers": columns.numbers, "labels": columns.labels}
    narrow |= {f"{name} rows": columns.keys[name].rows for name in ALGORITHMS if name in columns.keys}
    stated = [_Column(name=name, rows=len(one), words=one.shape[1]) for name, one in wide.items()]
    stated += [_Column(name=name, rows=len(one)) for name, one in narrow.items()]
    first = body(_Heading(columns=tuple(stated), categories=columns.categories))
    first += b" " * (-(len(first) + 1) % KEY) + b"\n"
    parts = [one.astype(_LITTLE).tobytes() for one in wide.values()]
    parts += [one.astype(_NUMBER).tobytes() for one in narrow.values()]
    return first + b"".join(parts)


def unpack(data: bytes | memoryview) -> Columns:
    """The columns that `pack` wrote; they share the memory of the data. Raises `BadBody`."""
    view = memoryview(data)
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
        return np.frombuffer(view[at:end], _LITTLE).reshape(column.rows, column.words), end
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
