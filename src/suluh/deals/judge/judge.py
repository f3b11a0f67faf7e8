# SPDX-License-Identifier: Apache-2.0
"""How likely an episode is a deal, and the right one, by weights that were learned from worlds of the corpus."""

from functools import cache
from importlib.resources import files
from math import exp
from typing import Final, NamedTuple

import msgspec

from suluh.deals.judge.marks import ACCOUNT, CLAIMED, FEW, PLAINLY, SENT, Marks

STEP: Final = 1_000
"""Weights are whole numbers of thousandths."""

_FURTHEST: Final = 30.0
"""A sum further from nought than this says no more."""


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of weights says: one table for episodes with a payment, one for those without."""

    head: dict[str, str]
    paid: dict[str, int]
    unpaid: dict[str, int]
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

    def judged(self, marks: Marks, *, paid: bool) -> Judged | None:
        """How likely an episode is a deal; null where it is too unlikely to be said.

        What names goods with their price in words that need no weights is said from a smaller share: an offer without a
        payment from two thirds of it, or from a quarter where the case has too few talks for anything to be usual; one
        that is said to be paid and upon which something was sent, so that all of a deal stands in the talk, or beside
        which the seller named an account to pay into, from an eighth. With a payment alone it is not, for shops say so
        of goods of every kind.
        """
        share = self.share(marks, paid=paid)
        return Judged(share, share >= self.weights.recorded) if share >= self._least(marks, paid=paid) else None

    def _least(self, marks: Marks, *, paid: bool) -> int:
        least = self.weights.least
        if marks.get(PLAINLY) and marks.get(ACCOUNT):
            return least // 8
        if marks.get(PLAINLY) and not paid:
            is_whole = marks.get(CLAIMED) and marks.get(SENT)
            return least // 8 if is_whole else least // 4 if marks.get(FEW) else 2 * least // 3
        return least

    def share(self, marks: Marks, *, paid: bool) -> int:
        """How many of a million episodes like this one are deals, and right in who, what and which payment."""
        table = self.weights.paid if paid else self.weights.unpaid
        total = table.get("", 0) + sum(table.get(name, 0) * value for name, value in marks.items())
        bounded = max(-_FURTHEST, min(_FURTHEST, total / STEP))
        return round(1_000_000 / (1 + exp(-bounded)))


def read(text: bytes) -> Weights:
    """The weights of a file."""
    return msgspec.json.decode(text, type=Weights)


@cache
def judge() -> Judge:
    """The weights that come with this version."""
    return Judge(read((files("suluh.deals.weights") / "judge.json").read_bytes()))
