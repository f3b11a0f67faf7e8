# SPDX-License-Identifier: Apache-2.0
"""Chao's lower bound from lists: who stands on one list, who on two (Chao 1987)."""

from typing import ClassVar

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure, figure
from suluh.unseen.estimators.chao1 import variance


class Chao2(Estimator):
    """At least so many: who stands on one list and who on two tell how many stand on none.

    >>> ants = Chao2().estimate(Captures({1: 49, 2: 23, 3: 155}, units=599))
    >>> [round(one, 3) for one in ants]
    [279.109, 19.794, 252.374, 334.009]
    """

    name = "chao2"
    role = "sensitivity"
    assumes: ClassVar[tuple[str, ...]] = (
        "Each list is a draw of its own from the same population.",
        "Each has a chance of its own to stand on a list, the same for every list.",
    )
    lists = True

    def estimate(self, captures: Captures) -> Figure | None:
        """Null where nobody stands on two lists, or there are no lists."""
        once, twice, units = captures.f(1), captures.f(2), captures.units
        if not twice or not units:
            return None
        share = (units - 1) / units
        return figure(captures.seen, share * once**2 / (2 * twice), variance(once, twice, share))
