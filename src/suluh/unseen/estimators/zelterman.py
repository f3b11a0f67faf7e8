# SPDX-License-Identifier: Apache-2.0
"""Zelterman's estimate from those seen once and twice (Zelterman 1988; interval after Boehning 2008)."""

from math import exp
from typing import ClassVar

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure, figure


class Zelterman(Estimator):
    """What a Poisson model of those seen once and twice gives: no bound, and too high where many buy once.

    >>> cottontail = Zelterman().estimate(Captures.of((43, 16, 8, 6, 0, 2, 1)))
    >>> round(cottontail.point, 2), round(cottontail.low, 1), round(cottontail.high, 1)
    (144.8, 105.8, 234.9)
    """

    name = "zelterman"
    role = "sensitivity"
    assumes: ClassVar[tuple[str, ...]] = ("Who is seen seldom is seen as often as a Poisson model says.",)

    def estimate(self, captures: Captures) -> Figure | None:
        """Null where nobody was seen once, or nobody twice."""
        once, twice, seen = captures.f(1), captures.f(2), captures.seen
        if not once or not twice:
            return None
        rate = 2 * twice / once
        spread = seen * exp(-rate) / (1 - exp(-rate)) ** 2
        variance = spread * (1 + spread * rate**2 * (1 / once + 1 / twice))
        return figure(seen, seen / (1 - exp(-rate)) - seen, variance)
