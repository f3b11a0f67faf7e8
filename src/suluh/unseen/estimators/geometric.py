# SPDX-License-Identifier: Apache-2.0
"""The zero-truncated geometric model: activity that falls off exponentially."""

from typing import ClassVar

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure, figure


class Geometric(Estimator):
    """What follows if activity falls off exponentially: far too high if all are alike.

    >>> cottontail = Geometric().estimate(Captures.of((43, 16, 8, 6, 0, 2, 1)))
    >>> round(cottontail.point, 2), round(cottontail.low, 1), round(cottontail.high, 1)
    (163.52, 132.1, 212.6)
    """

    name = "geometric"
    role = "sensitivity"
    assumes: ClassVar[tuple[str, ...]] = ("How often people deal falls off exponentially.",)

    def estimate(self, captures: Captures) -> Figure | None:
        """Null where everybody was seen once."""
        seen, contacts = captures.seen, captures.contacts
        if contacts == seen:
            return None
        never = seen / contacts
        variance = seen * never / (1 - never) ** 2 + seen * never**2 / (1 - never) ** 3
        return figure(seen, seen / (1 - never) - seen, variance)
