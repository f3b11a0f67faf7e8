# SPDX-License-Identifier: Apache-2.0
"""An episode with all that belongs to it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from suluh.deals.money.covered import Covered
from suluh.deals.money.matched import Paid
from suluh.deals.talks.episodes import Episode, Talk
from suluh.deals.talks.habits import Habits, habits
from suluh.deals.talks.handover import Handed
from suluh.deals.words.signals import Signal


class Beside(NamedTuple):
    """The trade before or after one, between the same two."""

    away: timedelta
    """From the last word of the one to the first of the other."""

    paid: bool
    sent: bool
    """Whether a payment was given to it, and whether items were."""


class Told(NamedTuple):
    """An episode with all that belongs to it."""

    talk: Talk
    episode: Episode
    handed: Handed
    habits: Habits = Habits()
    """What its two sides do with others."""

    covered: bool = True
    """Whether a payment would be seen: a ledger of either side goes on in its time."""

    before: "Beside | None" = None
    after: "Beside | None" = None
    """What stands next to it in the talk of the two."""

    alike: int = 0
    """How many other trades of the two were paid with the same sum."""


def said_in(told: Told) -> tuple[Signal, ...]:
    """Every message that belongs to an episode: first those that open it, each once."""
    episode, handed = told.episode, told.handed
    said = (*episode.openings, *episode.others, *handed.claims, *handed.returned, *handed.deliveries, *handed.access)
    return tuple({one.message: one for one in said}.values())


def all_told(
    talks: Sequence[Talk],
    episodes: Sequence[Episode],
    paid: Mapping[int, Paid],
    handed: Mapping[int, Handed],
    covered: Covered,
) -> Iterator[Told]:
    """Every episode, with what its two sides do with others and at other times."""
    known_by = habits(talks)
    sums = Counter((episodes[number].talk, _sum(one)) for number, one in paid.items())

    def beside(number: int, other: int) -> Beside | None:
        if not 0 <= other < len(episodes) or episodes[other].talk != episodes[number].talk:
            return None
        first, second = sorted((number, other))
        last, opened = episodes[first].last or episodes[first].opened, episodes[second].opened
        away = max(opened - last, timedelta()) if opened and last else timedelta()
        return Beside(away, other in paid, bool(handed[other].deliveries or handed[other].access))

    for number, one in enumerate(episodes):
        yield Told(
            talk=talks[one.talk],
            episode=one,
            handed=handed[number],
            habits=known_by[one.talk],
            covered=covered.is_covered(one),
            before=beside(number, number - 1),
            after=beside(number, number + 1),
            alike=sums[one.talk, _sum(paid[number])] - 1 if number in paid else 0,
        )


def _sum(paid: Paid) -> int:
    return sum(line.amount for line in paid.lines)
