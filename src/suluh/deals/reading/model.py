# SPDX-License-Identifier: Apache-2.0
"""A file of weights: named features, each with a whole number from -127 to 127 in every column."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float32]
Table = npt.NDArray[np.float32]


class Weights(NamedTuple):
    """What one file holds."""

    head: Mapping[str, str]
    columns: tuple[str, ...]
    rows: Mapping[str, Row]
    table: Table
    """All rows, in their order."""

    def row(self, name: str) -> Row | None:
        """The weights of a feature; null where it has none."""
        return self.rows.get(name)


@cache
def load(name: str) -> Weights:
    """The weights of one file of `suluh.deals.weights`."""
    return parse((resources.files("suluh.deals.weights") / name).read_text("utf-8"))


def parse(text: str) -> Weights:
    """The weights that a text writes: a head of ``# key: value``, the columns, their scales, then a row a feature."""
    lines = text.split("\n")
    head = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    body = [line for line in lines if line and not line.startswith("# ")]
    columns = tuple(body[0].split("\t")[1:])
    scales = np.array([float(one) for one in body[1].split("\t")[1:]], dtype=np.float32)
    split = [line.split("\t") for line in body[2:]]
    steps = np.array([int(one) for row in split for one in row[1:]], dtype=np.float32).reshape(len(split), len(columns))
    table = steps * scales
    return Weights(head, columns, {row[0]: its for row, its in zip(split, table, strict=True)}, table)


def write(head: Mapping[str, str], columns: Sequence[str], names: Sequence[str], table: npt.NDArray[np.float64]) -> str:
    """The text of a file of weights: each column scaled so that its largest weight is 127; rows of noughts left out."""
    largest = np.abs(table).max(axis=0)
    scales = [float(f"{max(one, 1e-9) / 127:.6g}") for one in largest]
    steps = np.rint(table / np.array(scales)).astype(int).clip(-127, 127)
    lines = [f"# {key}: {value}" for key, value in head.items()]
    lines.append("\t".join(("feature", *columns)))
    lines.append("\t".join(("scale", *(f"{one:.6g}" for one in scales))))
    for name, row in sorted(zip(names, steps, strict=True), key=lambda one: one[0]):
        if row.any():
            lines.append("\t".join((name, *map(str, row))))
    return "\n".join(lines) + "\n"
