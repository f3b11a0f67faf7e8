# SPDX-License-Identifier: Apache-2.0
"""Draws harmless test pictures, and writes what Meta's PDQ says of them to `tests/data/hashing/pdq.csv`.

Run by `make pdq-reference` in an environment that has `pdqhash`, which needs a C++ compiler.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

NUMBER = 2400
TARGET = Path(__file__).parents[1] / "tests" / "data" / "hashing" / "pdq.csv"
ODD_SIZES = (
    *((1, 1), (1, 700), (700, 1), (3, 90), (4, 64), (5, 5), (5, 300), (8, 8), (17, 31), (31, 17)),
    *((63, 64), (64, 63), (64, 64), (64, 65), (65, 64), (65, 65), (127, 129), (128, 128), (129, 127)),
    *((255, 256), (256, 256), (257, 255), (511, 513), (512, 512), (700, 512), (640, 64), (64, 640)),
)
"""Sizes at the edges of the reference's windows; the seeds after them draw their own."""


def draw(seed: int) -> Pixels:
    """The picture of a seed: made of whole numbers only, so that every machine draws the same."""
    numbers = _numbers(seed)
    height, width = ODD_SIZES[seed] if seed < len(ODD_SIZES) else _size(numbers, seed)
    planes = [_plane(numbers, height, width) for _ in range(1 if seed % 3 == 0 else 3)]
    return planes[0] if len(planes) == 1 else np.stack(planes, axis=2)


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
    return np.clip(plane + grain, 0, 255).astype(np.uint8)


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


def reference(pixels: Pixels) -> tuple[tuple[str, ...], int]:
    """The eight hashes and the quality that `pdqhash` gives."""
    import pdqhash  # noqa: PLC0415 # only this needs the package

    colour = pixels if pixels.ndim == 3 else np.stack([pixels] * 3, axis=2)  # noqa: PLR2004 # rows, columns, colours
    forms, quality = pdqhash.compute_dihedral(np.ascontiguousarray(colour))
    return tuple(np.packbits(np.array(form, np.uint8)).tobytes().hex() for form in forms), quality


def main() -> None:
    """Write the file anew."""
    with TARGET.open("w", encoding="ascii", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["seed", "height", "width", "mode", "quality", "hash", *(f"form{i}" for i in range(1, 8))])
        for seed in range(NUMBER):
            pixels = draw(seed)
            forms, quality = reference(pixels)
            mode = "grey" if pixels.ndim == 2 else "colour"  # noqa: PLR2004 # rows and columns alone
            lines.writerow([seed, *pixels.shape[:2], mode, quality, *forms])
    sys.stdout.write(f"{NUMBER} pictures written to {TARGET.name}\n")


if __name__ == "__main__":
    main()
