# SPDX-License-Identifier: Apache-2.0
"""How sure a share or a change of counts is: exact limits, by published methods."""

from typing import NamedTuple

TAIL = 0.025


class Interval(NamedTuple):
    """The limits between which it lies with 95 % confidence."""

    low: float
    high: float


def share(part: int, whole: int) -> Interval:
    """The exact interval of Clopper and Pearson (1934) for a share of a whole above 0.

    >>> tuple(round(one, 4) for one in share(10, 100))
    (0.049, 0.1762)
    """
    from scipy.special import betaincinv  # noqa: PLC0415 # it takes a second and 40 MB, and who looks at a case needs none of it

    low = 0.0 if part == 0 else float(betaincinv(part, whole - part + 1, TAIL))
    high = 1.0 if part == whole else float(betaincinv(part + 1, whole - part, 1 - TAIL))
    return Interval(low, high)


def count(size: int) -> Interval:
    """The exact interval of Garwood (1936) for the mean of a Poisson count.

    >>> tuple(round(one, 2) for one in count(10))
    (4.8, 18.39)
    """
    from scipy.special import gammaincinv  # noqa: PLC0415 # it takes a second and 40 MB, and who looks at a case needs none of it

    low = 0.0 if size == 0 else float(gammaincinv(size, TAIL))
    return Interval(low, float(gammaincinv(size + 1, 1 - TAIL)))


def change(before: int, after: int) -> Interval:
    """The interval of a difference of two counts, from the limits of each (Zou and Donner 2008).

    >>> tuple(round(one, 1) for one in change(10, 30))
    (7.1, 33.8)
    """
    old, new, step = count(before), count(after), after - before
    low = step - ((after - new.low) ** 2 + (old.high - before) ** 2) ** 0.5
    high = step + ((new.high - after) ** 2 + (before - old.low) ** 2) ** 0.5
    return Interval(low, high)
