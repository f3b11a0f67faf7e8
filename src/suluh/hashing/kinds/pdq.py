# SPDX-License-Identifier: Apache-2.0
"""PDQ, a perceptual hash of 256 bits, equal bit for bit to Meta's published reference on equal pixels."""

import math
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.kernels.compiled import compiled
from suluh.hashing.kernels.shrink import SIDE, shrink
from suluh.hashing.kinds import Kind, Look, Pixels

Floats = NDArray[np.float32]

_SMALLEST = 5
_KEPT = 16
_NOTHING = bytes(32)


class Pdq(Kind):
    """PDQ of ThreatExchange, as `pdqhash` 0.2.8 computes it."""

    name: ClassVar[str] = "pdq"
    lowest_quality: ClassVar[int] = 50

    def of(self, pixels: Pixels) -> Look:
        """The hash of a picture as stored."""
        return self._looks(pixels, 1)[0]

    def forms(self, pixels: Pixels) -> tuple[Look, ...]:
        """Upright, turned by 90, 180 and 270 degrees, and mirrored top-down, left-right and along both diagonals."""
        return self._looks(pixels, 8)

    def warm(self) -> None:
        """Compile for grey and for coloured pictures, and for those of 64 by 64 points, which go another way."""
        self.of(np.zeros((SIDE, SIDE), np.uint8))
        self.of(np.zeros((8, 8), np.uint8))
        self.of(np.zeros((8, 8, 3), np.uint8))

    def _looks(self, pixels: Pixels, number: int) -> tuple[Look, ...]:
        """The first so many forms of a picture, all of one quality."""
        if min(pixels.shape[:2]) < _SMALLEST:
            return (Look(_NOTHING, 0),) * number
        small = shrink(pixels)
        waves, quality = _transform(small, _COSINES), _quality(small)
        return tuple(Look(_bits(form), quality) for form in _turned(waves)[:number])


def _cosines() -> Floats:
    """The sixteen lowest waves of the cosine transform over 64 points, without the constant one."""
    scale = float(np.float32(math.sqrt(2 / SIDE)))
    step = math.pi / 2 / SIDE
    rows = [[scale * math.cos(step * (i + 1) * (2 * j + 1)) for j in range(SIDE)] for i in range(_KEPT)]
    return np.array(rows, np.float32)


_COSINES = _cosines()


@compiled
def _transform(small: Floats, cosines: Floats) -> Floats:
    """The 16 by 16 lowest waves. Terms are added one by one in the reference's order, for rounding depends on it."""
    half = np.zeros((_KEPT, SIDE), np.float32)
    waves = np.zeros((_KEPT, _KEPT), np.float32)
    for i in range(_KEPT):
        for k in range(SIDE):
            for j in range(SIDE):
                half[i, j] += cosines[i, k] * small[k, j]
        for k in range(SIDE):
            for j in range(_KEPT):
                waves[i, j] += half[i, k] * cosines[j, k]
    return waves


def _quality(small: Floats) -> int:
    """How much structure a picture has: its steps between neighbours, each cut to whole hundredths of the range."""
    steps = 0
    for axis in (0, 1):
        falls = -np.diff(small, axis=axis)
        steps += int(np.abs((falls * np.float32(100) / np.float32(255)).astype(np.int32)).sum())
    return min(100, steps // 90)


def _turned(waves: Floats) -> tuple[Floats, ...]:
    """What turning and mirroring a picture does to its waves: odd and even ones change sign, rows become columns."""
    odd = np.where(np.arange(_KEPT) % 2 == 0, np.float32(-1), np.float32(1))
    down, across = waves * odd[:, None], waves * odd[None, :]
    both = down * odd[None, :]
    return waves, across.T, both, down.T, down, across, waves.T, both.T


def _bits(waves: Floats) -> bytes:
    """One bit a wave: is it above the lower median? The last wave comes first, as published hashes are written."""
    flat = waves.ravel()
    median = np.partition(flat, 127)[127]
    return np.packbits((flat > median)[::-1]).tobytes()
