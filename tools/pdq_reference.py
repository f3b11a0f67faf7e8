# SPDX-License-Identifier: Apache-2.0
"""Writes what Meta's PDQ says of harmless drawn pictures to `tests/data/hashing/pdq.csv`, some of it for `suluh check`.

Run by `make pdq-reference` in an environment that has `pdqhash`, which needs a C++ compiler.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.trial.drawn import ODD_SIZES, Pixels, draw  # the folder of the project comes first

NUMBER = 2400
TARGET = Path(__file__).parents[1] / "tests" / "data" / "hashing" / "pdq.csv"
SHIPPED, EVERY = Path(__file__).parents[1] / "src" / "suluh" / "trial" / "pdq.csv", 24
"""Where those go that `suluh check` hashes: every odd size, and every so manieth picture after them."""

Row = tuple[str, ...]
HEADS = ("seed", "height", "width", "mode", "quality", "hash", *(f"form{number}" for number in range(1, 8)))


def reference(pixels: Pixels) -> tuple[tuple[str, ...], int]:
    """The eight hashes and the quality that `pdqhash` gives."""
    import pdqhash  # noqa: PLC0415 # only this needs the package

    colour = pixels if pixels.ndim == 3 else np.stack([pixels] * 3, axis=2)  # noqa: PLR2004 # rows, columns, colours
    forms, quality = pdqhash.compute_dihedral(np.ascontiguousarray(colour))
    return tuple(np.packbits(np.array(form, np.uint8)).tobytes().hex() for form in forms), quality


def shipped(rows: Iterable[Row]) -> list[Row]:
    """The rows that are shipped."""
    return [row for row in rows if int(row[0]) < len(ODD_SIZES) or int(row[0]) % EVERY == 0]


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write rows below their heads."""
    with path.open("w", encoding="ascii", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADS, *rows])


def row(seed: int) -> Row:
    """What the reference says of the picture of a seed."""
    pixels = draw(seed)
    forms, quality = reference(pixels)
    mode = "grey" if pixels.ndim == 2 else "colour"  # noqa: PLR2004 # rows and columns alone
    height, width = pixels.shape[:2]
    return (str(seed), str(height), str(width), mode, str(quality), *forms)


def main() -> None:
    """Write both files anew."""
    rows = [row(seed) for seed in range(NUMBER)]
    write(TARGET, rows)
    write(SHIPPED, shipped(rows))
    sys.stdout.write(f"{NUMBER} pictures written to {TARGET.name}\n")


if __name__ == "__main__":
    main()
