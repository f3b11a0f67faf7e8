# SPDX-License-Identifier: Apache-2.0
"""Which nouns name an id or a digest: a few bytes for each naming, so that nobody looks through all of them."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import takewhile
from typing import NamedTuple, Self

_BITS = 32
"""Bits of the number of a noun; as many stand before it, of what it names."""


class Rests(NamedTuple):
    """What names what: whoever asks reads the nouns that it gives, for two names may begin alike."""

    ids: list[str]
    """The nouns, by number."""

    pairs: bytes
    """For each naming how the hash of what is named begins, and the number of the noun, in order."""

    @classmethod
    def of(cls, named: Iterable[tuple[str, Iterable[str]]]) -> Self:
        """Of nouns by their ids, each with what it names."""
        ids: list[str] = []
        pairs = array("Q")
        for number, (name, some) in enumerate(named):
            ids.append(name)
            pairs.extend(_begin(one) << _BITS | number for one in set(some))
        return cls(ids, array("Q", sorted(pairs)).tobytes())

    def among(self, name: str) -> Iterator[str]:
        """The nouns that may name something, in the order in which they were given."""
        pairs, begin = memoryview(self.pairs).cast("Q"), _begin(name)
        first = bisect_left(pairs, begin << _BITS)
        found = takewhile(lambda pair: pair >> _BITS == begin, pairs[first:])
        return (self.ids[pair & (1 << _BITS) - 1] for pair in found)


def _begin(name: str) -> int:
    return int.from_bytes(sha256(name.encode("utf-8", "surrogateescape")).digest()[: _BITS // 8])
