# SPDX-License-Identifier: Apache-2.0
"""How likely an episode is a deal, and the right one, by weights that were learned from worlds of the corpus."""

from functools import cache
from importlib.resources import files
from math import exp
from typing import Final, NamedTuple

import msgspec

from suluh.deals.judge.marks import ACCOUNT, PLAINLY, WHERE_TO_PAY, Bounds, Marks, Seen, total
from suluh.deals.reading.acting import YES

STEP: Final = 1_000
"""Weights are whole numbers of thousandths."""

_FURTHEST: Final = 30.0
"""A sum further from nought than this says no more."""


BOOKED, TOLD = 3, 8
"""Set by hand: what is plain is said from `least` divided by this, with a booked line, and with where to pay alone."""


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of weights says: one table of marks for each thing that the ledgers may show."""

    head: dict[str, str]
    tables: dict[Seen, dict[str, int]]
    bounds: Bounds
    least: int
    """Below this share, in millionths, an episode is ordinary life or somebody else's trade, and no deal is said."""

    recorded: int
    """From this share on, in millionths, a deal with a payment may be `recorded`."""


class Judged(NamedTuple):
    """How likely an episode is a deal and the right one."""

    share: int
    """So many in a million."""

    holds: bool
    """Whether so likely ones were right often enough with every writer of the corpus to be `recorded`."""


class Judge:
    """Adds up weights."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def judged(self, marks: Marks, seen: Seen) -> Judged | None:
        """How likely an episode is a deal; null where it is too unlikely to be said.

        Goods with their price in plain words are said from a third of the share where a booked line into an account
        that was named fits, and from an eighth where none does and the seller told where to pay: the corpus holds few
        trades of which the exhibits show no item, and whoever reads the case can tell these from a shop's.
        """
        share = self.share(marks, seen)
        least = self.weights.least // _plainness(marks, seen)
        return Judged(share, share >= self.weights.recorded) if share >= least else None

    def share(self, marks: Marks, seen: Seen) -> int:
        """How many of a million episodes like this one are deals, and right in who, what and which payment."""
        whole = total(self.weights.tables[seen], self.weights.bounds, marks)
        bounded = max(-_FURTHEST, min(_FURTHEST, whole / STEP))
        return round(1_000_000 / (1 + exp(-bounded)))


def _plainness(marks: Marks, seen: Seen) -> int:
    """By what `least` is divided for an episode: more where its own words say a whole trade, 1 for all others."""
    if not marks.get(PLAINLY):
        return 1
    if seen == "paid":
        return BOOKED if marks.get(ACCOUNT) else 1
    return TOLD if marks.get(WHERE_TO_PAY, 0.0) >= YES else 1


def read(text: bytes) -> Weights:
    """The weights of a file."""
    return msgspec.json.decode(text, type=Weights)


@cache
def judge() -> Judge:
    """The weights that come with this version."""
    return Judge(read((files("suluh.deals.weights") / "judge.json").read_bytes()))
