# SPDX-License-Identifier: Apache-2.0
"""Takes the entries of a known set one by one, or in blocks, and gives them as columns."""

import hashlib
from array import array
from collections.abc import Mapping
from typing import Protocol

import numpy as np

from suluh.hashing.sets.columns import ALGORITHMS, KEY, PDQ, Columns, Keys, Numbers, ranking, words
from suluh.model.matching import Category, SetEntry

_NO_CATEGORY = 0


class Taker(Protocol):
    """What entries can be given to."""

    count: int
    """How many entries it took."""

    def add(self, entry: SetEntry) -> None:
        """Take one entry."""
        ...

    def add_block(self, digests: Mapping[str, bytes], first: int) -> None:
        """Take many entries by their digests of each algorithm; their numbers count on from `first`."""
        ...


def cut(algorithm: str, digests: bytes) -> bytes:
    """The part of each digest that is kept."""
    width = hashlib.new(algorithm, usedforsecurity=False).digest_size
    return np.ascontiguousarray(np.frombuffer(digests, np.uint8).reshape(-1, width)[:, :KEY]).tobytes()


class Gatherer:
    """Gathers a known set in memory."""

    def __init__(self, scheme: str) -> None:
        self.count = 0
        self._scheme = scheme
        """The scheme of categories that name none: the set's own name."""

        self._raw = {name: bytearray() for name in (*ALGORITHMS, "pdq")}
        self._rows = {name: array("I") for name in (*ALGORITHMS, "pdq")}
        self._numbers = array("I")
        self._labels = array("I")
        self._categories: dict[tuple[str, str], int] = {}

    def add(self, entry: SetEntry) -> None:
        """Take one entry with all its hashes."""
        self._numbers.append(entry.number)
        self._labels.append(self._label(entry.category))
        for name in ALGORITHMS:
            value: str | None = getattr(entry, name)
            if value is not None:
                self._raw[name] += bytes.fromhex(value)[:KEY]
                self._rows[name].append(self.count)
        if entry.pdq is not None:
            self._raw["pdq"] += bytes.fromhex(entry.pdq)
            self._rows["pdq"].append(self.count)
        self.count += 1

    def add_block(self, digests: Mapping[str, bytes], first: int) -> None:
        """Take many entries without categories."""
        number = 0
        for name, whole in digests.items():
            keys = cut(name, whole)
            number = len(keys) // KEY
            self._raw[name] += keys
            self._rows[name].frombytes(np.arange(self.count, self.count + number, dtype=np.uint32).tobytes())
        self._numbers.frombytes(np.arange(first, first + number, dtype=np.uint32).tobytes())
        self._labels.frombytes(bytes(4 * number))
        self.count += number

    def finish(self) -> Columns:
        """All that it took, sorted."""
        pdq, pdq_rows = words(self._raw["pdq"], PDQ), _numbers(self._rows["pdq"])
        order = ranking(pdq)
        return Columns(
            keys={name: self._keys(name) for name in ALGORITHMS if self._raw[name]},
            pdq=pdq[order],
            pdq_rows=pdq_rows[order],
            numbers=_numbers(self._numbers),
            labels=_numbers(self._labels),
            categories=tuple(Category(scheme=scheme, code=code) for scheme, code in self._categories),
        )

    def _label(self, category: Category | None) -> int:
        if category is None:
            return _NO_CATEGORY
        return self._categories.setdefault((category.scheme or self._scheme, category.code), len(self._categories) + 1)

    def _keys(self, name: str) -> Keys:
        found, rows = words(self._raw[name], KEY), _numbers(self._rows[name])
        order = ranking(found)
        return Keys(found[order], rows[order])


def _numbers(values: "array[int]") -> Numbers:
    return np.frombuffer(values.tobytes(), np.uint32) if values else np.empty(0, np.uint32)
