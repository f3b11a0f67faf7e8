# SPDX-License-Identifier: Apache-2.0
"""The kernel of the join: hashes sorted by one sixteenth of their bits, each bucket compared with its neighbours."""

from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.kernels.bits import distance, ones
from suluh.hashing.kernels.compiled import compiled

Words = NDArray[np.uint64]
Rows = NDArray[np.uint32]
Places = NDArray[np.int64]

CHUNKS = 16
_VALUES = 1 << 16
_BYTE = 256


class Pairs(NamedTuple):
    """Rows of both sides that are near, and their distance."""

    query: Rows
    known: Rows
    distance: NDArray[np.uint8]


class Buckets(NamedTuple):
    """One side, sorted by the value of one chunk."""

    starts: Places
    """Where each value's bucket begins; one more at the end."""

    first: Words
    """A word of other bits than the chunk's."""

    second: Words
    """Another one."""

    rows: Rows


class Task(NamedTuple):
    """What one run of the kernel looks for."""

    chunk: int
    radius: int
    flips: int
    """Bits by which two hashes within the radius may differ in at least one chunk: radius // 16."""

    ball: NDArray[np.int64]
    """All changes of a chunk by so many bits at most."""


def task(chunk: int, radius: int) -> Task:
    """Two hashes within the radius differ by at most radius // 16 bits in some chunk, else by more in all together."""
    flips = radius // CHUNKS
    changes = [sum(1 << bit for bit in bits) for n in range(flips + 1) for bits in combinations(range(CHUNKS), n)]
    return Task(chunk, radius, flips, np.array(changes, np.int64))


@compiled
def lay_out(hashes: Words, chunk: int) -> Buckets:
    """Sort by the chunk's high byte, then within it by the low byte: few places are written to at a time."""
    number = hashes.shape[0]
    word, shift = chunk >> 2, np.uint64(16 * (chunk & 3))
    one, two = (word + 1) & 3, (word + 2) & 3
    starts = np.zeros(_VALUES + 1, np.int64)
    for i in range(number):
        starts[np.int64((hashes[i, word] >> shift) & np.uint64(0xFFFF)) + 1] += 1
    for value in range(_VALUES):
        starts[value + 1] += starts[value]
    ends = starts[:_VALUES:_BYTE].copy()
    low = np.empty(number, np.uint8)
    first, second, rows = np.empty(number, np.uint64), np.empty(number, np.uint64), np.empty(number, np.uint32)
    for i in range(number):
        value = int((hashes[i, word] >> shift) & np.uint64(0xFFFF))
        at = ends[value >> 8]
        ends[value >> 8] = at + 1
        low[at] = np.uint8(value & 0xFF)
        first[at], second[at], rows[at] = hashes[i, one], hashes[i, two], i
    return _finish(Buckets(starts, first, second, rows), low)


@compiled
def _finish(rough: Buckets, low: NDArray[np.uint8]) -> Buckets:
    """The second pass: each high byte's part lies in the cache."""
    number = low.size
    first, second, rows = np.empty(number, np.uint64), np.empty(number, np.uint64), np.empty(number, np.uint32)
    ends = rough.starts[:_VALUES].copy()
    for base in range(0, _VALUES, _BYTE):
        for i in range(rough.starts[base], rough.starts[base + _BYTE]):
            value = base + int(low[i])
            at = ends[value]
            ends[value] = at + 1
            first[at], second[at], rows[at] = rough.first[i], rough.second[i], rough.rows[i]
    return Buckets(rough.starts, first, second, rows)


@compiled
def join_chunk(sides: tuple[Words, Words], buckets: tuple[Buckets, Buckets], what: Task, room: Pairs) -> int:
    """Write the pairs that this chunk is the first to find; the number may be past the end of the room."""
    left, right = buckets
    found = 0
    for value in range(_VALUES):
        start, end = right.starts[value], right.starts[value + 1]
        if start == end:
            continue
        first, second = right.first[start:end], right.second[start:end]
        for change in what.ball:
            near = value ^ change
            for i in range(left.starts[near], left.starts[near + 1]):
                if _survivors(first, second, left.first[i], left.second[i], what.radius):
                    found = _verify(sides, buckets, what, room, (i, start, end, found))
    return int(found)


@compiled
def _survivors(firsts: Words, seconds: Words, first: np.uint64, second: np.uint64, radius: int) -> np.uint64:
    """How many of a bucket are near in 128 bits: a lower bound of the distance, so nothing is lost. No branches."""
    number = np.uint64(0)
    limit = np.uint64(radius)
    for k in range(firsts.size):
        number += np.uint64(ones(firsts[k] ^ first) + ones(seconds[k] ^ second) <= limit)
    return number


@compiled
def _verify(
    sides: tuple[Words, Words],
    buckets: tuple[Buckets, Buckets],
    what: Task,
    room: Pairs,
    at: tuple[int, int, int, int],
) -> int:
    """Compare all 256 bits of one query with one bucket."""
    i, start, end, found = at
    row = buckets[0].rows[i]
    query = sides[0][row]
    for k in range(start, end):
        other = buckets[1].rows[k]
        apart = distance(query, sides[1][other])
        if apart <= what.radius and _is_first(query, sides[1][other], what):
            if found < room.query.size:
                room.query[found], room.known[found], room.distance[found] = row, other, apart
            found += 1
    return int(found)


@compiled
def _is_first(query: Words, known: Words, what: Task) -> bool:
    """Whether no earlier chunk finds the pair: so each comes out once."""
    for chunk in range(what.chunk):
        differ = (query[chunk >> 2] ^ known[chunk >> 2]) >> np.uint64(16 * (chunk & 3))
        if ones(differ & np.uint64(0xFFFF)) <= np.uint64(what.flips):
            return False
    return True
