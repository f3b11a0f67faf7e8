# SPDX-License-Identifier: Apache-2.0
"""Draws a stratified sample by hashes, so that anybody can draw it again without this program."""

import hashlib
import heapq
from collections.abc import Iterable, Sequence


def frame_of(waiting: Iterable[str]) -> str:
    """The digest of what is drawn from: SHA-256 over the sorted SHA-256 values, each on a line."""
    return _sha256("".join(f"{one}\n" for one in sorted(waiting)))


def allocate(sizes: Sequence[int], wanted: int) -> list[int]:
    """How many to draw of each stratum: in proportion to its size, largest remainders first, and at least one of each.

    Every stratum holds something, and `wanted` lies between the number of strata and all that they hold.

    >>> allocate([600, 300, 1], 10), allocate([1, 1, 1], 3), allocate([7, 7, 7], 5)
    ([6, 3, 1], [1, 1, 1], [2, 2, 1])
    """
    whole = sum(sizes)
    small = {place for place, size in enumerate(sizes) if 0 < size * wanted < whole}
    if small:
        # What is too small for one gets one; the others share what is left, in proportion among themselves.
        others = [0 if place in small else size for place, size in enumerate(sizes)]
        rest = allocate(others, wanted - len(small))
        return [1 if place in small else many for place, many in enumerate(rest)]
    if not whole:
        return [0] * len(sizes)
    shares = [size * wanted // whole for size in sizes]
    order = sorted(range(len(sizes)), key=lambda place: (-(sizes[place] * wanted % whole), place))
    for place in order[: wanted - sum(shares)]:
        shares[place] += 1
    return shares


def draw(seed: str, frame: str, contents: Iterable[str], wanted: int) -> tuple[str, ...]:
    """The contents of one stratum whose SHA-256 over `seed frame content` is smallest, in the order of their names."""
    chosen = heapq.nsmallest(wanted, contents, key=lambda one: (_sha256(f"{seed} {frame} {one}"), one))
    return tuple(sorted(chosen))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("ascii")).hexdigest()
