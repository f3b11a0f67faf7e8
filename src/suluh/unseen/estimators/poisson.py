# SPDX-License-Identifier: Apache-2.0
"""The zero-truncated Poisson model: what would follow if all were alike."""

from math import exp
from typing import ClassVar

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure, figure

LEAST_RATE = 1e-9
"""The search for the rate begins here: it cannot begin at nought, where the formula divides by nought."""


class Poisson(Estimator):
    """What follows if all were equally active: a reference only, far too low if they are not.

    >>> cottontail = Poisson().estimate(Captures.of((43, 16, 8, 6, 0, 2, 1)))
    >>> round(cottontail.point, 2), round(cottontail.low, 1), round(cottontail.high, 1)
    (100.41, 89.4, 120.6)
    """

    name = "poisson"
    role = "sensitivity"
    assumes: ClassVar[tuple[str, ...]] = ("All are equally active.",)

    def estimate(self, captures: Captures) -> Figure | None:
        """Null where everybody was seen once."""
        seen, contacts = captures.seen, captures.contacts
        if contacts == seen:
            return None
        from scipy.optimize import brentq  # noqa: PLC0415 # it takes a second and 40 MB, and who looks at a case needs none of it

        rate = float(brentq(lambda one: one / (1 - exp(-one)) - contacts / seen, LEAST_RATE, contacts / seen + 1))
        never = exp(-rate)
        spread = seen * never / (1 - never) ** 2
        of_rate = rate * (1 - never) ** 2 / (seen * (1 - never - rate * never))
        return figure(seen, seen / (1 - never) - seen, spread + spread**2 * of_rate)
