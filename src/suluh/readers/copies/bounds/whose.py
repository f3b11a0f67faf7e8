# SPDX-License-Identifier: Apache-2.0
"""Whether the sides of two talks of two are the same people, by accounts and by when they wrote.

1. A side is known by its number or id, the device's own among them, and by what the address book of its exhibit lists
   under its name. Where both talks know a side so, and by no account alike, the address books contradict the words.
2. Where a side is known by one account in both, nobody stood in between. Where no side is, somebody may have: the times
   have to show that nobody did (`passed.py`).
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from suluh.model.rules.copies import bound_to
from suluh.model.talk import service_of
from suluh.readers.copies.bounds.passed import bits_of_one_clock, paired
from suluh.readers.copies.lines.align import Said, in_common
from suluh.readers.copies.lines.offset import Tie
from suluh.readers.copies.talks import Beside, Known, shown

OF_ONE_CLOCK = 1.0
"""Bits by which one clock has to be likelier, four times as many where a tenth stands in one alone. Set by hand.

Seven messages of equal minutes tell these. Who stands in between says things of their own.
"""

FEW = 10
"""Of so many messages one may stand in one alone."""

Doubt = Literal["passed-on", "other-listed"]


class Whose(NamedTuple):
    """What is known of who wrote in the conversations of a case."""

    known: Mapping[str, Known]
    beside: Beside

    def doubt(self, tie: Tie, first: Sequence[Said], second: Sequence[Said], both: int) -> Doubt | None:
        """Why two talks of two, laid on one clock, may have other sides though their words agree.

        `both` are messages that stand in both.
        """
        sides = [
            tuple(self._accounts(author, name) for author, name in zip(authors, tie.pair, strict=True))
            for authors in tie.authors
        ]
        told = [not one.isdisjoint(other) for one, other in sides if one and other]
        if not all(told):
            return "other-listed"
        return "passed-on" if not told and _is_between(first, second, both) else None

    def _accounts(self, author: str, name: str) -> frozenset[str]:
        """By which accounts a side of a conversation is known; empty where by none."""
        exhibit, bound = self.known[name].place.exhibit, bound_to(author)
        listed = self.beside.listed.get(bound, frozenset()) if bound else frozenset()
        same = frozenset(one for one in listed if service_of(one) == service_of(author))
        return same or shown((author,), exhibit, self.beside.own)


def _is_between(first: Sequence[Said], second: Sequence[Said], both: int) -> bool:
    """Whether somebody in between may have passed on what is in both."""
    held = sum(map(len, in_common(first, second)))
    is_lossy = FEW * (held - 2 * both) > held
    return bits_of_one_clock(paired(first, second)) < OF_ONE_CLOCK * (4 if is_lossy else 1)
