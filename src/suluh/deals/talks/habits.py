# SPDX-License-Identifier: Apache-2.0
"""What the sides of a talk do in their other talks: who trades in digital items hands them to others as well."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from suluh.deals.talks.episodes import Talk

MANY = 4
"""So many items in one going are no slip of a payment and no snapshot."""


class Habits(NamedTuple):
    """In how many other talks each side handed over many items, or access."""

    seller: int = 0
    buyer: int = 0


def habits(talks: Sequence[Talk]) -> list[Habits]:
    """The habits of both sides of each talk, seen in all the others.

    >>> habits([])
    []
    """
    gives = [frozenset(_givers(talk)) for talk in talks]
    often = Counter(side for sides in gives for side in sides)
    return [
        Habits(often[talk.seller] - (talk.seller in sides), often[talk.buyer] - (talk.buyer in sides))
        for talk, sides in zip(talks, gives, strict=True)
    ]


def _givers(talk: Talk) -> Iterator[str]:
    """The sides that handed over many items, or access, in a talk."""
    yield from (one.side for one in talk.bursts if one.items >= MANY)
    if talk.access:
        yield talk.seller
