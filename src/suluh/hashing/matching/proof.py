# SPDX-License-Identifier: Apache-2.0
"""The join with its built-in self-test: part of each run is compared with brute force."""

import hashlib

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.kernels.bits import distance
from suluh.hashing.kernels.bucket import Pairs
from suluh.hashing.kernels.compiled import compiled
from suluh.hashing.matching.join import blocks, join, join_blocks
from suluh.model.errors import SelfTestFailed

Words = NDArray[np.uint64]

_COMPARED = 100_000_000
"""Comparisons that brute force may take twice: about half a second."""

_FEWEST = 4
_MOST = 64


def joined(queries: Words, known: Words, radius: int) -> Pairs:
    """The pairs of a join, after a test on this very run. Raises `SelfTestFailed`.

    Hashes made from known ones by flipping bits are joined along; they and rows drawn at random must come out as brute
    force says.
    """
    if len(queries) == 0 or len(known) == 0:
        return join(queries, known, radius)
    numbers = np.random.PCG64(_seed(queries, known))
    number = min(max(_COMPARED // len(known), _FEWEST), _MOST)
    planted = _planted(known, number, radius, numbers)
    *parts, last = blocks(queries)
    found = join_blocks([*parts, np.concatenate([last, planted])], known, radius)
    rows = np.unique(numbers.random_raw(number) % np.uint64(len(queries))).astype(np.int64)
    _check(queries[rows], known, radius, _part(found, rows))
    places = np.arange(len(queries), len(queries) + len(planted))
    _check(planted, known, radius, _part(found, places))
    own = found.query < len(queries)
    return Pairs(found.query[own], found.known[own], found.distance[own])


def _seed(queries: Words, known: Words) -> int:
    """The same for the same hashes."""
    digest = hashlib.sha256(queries[:1000].tobytes() + known[:1000].tobytes())
    return int.from_bytes(digest.digest()[:8], "big")


def _planted(known: Words, number: int, radius: int, numbers: np.random.PCG64) -> Words:
    """Known hashes with 0 up to `radius` bits flipped; half of them with just so many."""
    rows = numbers.random_raw(number) % np.uint64(len(known))
    planted = known[rows.astype(np.int64)].copy()
    for place in range(number):
        flips = radius if place % 2 else int(numbers.random_raw()) % (radius + 1)
        for bit in np.argsort(numbers.random_raw(256))[:flips]:
            planted[place, bit // 64] ^= np.uint64(1) << np.uint64(bit % 64)
    return planted


def _part(found: Pairs, rows: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """The pairs of some queries, numbered anew."""
    starts, ends = np.searchsorted(found.query, rows), np.searchsorted(found.query, rows, "right")
    return [
        (place, int(found.known[at]), int(found.distance[at]))
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
        for at in range(start, end)
    ]


def _check(queries: Words, known: Words, radius: int, found: list[tuple[int, int, int]]) -> None:
    expected = [pair for place in range(len(queries)) for pair in _brute(place, queries[place], known, radius)]
    if found != expected:
        missed, extra = len(set(expected) - set(found)), len(set(found) - set(expected))
        raise SelfTestFailed(
            f"near matching missed {missed} pairs and invented {extra} in its self-test at distance {radius}: "
            "nothing of this run was kept; check this machine's memory, run again, and report it if it comes back"
        )


def _brute(place: int, query: Words, known: Words, radius: int) -> list[tuple[int, int, int]]:
    apart = _distances(query, known)
    return [(place, int(row), int(apart[row])) for row in np.flatnonzero(apart <= radius)]


@compiled
def _distances(query: Words, known: Words) -> NDArray[np.uint16]:
    apart = np.empty(known.shape[0], np.uint16)
    for row in range(known.shape[0]):
        apart[row] = distance(query, known[row])
    return apart
