# SPDX-License-Identifier: Apache-2.0
"""Finds digests in sorted lists, in memory or mapped from disk."""

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.kernels.compiled import compiled
from suluh.hashing.sets.columns import Words

Places = NDArray[np.int64]


def spans(keys: Words, wanted: Words) -> tuple[Places, Places]:
    """For each wanted key where its equals begin in the sorted keys and where they end; the same place for none."""
    keys = keys.view()
    keys.flags.writeable = False
    starts, ends = np.empty(len(wanted), np.int64), np.empty(len(wanted), np.int64)
    _spans(keys, np.ascontiguousarray(wanted), starts, ends)
    return starts, ends


@compiled
def _spans(keys: Words, wanted: Words, starts: Places, ends: Places) -> None:
    for i in range(wanted.shape[0]):
        high, low = wanted[i, 0], wanted[i, 1]
        at = _first(keys, high, low)
        starts[i] = at
        while at < keys.shape[0] and keys[at, 0] == high and keys[at, 1] == low:
            at += 1
        ends[i] = at


@compiled
def _first(keys: Words, high: np.uint64, low: np.uint64) -> int:
    """Where the first key stands that is not below the wanted one.

    Digests are spread evenly, so the search starts where this one should stand and doubles its step from there.
    """
    number = keys.shape[0]
    guess = np.int64(np.float64(high) / 18446744073709551616.0 * number)
    left = right = min(max(guess, 0), number)
    step = 8
    while left > 0 and not _is_below(keys, left - 1, high, low):
        right = left - 1
        left = max(0, left - step)
        step *= 2
    step = 8
    while right < number and _is_below(keys, right, high, low):
        left = right + 1
        right = min(number, right + step)
        step *= 2
    while left < right:
        middle = (left + right) // 2
        if _is_below(keys, middle, high, low):
            left = middle + 1
        else:
            right = middle
    return int(left)


@compiled
def _is_below(keys: Words, at: int, high: np.uint64, low: np.uint64) -> bool:
    return bool(keys[at, 0] < high or (keys[at, 0] == high and keys[at, 1] < low))
