# SPDX-License-Identifier: Apache-2.0
"""Finds uniform borders, such as the bars that screenshots and status pictures put around a picture."""

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.compiled import compiled

Pixels = NDArray[np.uint8]

_SPREAD = 16
"""How far the luma of one border may lie apart: JPEG does not keep a black bar quite black."""

_LEAST = 64
"""A border counts from one 64th of the side on; what remains has at least 64 points a side."""


def cut_borders(pixels: Pixels) -> Pixels | None:
    """The picture without its uniform borders, or null where it has none or nothing else."""
    height, width = pixels.shape[:2]
    planes = pixels.reshape(height, width, -1)
    top = _edge(planes)
    bottom = height - _edge(planes[::-1])
    if bottom - top < _LEAST:
        return None
    middle = planes[top:bottom].transpose(1, 0, 2)
    left = _edge(middle)
    right = width - _edge(middle[::-1])
    if right - left < _LEAST:
        return None
    if max(top, height - bottom) * _LEAST < height and max(left, width - right) * _LEAST < width:
        return None
    return np.ascontiguousarray(pixels[top:bottom, left:right])


@compiled
def _edge(planes: Pixels) -> int:
    """How many rows from the first one on are of one and the same luma."""
    lines, length, colours = planes.shape
    low, high = 255, 0
    for line in range(lines):
        for point in range(length):
            value = int(planes[line, point, 0])
            if colours > 1:
                value = (77 * value + 150 * int(planes[line, point, 1]) + 29 * int(planes[line, point, 2])) >> 8
            low, high = min(low, value), max(high, value)
            if high - low > _SPREAD:
                return int(line)
    return int(lines)
