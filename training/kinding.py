# SPDX-License-Identifier: Apache-2.0
"""Fits of which kind what was put together is, if it is a deal."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from suluh.deals.judge.kinds import KindWeights
from training.logit import Marked, fitted_among, marked
from training.together import KINDS, World

PENALTY = 20.0


class Known(NamedTuple):
    """All that is a deal, whatever kind it was begun as: who wrote it, its marks, its true kind."""

    writers: npt.NDArray[np.str_]
    marks: Marked
    kinds: npt.NDArray[np.int_]

    def without(self, writer: str) -> "Known":
        """What the others wrote."""
        others = self.writers != writer
        return Known(self.writers[others], self.marks.of(others), self.kinds[others])


def known(worlds: Sequence[World]) -> Known:
    """The deals of some worlds."""
    found = [(one.writer, one.put[number].marks, kind) for one in worlds for number, kind in one.kinds().items()]
    return Known(
        np.array([writer for writer, _, _ in found], dtype=str),
        marked([marks for _, marks, _ in found]),
        np.array([KINDS.index(kind) for *_, kind in found], dtype=int),
    )


def fit_kind(found: Known, head: Mapping[str, str]) -> KindWeights:
    """The weights."""
    bounds = found.marks.bounds()
    tables = fitted_among(found.marks.bounded(bounds), found.kinds, len(KINDS), PENALTY)
    return KindWeights(head=dict(head), tables=dict(zip(KINDS, tables, strict=True)), bounds=bounds)


def written_kind(weights: KindWeights) -> str:
    """The file of weights."""
    return msgspec.json.format(msgspec.json.encode(weights), indent=1).decode() + "\n"
