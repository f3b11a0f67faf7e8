# SPDX-License-Identifier: Apache-2.0
"""Which payments may belong to an episode at all, and what speaks for and against each."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

from suluh.deals.facts.ledger import Line
from suluh.deals.facts.parties import Parties
from suluh.deals.money.moments import EARLY, when
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

    def __post_init__(self) -> None:
        self.by_ledger: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self.booked):
            self.by_ledger[line.ledger].append(number)
        self.starts = {name: [self.booked[one].start for one in found] for name, found in self.by_ledger.items()}
        self.payers = Payers(self.sides, self.booked, self.learned)
        self.worth = Worth(self.booked)

    def pairs(self, talks: Sequence[Talk], number: int, episode: Episode) -> list[Pair]:
        """Every payment that may belong to an episode."""
        return list(self._pairs(talks[episode.talk], number, episode))

    def near(self, episode: Episode) -> Iterator[int]:
        """The payments in the window of an episode."""
        opened = episode.opened
        if opened is None or episode.kind in {"barter", "gift"}:
            return
        until = (episode.last or opened) + WINDOW
        for ledger, starts in self.starts.items():
            low = bisect_left(starts, opened - EARLY - timedelta(days=1, hours=2))
            for one in self.by_ledger[ledger][low : bisect_left(starts, until)]:
                if self.booked[one].end >= opened - EARLY:
                    yield one

    def _pairs(self, talk: Talk, number: int, episode: Episode) -> Iterator[Pair]:
        for one in self.near(episode):
            line = self.booked[one]
            who = self.payers.judge(episode, line, talk)
            if who is None:
                continue
            known = who[1].rule in PAYER_KNOWN or who[1].rule == "same-name"
            worth = self.worth.judge(episode, line, talk, known=known)
            if worth is None:
                continue
            signs = (*who, worth[0], *when(talk, episode, line))
            yield Pair(number, (one,), weight(signs), signs, worth[1])
