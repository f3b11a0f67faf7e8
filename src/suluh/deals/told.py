# SPDX-License-Identifier: Apache-2.0
"""An episode with all that belongs to it."""

from typing import NamedTuple

from suluh.deals.talks.episodes import Episode, Talk
from suluh.deals.talks.habits import Habits
from suluh.deals.talks.handover import Handed
from suluh.deals.words.signals import Signal


class Told(NamedTuple):
    """An episode with all that belongs to it."""

    talk: Talk
    episode: Episode
    handed: Handed
    habits: Habits = Habits()
    """What its two sides do with others."""


def said_in(told: Told) -> tuple[Signal, ...]:
    """Every message that belongs to an episode: first those that open it, each once."""
    episode, handed = told.episode, told.handed
    said = (*episode.openings, *episode.others, *handed.claims, *handed.returned, *handed.deliveries, *handed.access)
    return tuple({one.message: one for one in said}.values())
