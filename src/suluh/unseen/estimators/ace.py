# SPDX-License-Identifier: Apache-2.0
"""The abundance coverage estimate (Chao and Lee 1992; Chao and Yang 1993)."""

from typing import ClassVar

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure, figure

RARE = 10
"""Who was seen at most so often counts as rare: the usual cut, with which the printed figures hold."""


class Coverage(Estimator):
    """What the share of activity seen among the rare ones gives; a second opinion without an interval of its own.

    >>> cottontail = Coverage().estimate(Captures.of((43, 16, 8, 6, 0, 2, 1)))
    >>> round(cottontail.point, 3)
    132.627
    """

    name = "ace"
    role = "sensitivity"
    assumes: ClassVar[tuple[str, ...]] = ("Who is seen often tells nothing about who is never seen.",)

    def estimate(self, captures: Captures) -> Figure | None:
        """Null where all of the rare ones were seen once."""
        rare = {times: many for times, many in captures.frequencies.items() if times <= RARE}
        seen, contacts = sum(rare.values()), sum(times * many for times, many in rare.items())
        if not seen or contacts <= 1 or captures.f(1) == contacts:
            return None
        covered = 1 - captures.f(1) / contacts
        pairs = sum(times * (times - 1) * many for times, many in rare.items())
        spread = max(seen / covered * pairs / (contacts * (contacts - 1)) - 1, 0.0)
        point = captures.seen - seen + seen / covered + captures.f(1) / covered * spread
        return figure(captures.seen, max(point - captures.seen, 0.0), 0.0)
