# SPDX-License-Identifier: Apache-2.0
"""Which payments may belong to an episode at all, and what speaks for and against each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

from suluh.deals.facts.ledger import Line
from suluh.deals.facts.parties import Parties
from suluh.deals.money.moments import EARLY, when
from suluh.deals.money.nearby import Nearby
from suluh.deals.money.payers import Learned, Payers
from suluh.deals.money.signs import Sign, base
from suluh.deals.money.worth import Worth
from suluh.deals.talks.episodes import Episode, Talk
from suluh.model.trade import Term

PAYER_KNOWN = frozenset({"payer-known", "payer-named", "payer-before", "payer-said", "payer-device"})
"""Rules that tie the payer to the buyer, by more than a name that they share."""

WINDOW = timedelta(days=7)
"""A payment later than this after the last word of an episode is none of it."""


class Pair(NamedTuple):
    """An episode and the payment that may belong to it; two or more where one price was paid in parts."""

    episode: int
    lines: tuple[int, ...]
    weight: int
    """How much more likely than none: what its signs weigh and what stands against every line, in millionths."""

    signs: tuple[Sign, ...]
    items: int | None
    """The number of items of the option whose price was paid."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """Its signs as an analyst reads them."""
        return tuple(one.term for one in self.signs)

    @property
    def line(self) -> int:
        """The first payment."""
        return self.lines[0]


Weighed = dict[tuple[int, int, bool], tuple[tuple[Sign, ...], int | None] | None]
"""By episode, payment and whether the payer is known: the signs of sum and times, and the items that were paid."""


def weight(signs: Iterable[Sign]) -> int:
    """What signs weigh, with what stands against every line before anything is known of it."""
    return base() + sum(one.score for one in signs)


@dataclass
class Search:
    """The payments, ordered so that those of an episode are found without looking at all."""

    sides: Parties
    booked: list[Line]
    learned: Mapping[str, Learned] = field(default_factory=dict)
    """Payers whose payments already fitted one buyer, that buyer and the trades."""

    weighed: Weighed = field(default_factory=dict)
    """What was found of sums and times, for the next search as well: nothing that is learned of payers changes it."""

    def __post_init__(self) -> None:
        self.nearby = Nearby(self.sides, self.booked, ((key, one.buyer) for key, one in self.learned.items()))
        self.payers = Payers(self.sides, self.booked, self.learned)
        self.worth = Worth(self.booked)

    def pairs(self, talks: Sequence[Talk], number: int, episode: Episode) -> list[Pair]:
        """Every payment that may belong to an episode."""
        return list(self._pairs(talks[episode.talk], number, episode))

    def near(self, talk: Talk, episode: Episode) -> Iterator[int]:
        """The payments in the window of an episode, as far as their sides may be its own."""
        opened = episode.opened
        if opened is None or episode.kind in {"barter", "gift"}:
            return
        since, until = opened - EARLY - timedelta(days=1, hours=2), (episode.last or opened) + WINDOW
        for one in self.nearby.of(talk, episode, since, until):
            if self.booked[one].end >= opened - EARLY:
                yield one

    def _pairs(self, talk: Talk, number: int, episode: Episode) -> Iterator[Pair]:
        for one in self.near(talk, episode):
            line = self.booked[one]
            who = self.payers.judge(episode, line, talk)
            if who is None:
                continue
            known = who[1].rule in PAYER_KNOWN or who[1].rule == "same-name"
            key = number, one, known
            if key not in self.weighed:
                worth = self.worth.judge(episode, line, talk, known=known)
                self.weighed[key] = None if worth is None else ((worth[0], *when(talk, episode, line)), worth[1])
            found = self.weighed[key]
            if found is not None:
                signs = (*who, *found[0])
                yield Pair(number, (one,), weight(signs), signs, found[1])
