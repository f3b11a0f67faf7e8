# SPDX-License-Identifier: Apache-2.0
"""What a rule of deals is: it says what kind of trade a message speaks of."""

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

from suluh.deals.words.amounts import Amount, Reading
from suluh.deals.words.cue import Cues
from suluh.deals.words.guards import Count

Kind = Literal["sale", "subscription", "barter", "gift"]


class Option(NamedTuple):
    """One thing that is offered: so many items for so much."""

    minor: int
    currency: str
    items: int | None


class Saying(NamedTuple):
    """What a rule sees of a message: words of trade and numbers, never the text."""

    cues: Cues
    reading: Reading


class OfferRule(ABC):
    """One kind of trade that a message may speak of; its docstring is what the analyst reads."""

    name: ClassVar[str]
    kind: ClassVar[Kind]

    @abstractmethod
    def speaks(self, saying: Saying) -> bool:
        """Whether the message speaks of this kind of trade; at most one rule says so of any message."""


def options(reading: Reading) -> tuple[Option, ...]:
    """What is offered: each amount with the number of items that stands nearest to it.

    >>> from suluh.deals.words.amounts import read_numbers
    >>> [(one.minor // 100, one.items) for one in options(read_numbers("30 file 40rb, 50 file 60rb"))]
    [(40000, 30), (60000, 50)]
    """
    if len(reading.amounts) == len(reading.counts):
        pairs = zip(reading.amounts, reading.counts, strict=True)
        return tuple(Option(amount.minor, amount.currency, count.items) for amount, count in pairs)
    counts = sorted(reading.counts, key=lambda count: count.start)
    return tuple(Option(amount.minor, amount.currency, _nearest(counts, amount)) for amount in reading.amounts)


def _nearest(counts: Sequence[Count], amount: Amount) -> int | None:
    """The number of items of the count nearest to an amount, the counts in the order of their places."""
    at = bisect_left(counts, amount.start, key=lambda count: count.start)
    near = counts[max(at - 1, 0) : at + 1]
    nearest = min(near, key=lambda count: (abs(count.start - amount.start), count.start), default=None)
    return nearest.items if nearest else None
