# SPDX-License-Identifier: Apache-2.0
"""Groups the contents of a case that are near duplicates of one another."""

from collections.abc import Iterable, Iterator

import numpy as np

from suluh.hashing.bucket import Pairs
from suluh.hashing.columns import PDQ, words
from suluh.hashing.proof import joined
from suluh.model.ids import make_id
from suluh.model.matching import Fingerprint, Group

FURTHEST = 31


def groups(fingerprints: Iterable[Fingerprint]) -> Iterator[Group]:
    """Groups of contents that are all within 31 bits of the group's first content, its leader.

    The content with most neighbours leads first (ties by SHA-256) and takes those that are still free; then the next
    free one. So no chain grows from one picture over many to a wholly different one: two members are at most 62 apart.
    Upright hashes of reduced decoding are compared, as all pictures have them; videos are in no group.
    """
    values = _values(fingerprints)
    names = sorted(values)
    hashes = words(b"".join(values[name] for name in names), PDQ)
    for leader, members in _stars(joined(hashes, hashes, FURTHEST), len(names)):
        contents = (names[leader], *(names[member] for member in members))
        yield Group(id=make_id("group", *contents), contents=contents)


def _values(fingerprints: Iterable[Fingerprint]) -> dict[str, bytes]:
    """One usable hash a content; the one of reduced decoding where there are two."""
    chosen: dict[str, bytes] = {}
    for one in fingerprints:
        if one.kind != "pdq" or one.value is None or one.moment is not None:
            continue
        if one.sha256 not in chosen or one.mode == "fast":
            chosen[one.sha256] = bytes.fromhex(one.value)
    return chosen


def _stars(pairs: Pairs, number: int) -> Iterator[tuple[int, list[int]]]:
    """Leaders with the neighbours that were free."""
    starts = np.searchsorted(pairs.query, np.arange(number + 1))
    order = np.lexsort((np.arange(number), -np.diff(starts)))
    free = np.ones(number, bool)
    for leader in order.tolist():
        if not free[leader]:
            continue
        free[leader] = False
        around = pairs.known[starts[leader] : starts[leader + 1]]
        members = around[free[around]]
        if len(members):
            free[members] = False
            yield leader, members.tolist()
