# SPDX-License-Identifier: Apache-2.0
"""The accumulation curve: how many would have been seen with fewer contacts, or would be with more."""

from math import exp, lgamma

from suluh.unseen.captures import Captures

FURTHEST = 2
"""The curve ends at so many times the sample: beyond, it says nothing."""


def expected(captures: Captures, draws: int) -> float | None:
    """How many a sample of so many contacts shows on average; null beyond twice the sample, or where none is known.

    >>> girdled = Captures({1: 12, 2: 4, 4: 1, 6: 2, 8: 1, 9: 1, 15: 2, 17: 1, 22: 1, 46: 1})
    >>> [round(expected(girdled, draws), 3) for draws in (84, 168, 248, 336)]
    [18.912, 26.0, 30.883, 34.731]
    """
    contacts = captures.contacts
    if not 0 < draws <= FURTHEST * contacts:
        return None
    return _rarefied(captures, draws) if draws <= contacts else _extrapolated(captures, draws - contacts)


def _rarefied(captures: Captures, draws: int) -> float:
    """Who is left out of a smaller sample by chance."""
    contacts = captures.contacts
    missed = sum(
        many * exp(_choices(contacts - times, draws) - _choices(contacts, draws))
        for times, many in captures.frequencies.items()
        if contacts - times >= draws
    )
    return float(captures.seen - missed)


def _choices(of: int, draws: int) -> float:
    """The logarithm of a binomial coefficient."""
    return lgamma(of + 1) - lgamma(draws + 1) - lgamma(of - draws + 1)


def _extrapolated(captures: Captures, more: int) -> float | None:
    once, twice, contacts = captures.f(1), captures.f(2), captures.contacts
    if not twice:
        return None
    unseen = (contacts - 1) / contacts * once**2 / (2 * twice)
    if not unseen:
        return float(captures.seen)
    return captures.seen + unseen * (1 - (1 - once / (contacts * unseen + once)) ** more)
