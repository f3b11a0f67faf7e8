# SPDX-License-Identifier: Apache-2.0
"""Chao's lower bound, corrected for bias where few were seen twice (Chao 2005)."""

from typing import ClassVar

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure, figure


class Chao1Corrected(Estimator):
    """At least so many, corrected for small numbers: the floor where one-off buyers are few.

    >>> cottontail = Chao1Corrected().estimate(Captures.of((43, 16, 8, 6, 0, 2, 1)))
    >>> round(cottontail.point, 3)
    129.118
    """

    name = "chao1-bc"
    role = "floor"
    assumes: ClassVar[tuple[str, ...]] = (
        "Each has a chance of its own to be seen, the same at every time.",
        "Nobody is seen once only for a reason that hides them later.",
    )

    def estimate(self, captures: Captures) -> Figure | None:
        """Always a figure where anything was seen."""
        once, twice = captures.f(1), captures.f(2)
        if not captures.seen:
            return None
        unseen = once * (once - 1) / (2 * (twice + 1))
        spread = once * (2 * once - 1) ** 2 / (4 * (twice + 1) ** 2)
        spread += once**2 * twice * (once - 1) ** 2 / (4 * (twice + 1) ** 4)
        return figure(captures.seen, unseen, unseen + spread)
