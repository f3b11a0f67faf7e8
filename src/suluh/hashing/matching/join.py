# SPDX-License-Identifier: Apache-2.0
"""Finds every pair of 256-bit hashes within a distance, exactly: the bucket join of docs/hashing.md."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.kernels.bucket import CHUNKS, Pairs, Task, join_chunk, lay_out, task
from suluh.hashing.kernels.compiled import compiled
from suluh.hashing.sets.columns import ranking
from suluh.model.errors import Misuse

Words = NDArray[np.uint64]
Rows = NDArray[np.uint32]

FURTHEST = 47
"""The largest distance that three rings of neighbouring buckets cover."""

_FIRST_ROOM = 1 << 16
_BLOCK = 3 << 20
"""So many queries are joined at a time at most."""
_LAST = 3
"""The last of the four words of a hash."""


def join(queries: Words, known: Words, radius: int, threads: int = 2) -> Pairs:
    """Every pair at most `radius` bits apart, each once and never cut, sorted by query and then by known row."""
    return join_blocks(blocks(queries), known, radius, threads)


def blocks(queries: Words) -> list[Words]:
    """The queries in parts of one size, each sorted for itself: that bounds the memory that many forms take."""
    number = max(-(-len(queries) // _BLOCK), 1)
    size = max(-(-len(queries) // number), 1)
    return [queries[at : at + size] for at in range(0, max(len(queries), 1), size)]


def join_blocks(parts: Sequence[Words], known: Words, radius: int, threads: int = 2) -> Pairs:
    """As `join`, for the parts of the queries one after the other."""
    if not 0 <= radius <= FURTHEST:
        raise Misuse(f"a distance of {radius} bits cannot be joined: choose 0 to {FURTHEST}")
    other, home = _distinct(known)
    found, first = [], 0
    for part in parts:
        lone, back = _distinct(part)
        pairs = _spread(_join(lone, other, radius, threads), back, home)
        found.append(Pairs(pairs.query + np.uint32(first), pairs.known, pairs.distance))
        first += len(part)
    return found[0] if len(found) == 1 else _together(found)


def _together(found: Sequence[Pairs]) -> Pairs:
    """One list of several."""
    return Pairs(
        np.concatenate([one.query for one in found]),
        np.concatenate([one.known for one in found]),
        np.concatenate([one.distance for one in found]),
    )


class _Copies(NamedTuple):
    """For each distinct hash the rows that hold it."""

    starts: Rows
    rows: Rows


def _distinct(hashes: Words) -> tuple[Words, _Copies]:
    """Each hash once, sorted: n copies in a bucket would cost n times the other side's."""
    hashes = np.ascontiguousarray(hashes)
    if _is_sorted(hashes):
        ranked, order = hashes, np.arange(len(hashes), dtype=np.uint32)
    else:
        order = ranking(hashes).astype(np.uint32)
        ranked = hashes[order]
    fresh = np.ones(len(order), bool)
    fresh[1:] = (ranked[1:] != ranked[:-1]).any(axis=1)
    starts = np.append(np.flatnonzero(fresh).astype(np.uint32), np.uint32(len(order)))
    return ranked if fresh.all() else ranked[fresh], _Copies(starts, order)


@compiled
def _is_sorted(hashes: Words) -> bool:
    """Whether no hash is above the next: so known hashes come from a set that is kept sorted."""
    for row in range(1, hashes.shape[0]):
        word = 0
        while word < _LAST and hashes[row - 1, word] == hashes[row, word]:
            word += 1
        if hashes[row - 1, word] > hashes[row, word]:
            return False
    return True


def _join(queries: Words, known: Words, radius: int, threads: int) -> Pairs:
    """The pairs of distinct hashes, in no order."""
    if len(queries) == 0 or len(known) == 0:
        return _room(0)
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(lambda chunk: _chunk(queries, known, task(chunk, radius)), range(CHUNKS)))
    return _together(found)


def _room(size: int) -> Pairs:
    return Pairs(np.empty(size, np.uint32), np.empty(size, np.uint32), np.empty(size, np.uint8))


def _chunk(queries: Words, known: Words, what: Task) -> Pairs:
    """What one sixteenth of the bits finds; when there is not room enough it counts, and runs again with room."""
    buckets = lay_out(queries, what.chunk), lay_out(known, what.chunk)
    size = _FIRST_ROOM
    while True:
        room = _room(size)
        number = join_chunk((queries, known), buckets, what, room)
        if number <= size:
            return Pairs(room.query[:number].copy(), room.known[:number].copy(), room.distance[:number].copy())
        size = number


def _spread(pairs: Pairs, back: _Copies, home: _Copies) -> Pairs:
    """Pairs of rows from pairs of distinct hashes, sorted."""
    many_left = np.diff(back.starts)[pairs.query].astype(np.int64)
    many_right = np.diff(home.starts)[pairs.known].astype(np.int64)
    times = many_left * many_right
    pair = np.repeat(np.arange(len(times)), times)
    place = np.arange(len(pair)) - np.repeat(np.cumsum(times) - times, times)
    query = back.rows[back.starts[pairs.query[pair]] + place // many_right[pair]].astype(np.uint32)
    known = home.rows[home.starts[pairs.known[pair]] + place % many_right[pair]].astype(np.uint32)
    order = np.lexsort((known, query))
    return Pairs(query[order], known[order], pairs.distance[pair][order])
