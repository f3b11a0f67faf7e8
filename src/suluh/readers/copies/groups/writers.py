# SPDX-License-Identifier: Apache-2.0
"""Which author of one copy of a group is which of the other, where one phone knows a number and the other a name.

Rare words have told a few of them. Of the others two are one where two thirds of what either wrote in the common time
stands in the same minutes as the other's, at three times at least, and neither fits a third as well. Times at which a
timer makes different people write, at the same minute of each hour, are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from suluh.readers.copies.lines.align import JITTER, OWN, Said
from suluh.readers.copies.lines.marks import MOST
from suluh.readers.copies.lines.offset import Accounts, is_known

LEAST_TIMES = 3
"""Minutes that agree at least. Set by hand: in a busy group two write in one minute by chance."""

PART = 3
"""Minutes of one part of an hour. Set by hand: who writes at a timer does so within a minute or two."""

Wrote = Mapping[str, set[int]]
"""The minutes in which each author wrote."""


def by_minutes(first: Iterable[Said], second: Iterable[Said]) -> tuple[Accounts, ...]:
    """Authors who are one; both copies lie on one clock, and those who are known to be one bear one name already."""
    mine, theirs = _minutes(first), _minutes(second)
    both = mine.keys() & theirs.keys()
    mine, theirs = ({who: when for who, when in side.items() if who not in both} for side in (mine, theirs))
    there, back = _fitting(mine, theirs), _fitting(theirs, mine)
    return tuple(
        (one, other)
        for one, other in sorted(there.items())
        if back.get(other) == one and not (is_known(one) and is_known(other))
    )


def _fitting(mine: Wrote, theirs: Wrote) -> dict[str, str]:
    """For each author the only one of the others who wrote in nearly all of the same minutes and in few more."""
    at: dict[int, set[str]] = defaultdict(set)
    for who, minutes in theirs.items():
        for minute in minutes:
            at[minute].add(who)
    found = {}
    for author, minutes in mine.items():
        near: dict[str, list[int]] = defaultdict(list)
        for minute in sorted(minutes):
            for who in {each for step in (-JITTER, 0, JITTER) for each in at.get(minute + step, ())}:
                near[who].append(minute)
        fits = [who for who, when in near.items() if _is_often(when) and len(when) >= MOST * len(minutes)]
        fits = [who for who in fits if len(near[who]) >= MOST * len(theirs[who])]
        if len(fits) == 1:
            found[author] = fits[0]
    return found


def _is_often(minutes: Iterable[int]) -> bool:
    """Whether these lie in enough parts of an hour."""
    return len({minute % 60 // PART for minute in minutes}) >= LEAST_TIMES


def _minutes(side: Iterable[Said]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for one in side:
        if one.author != OWN:
            found[one.author].add(one.minute)
    return found
