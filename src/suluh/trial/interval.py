# SPDX-License-Identifier: Apache-2.0
"""How far a measured share may be from the true one: 95 in 100 such intervals hold it."""

from suluh.referral.statistics.intervals import share

NEAR = 0.01
"""So near to nothing or everything a share is written with more digits."""

LEAST = 0.001
"""Percent: what is less, and not nothing, is written as this."""


def interval(right: int, of: int) -> tuple[float, float]:
    """The least and the greatest true share that go with so many right: exact, with 2.5 in 100 on either side.

    One kind for every count, that of Clopper and Pearson, also where none or all went right.

    >>> tuple(round(one, 4) for one in interval(0, 210))
    (0.0, 0.0174)
    """
    return share(right, of) if of else (0.0, 1.0)


def percent(share: float) -> str:
    """A share as percent with one digit, near nothing and everything with three, and never as if it were either."""
    is_near = 0 < share < NEAR or 1 - NEAR < share < 1
    text = f"{min(max(100 * share, LEAST), 100 - LEAST):.3f}" if is_near else f"{100 * share:.1f}"
    return text.rstrip("0").rstrip(".")
