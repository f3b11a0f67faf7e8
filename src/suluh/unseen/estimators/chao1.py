# SPDX-License-Identifier: Apache-2.0
"""Chao's lower bound from those seen once and twice (Chao 1984, 1987)."""

from typing import ClassVar

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure, figure


class Chao1(Estimator):
    """At least so many: who was seen once and who was seen twice tell how many were never seen.

    >>> cottontail = Chao1().estimate(Captures.of((43, 16, 8, 6, 0, 2, 1)))
    >>> [round(one, 2) for one in cottontail[:2]], [round(one) for one in cottontail]
    ([133.78, 24.02], [134, 24, 102, 202])
    """

    name = "chao1"
    role = "sensitivity"
    assumes: ClassVar[tuple[str, ...]] = (
        "Each has a chance of its own to be seen, the same at every time.",
        "Nobody is seen once only for a reason that hides them later.",
    )

    def estimate(self, captures: Captures) -> Figure | None:
        """Null where nobody was seen twice."""
        once, twice = captures.f(1), captures.f(2)
        if not twice:
            return None
        return figure(captures.seen, once**2 / (2 * twice), variance(once, twice, 1.0))


def variance(once: int, twice: int, share: float) -> float:
    """The variance of Chao's bound; `share` is (n-1)/n where the form for small samples is used, else one."""
    ratio = once / twice
    return twice * (share / 2 * ratio**2 + share**2 * ratio**3 + share**2 / 4 * ratio**4)
