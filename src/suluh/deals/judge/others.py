# SPDX-License-Identifier: Apache-2.0
"""How much a seller trades with others: what all other talks of the same seller look like at first sight."""

from collections import defaultdict
from collections.abc import Sequence
from math import log
from typing import Final, NamedTuple

OTHERS: Final = "trades of the seller with others"
"""The mark: log-odds of the mean share of what the seller has in other talks, at first sight."""

_AS_IF, _MILLION = 3, 1_000_000
"""The mean is counted as if so many more of the usual share were known, so that one talk says little."""


class Sight(NamedTuple):
    """How likely an episode is a deal at first sight, and between whom."""

    seller: str
    buyer: str
    share: int
    """So many in a million."""


def others(sights: Sequence[Sight], usual: int) -> list[float]:
    """For each episode what its seller's episodes with everybody else say; nobody's own talk speaks for itself.

    >>> [round(one, 2) for one in others([Sight("a", "b", 900_000), Sight("a", "c", 100_000)], 400_000)]
    [-0.7, -0.1]
    >>> others([Sight("a", "b", 900_000)], 500_000)
    [0.0]
    """
    of_seller, of_two = defaultdict[str, list[int]](list), defaultdict[tuple[str, str], list[int]](list)
    for one in sights:
        of_seller[one.seller].append(one.share)
        of_two[one.seller, one.buyer].append(one.share)
    known = {seller: _Sum(len(shares), sum(shares)) for seller, shares in of_seller.items()}
    own = {two: _Sum(len(shares), sum(shares)) for two, shares in of_two.items()}
    return [_odds(known[one.seller], own[one.seller, one.buyer], usual) for one in sights]


class _Sum(NamedTuple):
    """So many shares, and what they add up to."""

    number: int
    shares: int


def _odds(known: _Sum, own: _Sum, usual: int) -> float:
    number, shares = known.number - own.number + _AS_IF, known.shares - own.shares + _AS_IF * usual
    mean = max(1, min(number * _MILLION - 1, shares)) / number / _MILLION
    return log(mean / (1 - mean))
