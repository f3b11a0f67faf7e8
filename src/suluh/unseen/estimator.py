# SPDX-License-Identifier: Apache-2.0
"""What an estimator of the unseen is, and what it answers."""

from abc import ABC, abstractmethod
from math import exp, inf, isfinite, log, sqrt
from typing import ClassVar, Literal, NamedTuple

from suluh.unseen.captures import Captures

Z = 1.959963984540054
"""The 97.5th percentile of the normal distribution: limits of a 95 % interval."""

MOST = 100
"""A figure more than so many times what was seen is no figure. Set by hand: it plans nothing any more."""


class Figure(NamedTuple):
    """An estimate of how many there are, seen and unseen."""

    point: float
    error: float
    """Standard error."""

    low: float
    high: float


class Estimator(ABC):
    """One way to estimate how many there are; its docstring says it in a sentence."""

    name: ClassVar[str]
    role: ClassVar[Literal["floor", "sensitivity"]]
    assumes: ClassVar[tuple[str, ...]]
    """What it takes for granted, each in a sentence."""

    lists: ClassVar[bool] = False
    """Whether it works on units that count each of those seen once."""

    @abstractmethod
    def estimate(self, captures: Captures) -> Figure | None:
        """The figure, or null where the formula has none."""


def figure(seen: int, unseen: float, variance: float) -> Figure | None:
    """A figure with limits that never fall below what was seen: the logarithm of the unseen is taken as normal.

    >>> figure(76, 43**2 / 32, 577.03)
    Figure(point=133.78125, error=24.021..., low=102.4..., high=202.3...)
    """
    if not (isfinite(unseen) and isfinite(variance)) or unseen < 0 or seen + unseen > MOST * seen:
        return None
    if not unseen:
        return Figure(float(seen), 0.0, float(seen), float(seen))
    width = exp(Z * sqrt(log(1 + variance / unseen**2)))
    high = seen + unseen * width if isfinite(width) else inf
    return Figure(seen + unseen, sqrt(variance), seen + unseen / width, high)
