# SPDX-License-Identifier: Apache-2.0
"""Fits of which kind what was put together is, if it is a deal."""

from collections.abc import Iterable, Mapping

import msgspec

from suluh.deals.judge.kinds import KindWeights
from training.logit import bounded, bounds_of, fitted_among
from training.together import KINDS, World

PENALTY = 20.0


def fit_kind(worlds: Iterable[World], head: Mapping[str, str]) -> KindWeights:
    """The weights: learned from all that is a deal, whatever kind it was begun as."""
    known = [(one.put[number].marks, KINDS.index(kind)) for one in worlds for number, kind in one.kinds().items()]
    bounds = bounds_of([marks for marks, _ in known])
    rows = [bounded(marks, bounds) for marks, _ in known]
    tables = fitted_among(rows, [kind for _, kind in known], len(KINDS), PENALTY)
    return KindWeights(head=dict(head), tables=dict(zip(KINDS, tables, strict=True)), bounds=bounds)


def written_kind(weights: KindWeights) -> str:
    """The file of weights."""
    return msgspec.json.format(msgspec.json.encode(weights), indent=1).decode() + "\n"
