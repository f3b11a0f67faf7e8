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
from suluh.deals.money.signs import Side, Sign, base
from suluh.deals.money.worth import Worth
from suluh.deals.talks.episodes import Episode, Talk
from suluh.model.trade import Term

BEFORE = "payer-before"
"""The rule that rests on what was learned of a payer."""

PAYER_KNOWN = frozenset({"payer-known", "payer-named", BEFORE, "payer-said", "payer-device"})
"""Rules that tie the payer to the buyer, by more than a name that they share."""

LENIENT = 500_000
"""A pair that weighs no more than this is none."""

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

    def terms(self, side: Side) -> tuple[Term, ...]:
        """Its signs as an analyst reads them, those of one side."""
        return tuple(term for one in self.signs for term in one.terms(side))

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

    before: Mapping[int, Sequence[Pair]] | None = None
    """By episode what was found before anything was learned: it stands where nothing is learned of a payer."""

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
        stands = {pair.line: pair for pair in self.before.get(number, ())} if self.before is not None else {}
        for one in self.near(talk, episode):
            is_learned = (self.booked[one].payer_key or "") in self.learned
            if self.before is not None and not is_learned:
                pair = stands.get(one)
            else:
                pair = self._judged(talk, (number, episode), one, stands)
            if pair is not None:
                yield pair

    def _judged(self, talk: Talk, numbered: tuple[int, Episode], one: int, stands: Mapping[int, Pair]) -> Pair | None:
        """A payment with what speaks for and against it; null where a gate is closed."""
        line, (number, episode) = self.booked[one], numbered
        who = self.payers.judge(episode, line, talk)
        if who is None:
            return None
        if self.before is not None and who[1].rule != BEFORE:
            # What else is learned of a payer says nothing of sum and times, and opens no gate.
            again = stands.get(one)
            again = None if again is None else _by(again, who)
            if again is None or again.weight <= LENIENT or len(again.signs) > len(who):
                return again
        known = who[1].rule in PAYER_KNOWN or who[1].rule == "same-name"
        worth = self.worth.judge(episode, line, talk, known=known)
        if worth is None:
            return None
        signs = (*who, worth[0], *when(talk, episode, line))
        return Pair(number, (one,), weight(signs), signs, worth[1])


def _by(pair: Pair, who: tuple[Sign, ...]) -> Pair:
    """The same pair, with what else is known of its sides."""
    more = sum(one.score for one in who) - sum(one.score for one in pair.signs[: len(who)])
    return pair._replace(weight=pair.weight + more, signs=(*who, *pair.signs[len(who) :]))
