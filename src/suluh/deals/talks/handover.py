# SPDX-License-Identifier: Apache-2.0
"""Gives what was claimed and sent in a talk to its episodes, now that their payments are known."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate, combinations

from suluh.deals.facts.ledger import Line
from suluh.deals.talks.episodes import DELIVER, Burst, Episode, Talk
from suluh.deals.words.signals import Signal

EARLY = timedelta(minutes=15)
_CLAIM = timedelta(hours=36)
_SOON = timedelta(hours=2)
_AGAIN = timedelta(hours=24)
"""So long after some items were sent, the rest of them may follow."""

_Rank = tuple[int, int, timedelta]
_EXACTLY = (0, 0)
"""The rank of items that are all that a paid trade waited for."""


@dataclass
class Handed:
    """What one episode got."""

    claims: list[Signal] = field(default_factory=list)
    deliveries: list[Signal] = field(default_factory=list)
    access: list[Signal] = field(default_factory=list)
    returned: list[Signal] = field(default_factory=list)
    """Items that the buyer sent: what was given in exchange."""

    in_one_going: bool = False
    """Whether the items came together with those of another trade, so that only their number is sure."""

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
    waiting = list(opened)
    ranked = sorted(
        (rank, number, one) for number, one in enumerate(waiting) if (rank := _rank(one, at, burst.items)) is not None
    )
    if not ranked:
        return
    if ranked[0][0][:2] != _EXACTLY and (two := _both(waiting, burst, at)):
        for one, signals in two:
            one.handed.deliveries.extend(signals)
            one.handed.in_one_going = True
        return
    ranked[0][2].handed.deliveries.extend(burst.signals)


def _both(opened: Iterable[_Open], burst: Burst, at: datetime) -> list[tuple[_Open, list[Signal]]]:
    """The only two paid trades whose promised items a going is together, the first paid with the first of the items."""
    due = sorted(
        (one for one in opened if not one.handed.deliveries and one.promised and _is_due(one, at)),
        key=lambda one: one.paid or at,
    )
    fitting = [
        (one, other)
        for one, other in combinations(due, 2)
        if (one.promised or 0) + (other.promised or 0) == burst.items
    ]
    if len(fitting) != 1:
        return []
    [(one, other)] = fitting
    cut = next((place for place, sent in enumerate(_counted(burst)) if sent == one.promised), None)
    return [] if cut is None else [(one, burst.signals[: cut + 1]), (other, burst.signals[cut + 1 :])]


def _is_due(one: _Open, at: datetime) -> bool:
    """Whether an episode was paid, and not too long ago."""
    return one.paid is not None and one.paid - EARLY <= at <= one.paid + DELIVER


def _counted(burst: Burst) -> Iterator[int]:
    """How many items were sent with each message of a going."""
    return accumulate(len(one.items) for one in burst.signals)


def _rank(one: _Open, at: datetime, items: int) -> _Rank | None:
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
        return _rank_again(one, at, wait, near=near, counted=left is not None)
    if one.episode.kind in {"gift", "barter"}:
        # A gift that is long in coming stands behind what was paid for.
        late = int(one.episode.kind == "gift" and wait > _SOON)
        return (late, late, wait) if wait <= _AGAIN else None
    if one.episode.kind == "subscription" and left is None:
        # What a subscription buys is access: items are more likely those of another trade.
        return (2, 1, wait)
    return (0 if ready or claimed else 2, near, wait)


def _rank_again(one: _Open, at: datetime, wait: timedelta, *, near: int, counted: bool) -> _Rank | None:
    """How well items fit an episode that got some already: the very rest of it stands beside what others wait for."""
    if one.last_sent is None or at - one.last_sent > _AGAIN:
        return None
    if near == 0:
        return (0, 1, wait)
    return (1 if near == 1 and counted else 3, 0, wait)


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
