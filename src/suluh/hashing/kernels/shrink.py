# SPDX-License-Identifier: Apache-2.0
"""Shrinks a picture to 64 by 64 grey points by two passes of a box filter, rounding as PDQ's reference rounds."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.kernels.compiled import compiled

Floats = NDArray[np.float32]
Sums = tuple[np.float32, np.float32, np.float32, np.float32, np.float32, np.float32, np.float32, np.float32]

SIDE = 64
_LINES = 8
"""Lines summed side by side: one running sum waits for its own last addition, eight do not."""


class Plan(NamedTuple):
    """For one size: how wide the windows are, where the 64 points lie, how many values each window holds."""

    window_down: int
    window_across: int
    centres_down: NDArray[np.intp]
    centres_across: NDArray[np.intp]
    counts_down: Floats
    counts_across: Floats


def shrink(pixels: NDArray[np.uint8]) -> Floats:
    """A picture's 64 by 64 points of blurred luma; one of that very size is taken as it is."""
    height, width = pixels.shape[:2]
    rows = np.ascontiguousarray(pixels).reshape(height, -1)
    rows.flags.writeable = False
    if (height, width) == (SIDE, SIDE):
        return _plain(rows)
    plan = _plan(height, width)
    return _down(_across(rows, width, plan), plan)


@lru_cache(maxsize=64)
def _plan(height: int, width: int) -> Plan:
    """The plan for one size; cameras and messengers use few."""
    return Plan(_window(height), _window(width), _centres(height), _centres(width), _counts(height), _counts(width))


def _window(length: int) -> int:
    """Half of a 64th, rounded up: two passes then cover one whole 64th."""
    return (length + 2 * SIDE - 1) // (2 * SIDE)


def _centres(length: int) -> NDArray[np.intp]:
    """Where the 64 points lie: in the middle of each 64th."""
    return ((np.arange(SIDE) + 0.5) * length / SIDE).astype(np.intp)


def _counts(length: int) -> Floats:
    """How many values each window holds: fewer at both ends."""
    window = _window(length)
    half = (window + 2) // 2
    places = np.arange(length)
    return (np.minimum(places + half, length) - np.maximum(places + half - window, 0)).astype(np.float32)


@compiled
def _luma(row: NDArray[np.uint8], line: Floats) -> None:
    """Luma of one row. In thousandths it is a whole number, so that the one division rounds as the reference does."""
    width = line.size
    if row.size == width:
        for j in range(width):
            line[j] = np.float32(row[j])
        return
    for j in range(width):
        red, green, blue = np.float32(row[3 * j]), np.float32(row[3 * j + 1]), np.float32(row[3 * j + 2])
        whole = np.float32(299) * red + np.float32(587) * green + np.float32(114) * blue
        line[j] = whole / np.float32(1000)


@compiled
def _plain(rows: NDArray[np.uint8]) -> Floats:
    """The luma of a picture that has 64 by 64 points already."""
    small = np.empty((SIDE, SIDE), np.float32)
    for i in range(SIDE):
        _luma(rows[i], small[i])
    return small


@compiled
def _add(s: Sums, lines: Floats, j: int) -> Sums:
    """Take one more column into eight sums."""
    return (
        s[0] + lines[0, j],
        s[1] + lines[1, j],
        s[2] + lines[2, j],
        s[3] + lines[3, j],
        s[4] + lines[4, j],
        s[5] + lines[5, j],
        s[6] + lines[6, j],
        s[7] + lines[7, j],
    )


@compiled
def _drop(s: Sums, lines: Floats, j: int) -> Sums:
    """Let one column go out of eight sums."""
    return (
        s[0] - lines[0, j],
        s[1] - lines[1, j],
        s[2] - lines[2, j],
        s[3] - lines[3, j],
        s[4] - lines[4, j],
        s[5] - lines[5, j],
        s[6] - lines[6, j],
        s[7] - lines[7, j],
    )


@compiled
def _put(s: Sums, sums: Floats, j: int) -> None:
    """Write eight sums."""
    for k in range(8):
        sums[k, j] = s[k]


@compiled
def _sum_lines(lines: Floats, sums: Floats, window: int) -> None:
    """Running sums along eight lines; the order of additions is the reference's, for rounding depends on it."""
    width = lines.shape[1]
    half = (window + 2) // 2
    zero = np.float32(0)
    s = (zero, zero, zero, zero, zero, zero, zero, zero)
    for j in range(half - 1):
        s = _add(s, lines, j)
    for j in range(half - 1, window):
        s = _add(s, lines, j)
        _put(s, sums, j - half + 1)
    for j in range(window, width):
        s = _drop(_add(s, lines, j), lines, j - window)
        _put(s, sums, j - half + 1)
    for j in range(width, width + half - 1):
        s = _drop(s, lines, j - window)
        _put(s, sums, j - half + 1)


@compiled
def _across(rows: NDArray[np.uint8], width: int, plan: Plan) -> Floats:
    """First pass in both directions and second pass along rows, kept at the 64 centres of each row.

    Only so many rows as the window spans are held, so that they stay in the processor's cache.
    """
    height, window = rows.shape[0], plan.window_down
    half = (window + 2) // 2
    held = window + _LINES
    ring = np.empty((held, width), np.float32)
    lines = np.zeros((_LINES, width), np.float32)
    sums = np.empty((_LINES, width), np.float32)
    again = np.empty((_LINES, width), np.float32)
    column = np.zeros(width, np.float32)
    smooth = np.zeros((_LINES, width), np.float32)
    narrow = np.empty((height, SIDE), np.float32)
    for i in range(height + half - 1):
        if i < height:
            if i % _LINES == 0:
                _read_lines(rows, i, lines)
                _sum_lines(lines, sums, plan.window_across)
            _enter_row(sums[i % _LINES], plan.counts_across, ring[i % held], column)
        if i >= window:
            _leave_row(ring[(i - window) % held], column)
        out = i - half + 1
        if out >= 0:
            _divide(column, plan.counts_down[out], smooth[out % _LINES])
            if out % _LINES == _LINES - 1 or out == height - 1:
                _sum_lines(smooth, again, plan.window_across)
                _pick(again, plan, narrow[out - out % _LINES : out + 1])
    return narrow


@compiled
def _read_lines(rows: NDArray[np.uint8], first: int, lines: Floats) -> None:
    """The luma of the next eight rows, or of as many as are left."""
    for k in range(min(_LINES, rows.shape[0] - first)):
        _luma(rows[first + k], lines[k])


@compiled
def _enter_row(total: Floats, counts: Floats, fresh: Floats, column: Floats) -> None:
    """Take one more row, blurred along itself, into the sums down the columns."""
    for j in range(column.size):
        fresh[j] = total[j] / counts[j]
        column[j] += fresh[j]


@compiled
def _leave_row(old: Floats, column: Floats) -> None:
    """Let one row go out of the sums down the columns."""
    for j in range(column.size):
        column[j] -= old[j]


@compiled
def _divide(column: Floats, count: np.float32, line: Floats) -> None:
    """One row blurred both ways."""
    for j in range(column.size):
        line[j] = column[j] / count


@compiled
def _pick(sums: Floats, plan: Plan, narrow: Floats) -> None:
    """The points at the 64 centres of some rows."""
    for k in range(narrow.shape[0]):
        for j in range(SIDE):
            at = plan.centres_across[j]
            narrow[k, j] = sums[k, at] / plan.counts_across[at]


@compiled
def _down(narrow: Floats, plan: Plan) -> Floats:
    """Second pass along columns, kept at the 64 centres."""
    height, window = narrow.shape[0], plan.window_down
    half = (window + 2) // 2
    column = np.zeros(SIDE, np.float32)
    small = np.empty((SIDE, SIDE), np.float32)
    point = 0
    for i in range(height + half - 1):
        if i < height:
            column += narrow[i]
        if i >= window:
            column -= narrow[i - window]
        while point < SIDE and plan.centres_down[point] == i - half + 1:
            small[point] = column / plan.counts_down[i - half + 1]
            point += 1
    return small
