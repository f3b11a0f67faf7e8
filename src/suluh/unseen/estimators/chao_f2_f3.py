# SPDX-License-Identifier: Apache-2.0
"""Chao's lower bound from those seen twice and three times (Boehning, Kaskasamkul and van der Heijden 2019)."""

from typing import ClassVar

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure, figure


class ChaoTwiceThrice(Estimator):
    """At least so many, leaving out who was seen once: the guard where one-off buyers swell the count.

    >>> cottontail = ChaoTwiceThrice().estimate(Captures.of((43, 16, 8, 6, 0, 2, 1)))
    >>> [round(one, 1) for one in cottontail]
    [90.2, 15.1, 78.6, 154.3]
    """

    name = "chao-f2-f3"
    role = "floor"
    assumes: ClassVar[tuple[str, ...]] = (
        "Who is seen twice or more has a chance of their own to be seen, the same at every time.",
    )

    def estimate(self, captures: Captures) -> Figure | None:
        """Corrected for bias where nobody was seen three times; null where nobody was seen twice."""
        twice, thrice = captures.f(2), captures.f(3)
        if not twice:
            return None
        if not thrice:
            unseen = twice * (twice - 1) * (twice - 2) / 9
            return figure(captures.seen, unseen, (twice**2 / 3) ** 2 * twice + unseen)
        unseen = 2 * twice**3 / (9 * thrice**2)
        by_twice, by_thrice = 2 * twice**2 / (3 * thrice**2), 4 * twice**3 / (9 * thrice**3)
        return figure(captures.seen, unseen, by_twice**2 * twice + by_thrice**2 * thrice + unseen)
