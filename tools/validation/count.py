# SPDX-License-Identifier: Apache-2.0
"""What one measure counts, and the figure and interval that follow from it."""

import math
import statistics
from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

from suluh.trial.interval import interval, percent

STUDENT = {8: 2.306}
"""By degrees of freedom: so many standard errors on either side of a mean hold 95 in 100."""


class Count(Struct, frozen=True, omit_defaults=True):
    """So many of so many; or the shares that some writers got, in hundredths."""

    right: int = 0
    of: int = 0
    shares: tuple[int, ...] = ()
    on: str = ""
    """The day on which it was counted, where that was not today."""


Measure = Callable[[], Count]


class Figure(NamedTuple):
    """A figure with its interval in percent, and how many thousandths it is."""

    text: str
    low: str
    high: str
    thousandths: float


def figure(count: Count) -> Figure:
    """What a count says: a share with its exact interval, a mean with that of Student, both two-sided."""
    if not count.shares:
        low, high = interval(count.right, count.of)
        return Figure(f"{count.right} / {count.of}", percent(low), percent(high), 1000 * count.right / count.of)
    middle, many = statistics.mean(count.shares) / 100, len(count.shares)
    half = STUDENT[many - 1] * statistics.stdev(count.shares) / 100 / math.sqrt(many)
    text = f"{percent(middle)} %"
    return Figure(text, percent(max(0.0, middle - half)), percent(min(1.0, middle + half)), 1000 * middle)
