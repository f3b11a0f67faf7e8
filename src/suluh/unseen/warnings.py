# SPDX-License-Identifier: Apache-2.0
"""When no figure may be given, and what must be said beside one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suluh.unseen.captures import Captures, coverage
from suluh.unseen.estimator import Figure

LEAST_TWICE = 3
"""Fewer seen twice give no figure. Set by hand: with one or two the limits of Chao's bound lie a
factor of six apart; bench/unseen.py.
"""

FEW_TWICE = 10
"""With no more seen twice than this only the floor is given. Set by hand: from six to ten the limits still
lie a factor of 2.7 apart, beyond 20 one of 1.3; bench/unseen.py.
"""

_MOSTLY_ONCE = 0.8
"""A larger share seen once is said. Set by hand: in the traffic table, whose intervals miss the truth, it is 0.81."""

_HALF = 0.5
"""A smaller share of the activity is said: by definition, more is unseen than seen."""

_APART = 2.0
"""Models farther apart than this are said. Set by hand: in the traffic table they lie 2.4 apart."""

_ONE_DEVICE = 0.8
"""A larger share of people known to one exhibit alone is said. Set by hand: then it is the list of one seller."""

_UNRESOLVED = 0.05
"""A larger share without an identifier is said. Set by hand: where so many of those seen twice or more count
double, Chao's bound rises from 0.78 of the truth to 0.83; bench/unseen.py.
"""


@dataclass(frozen=True)
class Circumstances:
    """What is known about how the captures came about."""

    largest_device: float = 0.0
    """The share of those seen that one exhibit shows alone."""

    unresolved: float = 0.0
    """The share of captures whose person is known by a name only, or not at all."""


def refusal(captures: Captures, of: str) -> str | None:
    """Why no figure may be given, or null."""
    if not captures.seen:
        return f"no {of} were seen"
    if captures.f(2) < LEAST_TWICE:
        return f"fewer than {LEAST_TWICE} {of} were seen exactly twice"
    return None


def warnings(captures: Captures, figures: Sequence[Figure], around: Circumstances) -> Iterator[str]:
    """What must be said beside the figure, each in a sentence."""
    once, twice, seen = captures.f(1), captures.f(2), captures.seen
    if twice <= FEW_TWICE:
        yield f"Only {twice} were seen exactly twice: the floor is all that can be said."
    if once / seen > _MOSTLY_ONCE:
        yield "More than 80 in 100 were seen once only: the floor leans on very little."
    if coverage(captures) < _HALF:
        yield "The exhibits show less than half of the activity."
    points = [one.point for one in figures]
    if points and max(points) > _APART * min(points):
        yield "The models differ by more than a factor of two."
    yield from doubts(around)


def doubts(around: Circumstances) -> Iterator[str]:
    """What must be said beside what was seen, whether there is a figure or not."""
    if around.largest_device > _ONE_DEVICE:
        yield "One exhibit shows more than 80 in 100 of them: the others add little."
    if around.unresolved > _UNRESOLVED:
        yield "More than 5 in 100 are known by name only: one person may be counted twice, or two as one."
