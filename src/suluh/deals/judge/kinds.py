# SPDX-License-Identifier: Apache-2.0
"""Of which kind a trade is: what its marks say of each, by weights that were learned from worlds of the corpus."""

from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

import msgspec

from suluh.deals.judge.judge import STEP
from suluh.deals.judge.marks import Bounds, Marks, total
from suluh.deals.words.rule import Kind

_MILLION = 1_000_000


class KindWeights(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of weights says: one table of marks for each kind."""

    head: dict[str, str]
    tables: dict[Kind, dict[str, int]]
    bounds: Bounds


class Kinded(NamedTuple):
    """The likeliest kind of a trade, if it is one."""

    kind: Kind
    share: int
    """How likely beside the others: so many in a million."""

    def marks(self) -> Marks:
        """What the judge sees of it."""
        return {f"kind {self.kind}": 1.0, "kind sure": self.share / _MILLION}


class Kinds:
    """Adds up the weights of every kind."""

    def __init__(self, weights: KindWeights) -> None:
        self.weights = weights

    def of(self, marks: Marks) -> Kinded:
        """The kind of which the marks say most; of equal ones the first in the order of the alphabet."""
        weights = self.weights
        said = {kind: total(table, weights.bounds, marks) / STEP for kind, table in sorted(weights.tables.items())}
        best = max(said, key=lambda kind: said[kind])
        return Kinded(best, round(_MILLION / sum(exp(its - said[best]) for its in said.values())))


def read(text: bytes) -> KindWeights:
    """The weights of a file."""
    return msgspec.json.decode(text, type=KindWeights)


@cache
def kinds() -> Kinds:
    """The weights that come with this version."""
    return Kinds(read((files("suluh.deals.weights") / "kind.json").read_bytes()))
