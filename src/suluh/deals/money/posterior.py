# SPDX-License-Identifier: Apache-2.0
"""How likely a line is an episode's own beside all that else fits: odds that add up to a share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log
from typing import NamedTuple

from suluh.deals.money.gates import Pair

_MILLION, _FURTHEST = 1_000_000, 20.0


class Apart(NamedTuple):
    """Log-odds of a line and an episode that belong together."""

    of_lines: float
    """Against no line, and every other line of the episode."""

    of_episodes: float
    """Against no episode, and every other episode of the line."""


@dataclass(frozen=True)
class Beside:
    """The odds of all that fits, by episode and by line."""

    by_episode: Mapping[int, float]
    by_line: Mapping[int, float]

    def of(self, pair: Pair) -> Apart:
        """How likely one pair is beside all others."""
        its = _odds(pair)
        lines = self.by_episode.get(pair.episode, 0.0) - its
        episodes = min((self.by_line.get(line, 0.0) - its for line in pair.lines), default=0.0)
        return Apart(log(its) - log(1 + max(0.0, lines)), log(its) - log(1 + max(0.0, episodes)))


def apart(pairs: Iterable[Pair]) -> Beside:
    """The odds of all pairs, added up.

    >>> apart([]).by_line
    {}
    """
    by_episode: dict[int, float] = defaultdict(float)
    by_line: dict[int, float] = defaultdict(float)
    for pair in pairs:
        by_episode[pair.episode] += _odds(pair)
        for line in pair.lines:
            by_line[line] += _odds(pair)
    return Beside(dict(by_episode), dict(by_line))


def _odds(pair: Pair) -> float:
    return exp(max(-_FURTHEST, min(_FURTHEST, pair.weight / _MILLION)))
