# SPDX-License-Identifier: Apache-2.0
"""Exact limits for how many of a finite number have a property, from some drawn at random (Wright 1991)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import comb
from typing import NamedTuple

ERROR = Fraction(1, 20)
"""The chance, at most, that an interval misses the truth: limits hold at 95 %."""

_ONE = 1 << 128
"""One as a whole number: sums are bounded this finely, and what no bound decides is counted out in full."""


class Limits(NamedTuple):
    """At least and at most so many."""

    low: int
    high: int


class Part(NamedTuple):
    """One stratum: how many it is, how many of them were drawn, and how many of these have the property."""

    of: int
    drawn: int
    found: int
    disputed: int = 0
    """Of these the voters do not agree whether they have it: the lower limit counts none of them, the upper one all."""


def limits(part: Part, error: Fraction = ERROR) -> Limits:
    """How many of the stratum have the property: each limit is wrong with at most half the chance of an error.

    A number lies within if it gives what was found, or more, a chance above half the error, and also what was found,
    or less: the hypergeometric test of both tails, turned round (Buonaccorsi 1987). The limits of Clopper and Pearson,
    to which these tend as the stratum grows, are for draws that put back, and would be wider than they need be.

    >>> limits(Part(of=300, drawn=100, found=45)), limits(Part(of=500, drawn=500, found=7))
    (Limits(low=111, high=160), Limits(low=7, high=7))
    """
    without = part.drawn - part.found - part.disputed
    return Limits(_least(part.of, part.drawn, part.found, error), part.of - _least(part.of, part.drawn, without, error))


def together(parts: Sequence[Part], error: Fraction = ERROR) -> Limits:
    """How many have it in all strata: the sums of their limits, the error shared by those not drawn whole (Bonferroni).

    >>> together([Part(of=500, drawn=100, found=0), Part(of=3, drawn=3, found=2)])
    Limits(low=2, high=18)
    """
    shared = error / max(1, sum(part.drawn < part.of for part in parts))
    found = [limits(part, shared) for part in parts]
    return Limits(sum(one.low for one in found), sum(one.high for one in found))


def _least(of: int, drawn: int, found: int, error: Fraction) -> int:
    """The smallest number under which so many, or more, are found with more than half the chance of an error."""
    low, high = found, of - drawn + found
    while low < high:
        middle = (low + high) // 2
        if _is_likely(of, middle, drawn, found, error / 2):
            high = middle
        else:
            low = middle + 1
    return low


def _is_likely(of: int, have: int, drawn: int, found: int, chance: Fraction) -> bool:
    """Whether at least `found` of those drawn have it with more than this chance, if `have` of all have it."""
    # With the chance of exactly `found` as one, the chances of more and of fewer are sums of products of ratios. Their
    # bounds decide; only where the two sides are equal, or all but equal, are the whole numbers themselves compared.
    more = _weight(
        ((have - one) * (drawn - one), (one + 1) * (of - have - drawn + one + 1))
        for one in reversed(range(found, min(drawn, have)))
    )
    fewer = _weight(
        (one * (of - have - drawn + one), (have - one + 1) * (drawn - one + 1))
        for one in range(max(0, drawn + have - of) + 1, found + 1)
    )
    within, beyond = chance.denominator - chance.numerator, chance.numerator
    if (_ONE + more.low) * within > fewer.high * beyond:
        return True
    if (_ONE + more.high) * within <= fewer.low * beyond:
        return False
    ways = sum(comb(have, one) * comb(of - have, drawn - one) for one in range(found, min(drawn, have) + 1))
    return ways * chance.denominator > comb(of, drawn) * chance.numerator


def _weight(ratios: Iterable[tuple[int, int]]) -> Limits:
    """Bounds of a sum of products of ratios, the farthest ratio first, in parts of `_ONE`."""
    low = high = 0
    for above, below in ratios:
        low = (_ONE + low) * above // below
        high = -((_ONE + high) * above // -below)
    return Limits(low, high)
