# SPDX-License-Identifier: Apache-2.0
"""How far a measured share may be from the true one: 95 in 100 such intervals hold it."""

from math import sqrt

Z = 1.96
"""So many standard deviations on either side hold 95 in 100."""

THREE = 3
"""Where all, or none, of n went right, the other happens at most 3/n of the time: the rule of three."""

NEAR = 0.01
"""So near to nothing or everything a share is written with more digits."""

LEAST = 0.001
"""Percent: what is less, and not nothing, is written as this."""


def interval(right: int, of: int) -> tuple[float, float]:
    """The least and the greatest true share that go with so many right; by Wilson, at the ends by the rule of three.

    >>> interval(0, 1000), interval(1000, 1000)
    ((0.0, 0.003), (0.997, 1.0))
    >>> tuple(round(one, 3) for one in interval(81, 263))  # Newcombe 1998, table I, method 3
    (0.255, 0.366)
    """
    if not of:
        return 0.0, 1.0
    if right in {0, of}:
        most = min(1.0, THREE / of)
        return (0.0, most) if right == 0 else (1 - most, 1.0)
    share, more = right / of, Z * Z / of
    middle, half = share + more / 2, Z * sqrt((share * (1 - share) + more / 4) / of)
    return (middle - half) / (1 + more), (middle + half) / (1 + more)


def percent(share: float) -> str:
    """A share as percent with one digit, near nothing and everything with three, and never as if it were either."""
    is_near = 0 < share < NEAR or 1 - NEAR < share < 1
    text = f"{min(max(100 * share, LEAST), 100 - LEAST):.3f}" if is_near else f"{100 * share:.1f}"
    return text.rstrip("0").rstrip(".")
