# SPDX-License-Identifier: Apache-2.0
"""How often each of those seen was seen: all that an estimator knows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Captures:
    """Frequencies of capture: how many were seen exactly once, twice, and so on.

    >>> cottontail = Captures.of((43, 16, 8, 6, 0, 2, 1))
    >>> cottontail.seen, cottontail.contacts, round(coverage(cottontail), 4)
    (76, 142, 0.6988)
    """

    frequencies: Mapping[int, int]
    units: int | None = None
    """Number of lists, devices or sales, where each of them counts one of those seen at most once."""

    @classmethod
    def of(cls, frequencies: Iterable[int], units: int | None = None) -> "Captures":
        """From the printed row: how many were seen once, twice, three times."""
        return cls({times: many for times, many in enumerate(frequencies, 1) if many}, units)

    @classmethod
    def counted(cls, times: Iterable[int], units: int | None = None) -> "Captures":
        """From the number of times that each was seen."""
        return cls(dict(sorted(Counter(one for one in times if one > 0).items())), units)

    def f(self, times: int) -> int:
        """How many were seen exactly so often."""
        return self.frequencies.get(times, 0)

    @property
    def seen(self) -> int:
        """How many different ones were seen."""
        return sum(self.frequencies.values())

    @property
    def contacts(self) -> int:
        """How many times any of them was seen."""
        return sum(times * many for times, many in self.frequencies.items())

    @property
    def draws(self) -> int:
        """What the sample size is: the units where there are any, else the contacts."""
        return self.units if self.units is not None else self.contacts


def coverage(captures: Captures) -> float:
    """The share of all activity that the exhibits show, which is not the share of people.

    >>> spider = Captures({1: 12, 2: 4, 4: 1, 6: 2, 8: 1, 9: 1, 15: 2, 17: 1, 22: 1, 46: 1})
    >>> round(coverage(spider), 4), round(coverage(Captures({1: 49, 2: 23, 38: 1, 5843: 1}, units=599)), 4)
    (0.9289, 0.9918)
    """
    once, twice, contacts = captures.f(1), captures.f(2), captures.contacts
    if not contacts:
        return 0.0
    if not once:
        return 1.0
    return 1 - once / contacts * _unseen_ratio(captures, once, twice)


def _unseen_ratio(captures: Captures, once: int, twice: int) -> float:
    others = captures.draws - 1
    if twice:
        return others * once / (others * once + 2 * twice)
    return others * (once - 1) / (others * (once - 1) + 2) if others * (once - 1) + 2 else 1.0
