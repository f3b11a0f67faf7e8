# SPDX-License-Identifier: Apache-2.0
"""Draws harmless test pictures, made of whole numbers only, so that every machine draws the same."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

ODD_SIZES = (
    *((1, 1), (1, 700), (700, 1), (3, 90), (4, 64), (5, 5), (5, 300), (8, 8), (17, 31), (31, 17)),
    *((63, 64), (64, 63), (64, 64), (64, 65), (65, 64), (65, 65), (127, 129), (128, 128), (129, 127)),
    *((255, 256), (256, 256), (257, 255), (511, 513), (512, 512), (700, 512), (640, 64), (64, 640)),
)
"""Sizes at the edges of the reference's windows; the seeds after them draw their own."""


def draw(seed: int) -> Pixels:
    """The picture of a seed."""
    numbers = _numbers(seed)
    height, width = ODD_SIZES[seed] if seed < len(ODD_SIZES) else _size(numbers, seed)
    planes = [_plane(numbers, height, width) for _ in range(1 if seed % 3 == 0 else 3)]
    whole: Pixels = planes[0] if len(planes) == 1 else np.stack(planes, axis=2)
    return whole


def _numbers(seed: int) -> Iterator[int]:
    """Random numbers below 2 to the 32nd, the same with every version of numpy."""
    for number in np.random.PCG64(seed).random_raw(4000):
        yield int(number) >> 32


def _size(numbers: Iterator[int], seed: int) -> tuple[int, int]:
    """Mostly small, so that thousands are hashed in seconds; every fortieth up to 700."""
    most = 700 if seed % 40 == 0 else 160
    return 1 + next(numbers) % most, 1 + next(numbers) % most


def _plane(numbers: Iterator[int], height: int, width: int) -> Pixels:
    """One colour: a slope, boxes, a disc or bars, sometimes under noise."""
    down, across = np.ogrid[:height, :width]
    slope = next(numbers) % 256 + down * (next(numbers) % 511 - 255) // height
    plane = slope + across * (next(numbers) % 511 - 255) // width
    for _ in range(next(numbers) % 5):
        plane = np.where(_shape(numbers, down, across), next(numbers) % 256, plane)
    strength = (0, 0, 8, 64, 255)[next(numbers) % 5]
    noise = np.random.PCG64(next(numbers)).random_raw(height * width) >> np.uint64(56)
    grain = noise.astype(np.int64).reshape(height, width) * strength // 255
    whole: Pixels = np.clip(plane + grain, 0, 255).astype(np.uint8)
    return whole


def _shape(numbers: Iterator[int], down: NDArray[np.int64], across: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which points a disc, bars or a box covers."""
    height, width = down.size, across.size
    top, left = next(numbers) % height, next(numbers) % width
    reach = 1 + next(numbers) % max(height, width)
    kind = next(numbers) % 3
    if kind == 0:
        return np.asarray((down - top) ** 2 + (across - left) ** 2 < reach * reach)
    if kind == 1:
        return np.asarray((down + across) // (1 + reach // 4) % 2 == 0)
    return np.asarray((down >= top) & (down < top + reach) & (across >= left) & (across < left + reach))
