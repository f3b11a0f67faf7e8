# SPDX-License-Identifier: Apache-2.0
"""How likely an episode is a deal, and the right one, by weights that were learned from worlds of the corpus."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final, NamedTuple

import msgspec

from suluh.deals.judge.marks import ACCOUNT, PLAINLY, WHERE_TO_PAY, Bounds, Marks, Seen, total
from suluh.deals.judge.others import OTHERS, Sight, others
from suluh.deals.reading.acting import YES

STEP: Final = 1_000
"""Weights are whole numbers of thousandths."""

_FURTHEST: Final = 30.0
"""A sum further from nought than this says no more."""


BOOKED, TOLD = 203_000, 60_000
"""Set by hand, in millionths: from here on what is plain is said, with a booked line, and with where to pay alone."""

SURE, BESIDE = 800_000, 350_000
"""Set by hand, in millionths: where two have a deal as likely as the one, their other episodes are said from the other
on: whether these two trade is asked less then. A payment of a third person may be among what is said so."""


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of weights says: one table of marks for each thing that the ledgers may show."""

    head: dict[str, str]
    first: dict[Seen, dict[str, int]]
    """What an episode weighs at first sight, before it is asked what the seller does with others."""

    usual: int
    """How many of a million episodes of the corpus are deals: what a seller of whom nothing else is known counts as."""

    tables: dict[Seen, dict[str, int]]
    """What it weighs with that."""

    bounds: Bounds
    least: int
    """Below this share, in millionths, no deal is said: it is likelier ordinary life, or somebody else's trade."""

    recorded: int
    """From this share on, in millionths, a deal with a payment may be `recorded`."""


class Weighed(NamedTuple):
    """What an episode weighs by itself: the marks, which are many, need not be kept."""

    sight: Sight
    whole: float
    """Its sum but for what the seller does with others."""

    seen: Seen
    least: int
    """The share from which on it is said."""


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

    def weighed(self, marks: Marks, seen: Seen, seller: str, buyer: str) -> Weighed:
        """An episode by itself."""
        its = self.weights
        first = share_of(total(its.first[seen], its.bounds, marks))
        whole = total(its.tables[seen], its.bounds, marks)
        return Weighed(Sight(seller, buyer, first), whole, seen, self._least(marks, seen))

    def _least(self, marks: Marks, seen: Seen) -> int:
        """From which share on an episode is said: from a lower one where its own words say a whole trade.

        That is goods with their price in plain words, and a booked line into an account that was named, or, where none
        does fit, a seller who told where to pay. The corpus holds few trades of which the exhibits show no item, and
        whoever reads the case can tell these from a shop's.
        """
        floor = None
        if marks.get(PLAINLY) and seen == "paid":
            floor = BOOKED if marks.get(ACCOUNT) else None
        elif marks.get(PLAINLY):
            floor = TOLD if marks.get(WHERE_TO_PAY, 0.0) >= YES else None
        return self.weights.least if floor is None else min(floor, self.weights.least)

    def judged(self, episodes: Sequence[Weighed]) -> Iterator[Judged | None]:
        """How likely each episode is a deal, now that all are known; null where it is too unlikely to be said."""
        beside = others([one.sight for one in episodes], self.weights.usual)
        shares = [self._share(one, odds) for one, odds in zip(episodes, beside, strict=True)]
        sure = {_sides(one) for one, share in zip(episodes, shares, strict=True) if share >= SURE}
        for one, share in zip(episodes, shares, strict=True):
            least = min(one.least, BESIDE) if _sides(one) in sure else one.least
            yield Judged(share, share >= self.weights.recorded) if share >= least else None

    def _share(self, one: Weighed, odds: float) -> int:
        weight = self.weights.tables[one.seen].get(OTHERS, 0)
        return share_of(one.whole + total({OTHERS: weight}, self.weights.bounds, {OTHERS: odds}))


def _sides(one: Weighed) -> tuple[str, str]:
    """Who sells and who buys."""
    return one.sight.seller, one.sight.buyer


def share_of(whole: float) -> int:
    """How many of a million episodes of such a sum are deals, and right in who, what and which payment."""
    bounded = max(-_FURTHEST, min(_FURTHEST, whole / STEP))
    return round(1_000_000 / (1 + exp(-bounded)))


def read(text: bytes) -> Weights:
    """The weights of a file."""
    return msgspec.json.decode(text, type=Weights)


@cache
def judge() -> Judge:
    """The weights that come with this version."""
    return Judge(read((files("suluh.deals.weights") / "judge.json").read_bytes()))
