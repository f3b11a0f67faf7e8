# SPDX-License-Identifier: Apache-2.0
"""Chao's lower bound in the form for small samples that iNEXT prints (Chao et al. 2014)."""

from typing import ClassVar

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure, figure
from suluh.unseen.estimators.chao1 import variance


class Chao1Small(Estimator):
    """At least so many, in the form for small samples.

    >>> girdled = Captures({1: 12, 2: 4, 4: 1, 6: 2, 8: 1, 9: 1, 15: 2, 17: 1, 22: 1, 46: 1})
    >>> [round(one, 3) for one in Chao1Small().estimate(girdled)]
    [43.893, 14.306, 30.511, 96.971]
    """

    name = "chao1-small"
    role = "sensitivity"
    assumes: ClassVar[tuple[str, ...]] = (
        "Each has a chance of its own to be seen, the same at every time.",
        "Nobody is seen once only for a reason that hides them later.",
    )

    def estimate(self, captures: Captures) -> Figure | None:
        """Null where nobody was seen twice."""
        once, twice, draws = captures.f(1), captures.f(2), captures.draws
        if not twice or not draws:
            return None
        share = (draws - 1) / draws
        return figure(captures.seen, share * once**2 / (2 * twice), variance(once, twice, share))
