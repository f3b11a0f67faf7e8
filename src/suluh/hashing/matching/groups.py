# SPDX-License-Identifier: Apache-2.0
"""Groups the contents of a case that are near duplicates of one another."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.kernels.bucket import Pairs
from suluh.hashing.matching.proof import joined
from suluh.hashing.sets.columns import PDQ, words
from suluh.model.ids import make_id
from suluh.model.matching import Fingerprint, Group

FURTHEST = 31


def groups(fingerprints: Iterable[Fingerprint]) -> Iterator[Group]:
    """Groups of contents that are all within 31 bits of the group's first content, its leader.

    The content with most neighbours leads first (ties by SHA-256) and takes those that are still free; then the next
    free one. So no chain grows from one picture over many to a wholly different one: two members are at most 62 apart.
    Upright hashes of reduced decoding are compared, as all pictures have them; videos are in no group.
    """
    contents = _contents(fingerprints)
    hashes = sorted(contents, key=lambda value: contents[value][0])
    rows = words(b"".join(hashes), PDQ)
    weights = np.array([len(contents[value]) for value in hashes], np.int64)
    for leader, members in _stars(joined(rows, rows, FURTHEST), weights):
        first, *rest = contents[hashes[leader]]
        around = sorted(name for member in members for name in contents[hashes[member]])
        if rest or around:
            whole = (first, *sorted([*rest, *around]))
            yield Group(id=make_id("group", *whole), contents=whole)


def _contents(fingerprints: Iterable[Fingerprint]) -> dict[bytes, list[str]]:
    """For each hash the contents that have it, sorted: many copies then cost no more than one."""
    found: dict[bytes, list[str]] = {}
    for name, value in sorted(_values(fingerprints).items()):
        found.setdefault(value, []).append(name)
    return found


def _values(fingerprints: Iterable[Fingerprint]) -> dict[str, bytes]:
    """One usable hash a content; the one of reduced decoding where there are two."""
    chosen: dict[str, bytes] = {}
    for one in fingerprints:
        if one.kind != "pdq" or one.value is None or one.moment is not None:
            continue
        if one.sha256 not in chosen or one.mode == "fast":
            chosen[one.sha256] = bytes.fromhex(one.value)
    return chosen


def _stars(pairs: Pairs, weights: NDArray[np.int64]) -> Iterator[tuple[int, list[int]]]:
    """Each leader with the neighbours that were free, perhaps none."""
    number = len(weights)
    degrees = np.bincount(pairs.query, weights[pairs.known], minlength=number).astype(np.int64)
    starts = np.searchsorted(pairs.query, np.arange(number + 1))
    free = np.ones(number, bool)
    for leader in np.lexsort((np.arange(number), -degrees)).tolist():
        if free[leader]:
            free[leader] = False
            around = pairs.known[starts[leader] : starts[leader + 1]]
            members = around[free[around]]
            free[members] = False
            yield leader, members.tolist()
