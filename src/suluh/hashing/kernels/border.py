# SPDX-License-Identifier: Apache-2.0
"""Finds uniform borders, such as the bars that screenshots and status pictures put around a picture."""

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.kernels.compiled import compiled

Pixels = NDArray[np.uint8]

_SPREAD = 16
"""How far the luma of one border may lie apart: JPEG does not keep a black bar quite black."""

_LEAST = 64
"""A border counts from one 64th of the side on; what remains has at least 64 points a side."""


def cut_borders(pixels: Pixels) -> Pixels | None:
    """The picture without its uniform borders, or null where it has none or nothing else."""
    height, width = pixels.shape[:2]
    planes = np.ascontiguousarray(pixels).reshape(height, width, -1)
    planes.flags.writeable = False
    whole = (0, height, 0, width)
    top = _edge(planes, whole, down=True, back=False)
    bottom = height - _edge(planes, whole, down=True, back=True)
    if bottom - top < _LEAST:
        return None
    middle = (top, bottom, 0, width)
    left = _edge(planes, middle, down=False, back=False)
    right = width - _edge(planes, middle, down=False, back=True)
    if right - left < _LEAST:
        return None
    if max(top, height - bottom) * _LEAST < height and max(left, width - right) * _LEAST < width:
        return None
    return np.ascontiguousarray(pixels[top:bottom, left:right])


@compiled
def _edge(planes: Pixels, part: tuple[int, int, int, int], down: bool, back: bool) -> int:  # noqa: FBT001 # compiled code
    """How many rows (or columns) of a part are of one and the same luma, from its first on, or back from its last."""
    top, bottom, left, right = part
    lines, length = (bottom - top, right - left) if down else (right - left, bottom - top)
    low, high = 255, 0
    for line in range(lines):
        at = lines - 1 - line if back else line
        for point in range(length):
            value = _luma(planes[top + at, left + point] if down else planes[top + point, left + at])
            low, high = min(low, value), max(high, value)
            if high - low > _SPREAD:
                return int(line)
    return int(lines)


@compiled
def _luma(colours: Pixels) -> int:
    """Near enough for telling a border."""
    if colours.size == 1:
        return int(colours[0])
    return (77 * int(colours[0]) + 150 * int(colours[1]) + 29 * int(colours[2])) >> 8
