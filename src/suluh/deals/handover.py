# SPDX-License-Identifier: Apache-2.0
"""Gives what was claimed and sent in a talk to its episodes, now that their payments are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from suluh.deals.episodes import DELIVER, Burst, Episode, Talk
from suluh.deals.ledger import Line
from suluh.deals.signals import Signal

EARLY = timedelta(minutes=15)
_CLAIM = timedelta(hours=36)
_SOON = timedelta(hours=2)
_AGAIN = timedelta(hours=24)
"""So long after some items were sent, the rest of them may follow."""


@dataclass
class Handed:
    """What one episode got."""

    claims: list[Signal] = field(default_factory=list)
    deliveries: list[Signal] = field(default_factory=list)
    access: list[Signal] = field(default_factory=list)
    returned: list[Signal] = field(default_factory=list)
    """Items that the buyer sent: what was given in exchange."""

    @property
    def items(self) -> int:
        """How many items were sent."""
        return sum(len(one.items) for one in self.deliveries)


@dataclass
class _Open:
    """An episode that may get what is claimed or sent."""

    episode: Episode
    paid: datetime | None
    promised: int | None
    handed: Handed = field(default_factory=Handed)

    @property
    def claimed(self) -> datetime | None:
        """When the buyer first said to have paid."""
        return next((one.at for one in self.handed.claims if one.at), None)

    @property
    def last_sent(self) -> datetime | None:
        """When items were last sent."""
        return next((one.at for one in reversed(self.handed.deliveries) if one.at), None)


def paid_about(talk: Talk, episode: Episode, line: Line) -> datetime:
    """When an episode was paid; of a line that knows only its day, when it was claimed, or else the last word."""
    if line.at is not None:
        return line.at
    begun = episode.opened or line.start
    claims = [one.at for one in talk.claims if one.at and max(line.start, begun) <= one.at <= line.end]
    told = [one.at for one in (*episode.openings, *episode.others) if one.at and one.at <= line.end]
    return min(claims, default=max([line.start, *told]))


def hand_over(
    talk: Talk, numbers: Mapping[int, int], paid: Mapping[int, datetime], promised: Mapping[int, int | None]
) -> dict[int, Handed]:
    """What each episode of a talk got, by number; `numbers` gives the number of each place in the talk."""
    opened = [
        _Open(episode, paid.get(numbers[place]), promised.get(numbers[place]))
        for place, episode in enumerate(talk.episodes)
    ]
    for claim in talk.claims:
        best = _claimed(opened, claim)
        if best is not None:
            best.handed.claims.append(claim)
    for burst in talk.bursts:
        if burst.side == talk.seller:
            _send(opened, burst)
        else:
            _give_back(opened, burst)
    for access in talk.access:
        best = _granted(opened, access)
        if best is not None:
            best.handed.access.append(access)
    return {numbers[place]: one.handed for place, one in enumerate(opened)}


def _claimed(opened: Iterable[_Open], claim: Signal) -> _Open | None:
    """The episode whose payment a claim stands beside, or the last one that waits for a payment."""
    at = claim.at
    if at is None:
        return None
    paid = [(abs(at - one.paid), one) for one in opened if one.paid and abs(at - one.paid) <= _CLAIM]
    if paid:
        return min(paid, key=lambda pair: pair[0])[1]
    waiting = [one for one in opened if one.paid is None and _is_open(one, at) and one.episode.kind == "sale"]
    waiting += [one for one in opened if one.paid is None and _is_open(one, at) and one.episode.kind == "subscription"]
    return waiting[-1] if waiting else None


def _is_open(one: _Open, at: datetime) -> bool:
    """Whether an episode had begun, and not too long ago."""
    begun = one.episode.opened
    return begun is not None and begun <= at <= (one.episode.last or begun) + DELIVER


def _send(opened: Iterable[_Open], burst: Burst) -> None:
    """Give items to the episode that waited for them: one that was paid before one that was not."""
    at = burst.at
    if at is None:
        return
    ranked = sorted(
        (rank, number, one) for number, one in enumerate(opened) if (rank := _rank(one, at, burst.items)) is not None
    )
    if ranked:
        ranked[0][2].handed.deliveries.extend(burst.signals)


def _rank(one: _Open, at: datetime, items: int) -> tuple[int, int, timedelta] | None:
    """How well items fit an episode, the smallest best; null where they come before it or too late."""
    begun = one.episode.opened
    if begun is None or begun > at:
        return None
    ready = one.paid if one.paid and one.paid <= at + EARLY else None
    claimed = one.claimed if one.claimed and one.claimed <= at else None
    since = ready or claimed or one.episode.last or begun
    wait = max(at - since, timedelta())
    if wait > DELIVER:
        return None
    left = None if one.promised is None else one.promised - one.handed.items
    fits = left is None or 0 < items <= left
    near = 0 if items == left else 1 if fits else 2
    if one.handed.deliveries:
        again = one.last_sent is not None and at - one.last_sent <= _AGAIN
        return (1 if fits and left is not None else 3, 0, wait) if again else None
    if one.episode.kind in {"gift", "barter"}:
        return (0, 0, wait) if wait <= (_SOON if one.episode.kind == "gift" else _AGAIN) else None
    if one.episode.kind == "subscription" and left is None:
        # What a subscription buys is access: items are more likely those of another trade.
        return (2, 1, wait)
    return (0 if ready or claimed else 2, near, wait)


def _give_back(opened: Iterable[_Open], burst: Burst) -> None:
    """What a buyer sends in a barter is given in exchange."""
    at = burst.at
    waiting = [one for one in opened if at and one.episode.kind == "barter" and _is_open(one, at)]
    if waiting:
        waiting[-1].handed.returned.extend(burst.signals)


def _granted(opened: Iterable[_Open], access: Signal) -> _Open | None:
    at = access.at
    if at is None:
        return None
    waiting = [one for one in opened if one.episode.kind == "subscription" and _is_open(one, at)]
    return waiting[-1] if waiting else None
