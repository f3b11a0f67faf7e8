# SPDX-License-Identifier: Apache-2.0
"""Cuts what two people say to each other into episodes: one offer or order, and what was named after it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from operator import itemgetter
from typing import Literal

from suluh.deals.reading.acts import RENEW
from suluh.deals.words.rule import Kind, Option
from suluh.deals.words.signals import Signal

TALK_ON = timedelta(hours=30)
"""A new price within this time, before anything was paid or sent, belongs to the same episode."""

SETTLED = timedelta(hours=2)
"""Once it was said where to pay, an order after this time is another trade."""

BURST = timedelta(hours=3)
"""Items that follow each other within this time are one going."""

DELIVER = timedelta(days=7)
"""Items that come later than this after payment or order belong to no deal."""


_HELD = 100
"""So many of the last words before a trade that nobody opened yet are kept for it."""

Basis = Literal["told", "as-usual", "seller-gives", "sold-elsewhere"]
"""Why a talk counts as trade: by its own words and items, or by what its seller does with others."""


@dataclass
class Burst:
    """Items that a side sent in one going."""

    side: str
    signals: list[Signal] = field(default_factory=list)

    @property
    def items(self) -> int:
        """How many."""
        return sum(len(one.items) for one in self.signals)

    @property
    def at(self) -> datetime | None:
        """When it began."""
        return self.signals[0].at


@dataclass
class Episode:
    """One offer or order between two sides."""

    seller: str
    buyer: str
    kind: Kind
    talk: int = 0
    """Number of the talk that it is part of."""

    options: list[Option] = field(default_factory=list)
    offers: list[Signal] = field(default_factory=list)
    orders: list[Signal] = field(default_factory=list)
    begun: list[Signal] = field(default_factory=list)
    """What it began with, where neither offer nor order stands before what was paid or sent."""

    others: list[Signal] = field(default_factory=list)
    """Where to pay, another price, word that nothing is paid yet."""

    told: set[tuple[int, str]] = field(default_factory=set)
    """Amounts that either side named, in minor units with their currency."""

    pay_to: set[str] = field(default_factory=set)
    """Accounts of the ledgers that the seller named in it."""

    pay_elsewhere: set[str] = field(default_factory=set)
    """Messages in which the seller said where to pay and named a number that no ledger knows."""

    usual: bool = False
    """Whether its prices are those that the seller takes from others."""

    refused: bool = False
    """The last word on payment was that there is none yet."""

    last: datetime | None = None
    ends: datetime | None = None
    """When the next episode of the two begins."""

    @property
    def openings(self) -> list[Signal]:
        """The offers and orders, as they came, and what stands for them where there are none."""
        return sorted((*self.begun, *self.offers, *self.orders), key=lambda one: (one.at is None, one.at, one.order))

    @property
    def asked(self) -> set[int]:
        """Numbers of items that the buyer named, as such or by choosing among what was offered."""
        offered = {option.items for option in self.options} - {None}
        said = [one for one in (*self.orders, *self.others) if one.side == self.buyer]
        chosen = {number for one in said for number in one.reading.bare if number in offered}
        return chosen or {count.items for one in said for count in one.reading.counts}

    def promised(self) -> int | None:
        """How many items were spoken of: by the order, or because one offer was made."""
        asked = self.asked
        if len(asked) == 1:
            return asked.pop()
        said = {count.items for one in self.offers for count in one.reading.counts}
        return said.pop() if len(said) == 1 else None

    @cached_property
    def opened(self) -> datetime | None:
        """When it began; asked for once its talk is cut."""
        return next((one.at for one in self.openings if one.at), None)

    @cached_property
    def dated(self) -> list[tuple[datetime, str]]:
        """The moments of all that was said in it, each with its message, in the order of time; asked for as above."""
        said = ((one.at, one.order, one.message) for one in (*self.openings, *self.others) if one.at)
        return [(at, message) for at, _, message in sorted(said)]


@dataclass
class Talk:
    """All that two sides say and send each other."""

    seller: str
    buyer: str
    stream: list[Signal]
    episodes: list[Episode] = field(default_factory=list)
    claims: list[Signal] = field(default_factory=list)
    """The buyer's words that it was paid."""

    bursts: list[Burst] = field(default_factory=list)
    access: list[Signal] = field(default_factory=list)
    silent: dict[str, str] = field(default_factory=dict)
    """An account of each side, for one that says nothing that counts."""

    basis: Basis = "told"
    because: tuple[str, ...] = ()
    """The message by which its seller is known to offer to everybody, where it counts as trade by that."""

    @cached_property
    def claim_times(self) -> list[datetime]:
        """When the buyer spoke of having paid, in the order of time."""
        return [one.at for one in self._claims if one.at]

    @cached_property
    def sent_times(self) -> list[datetime]:
        """When the seller began to send items or gave access, in the order of time."""
        return [one.at for one in self.began_to_send if one.at]

    @cached_property
    def began_to_send(self) -> list[Signal]:
        """The messages with which the seller began to send items, or spoke of access, in the order of time."""
        bursts = (one.signals[0] for one in self.bursts if one.side == self.seller)
        return sorted((one for one in (*bursts, *self.access) if one.at), key=lambda one: (one.at, one.order))

    @cached_property
    def timed(self) -> list[Signal]:
        """What was said of which the time is known, in the order of time."""
        return sorted((one for one in self.stream if one.at), key=lambda one: (one.at, one.order))

    @cached_property
    def times(self) -> list[datetime]:
        """When each of these was said."""
        return [one.at for one in self.timed if one.at]

    def claims_within(self, first: datetime, last: datetime) -> list[Signal]:
        """The buyer's words of having paid between two moments."""
        low, high = bisect_left(self.claim_times, first), bisect_right(self.claim_times, last)
        return self._claims[low:high]

    @cached_property
    def _claims(self) -> list[Signal]:
        return sorted((one for one in self.claims if one.at), key=lambda one: (one.at, one.order))

    @cached_property
    def cited(self) -> frozenset[str]:
        """Payments whose number the buyer named."""
        return frozenset(name for one in self.claims for name in one.named.payments)


def cut(stream: Sequence[Signal], seller: str, buyer: str, basis: Basis = "told") -> Talk:
    """The talk of one pair in the order of time: its episodes, and apart from them what was claimed and sent."""
    talk = Talk(seller, buyer, list(stream), basis=basis)
    waiting: list[Signal] = []
    for signal in stream:
        current = talk.episodes[-1] if talk.episodes else None
        late = current is None or _is_stale(talk, current, signal)
        waiting = [one for one in waiting[-_HELD:] if _is_near(one, signal)]
        opens = _opens(signal, seller)
        begins = not opens and late and _begins(signal, seller)
        if begins or (opens and (current is None or _is_new(talk, current, signal))):
            if current is not None:
                current.ends = signal.at
            renews = begins and signal.does(RENEW)
            current = Episode(seller=seller, buyer=buyer, kind=signal.kind or ("subscription" if renews else "sale"))
            talk.episodes.append(current)
            current.begun.extend([*waiting, signal][:1] if begins else ())
            for one in current.begun:
                _tell(current, one)
            for one in waiting[begins:]:
                _add(current, one, opens=False)
            late = False
        _note(talk, signal)
        if late and not opens:
            waiting.append(signal)
        elif current is not None:
            waiting = []
            if current.begun[:1] != [signal]:
                _add(current, signal, opens=opens)
    return talk


def _begins(signal: Signal, seller: str) -> bool:
    """Whether somebody pays, says where to pay, sends items or renews, so that a trade goes on without an offer."""
    if signal.does(RENEW):
        return True
    if signal.side == seller:
        return bool(signal.items or signal.named.accounts)
    return "paid" in signal.cues or bool(signal.named.payments)


def _is_stale(talk: Talk, current: Episode, signal: Signal) -> bool:
    """Whether a word comes so long after all that was said, paid and sent that it speaks of what comes next."""
    told = (at for at in (current.last, *_latest(talk)) if at is not None and at != signal.at)
    last = max(told, default=None)
    return last is not None and signal.at is not None and signal.at - last > TALK_ON


def _is_near(one: Signal, signal: Signal) -> bool:
    return one.at is not None and signal.at is not None and signal.at - one.at <= TALK_ON


def _opens(signal: Signal, seller: str) -> bool:
    """Whether a message is an offer or an order."""
    if signal.cues & {"paid", "unpaid"}:
        return False
    if signal.kind is not None:
        return True
    return signal.side != seller and "order" in signal.cues


def _is_new(talk: Talk, current: Episode, signal: Signal) -> bool:
    """Whether an offer or order begins another trade."""
    if signal.kind in {"barter", "gift"} or current.kind in {"barter", "gift"}:
        return not _agrees(talk, current, signal)
    if _answers(current, signal):
        return False
    if any(_after(at, current.last) for at in _latest(talk)):
        return True
    if signal.at is None or current.last is None:
        return False
    settled = bool(current.pay_to) or any("payhow" in one.cues for one in current.others)
    return signal.at - current.last > (SETTLED if settled else TALK_ON)


def _agrees(talk: Talk, current: Episode, signal: Signal) -> bool:
    """Whether a word of exchange answers the other side's, with nothing sent in between."""
    if signal.kind != "barter" or current.kind != "barter" or signal.at is None or current.last is None:
        return False
    if any(_after(at, current.last) for at in _latest(talk)) or signal.at - current.last > TALK_ON:
        return False
    return all(one.side != signal.side for one in current.openings)


def _answers(current: Episode, signal: Signal) -> bool:
    """Whether the seller names a price for what was just ordered."""
    if signal.side != current.seller or current.offers or current.pay_to or current.last is None:
        return False
    return signal.at is not None and signal.at - current.last <= TALK_ON


def _latest(talk: Talk) -> list[datetime | None]:
    """When something was last claimed, sent or granted."""
    return (
        [one.at for one in talk.claims[-1:]]
        + [one.at for one in talk.bursts[-1:]]
        + [one.at for one in talk.access[-1:]]
    )


def _after(at: datetime | None, last: datetime | None) -> bool:
    return at is not None and last is not None and at >= last


def _note(talk: Talk, signal: Signal) -> None:
    """Claims, items and access belong to the talk: to which trade, the payments will say."""
    if signal.side == talk.buyer and ("paid" in signal.cues or signal.named.payments):
        talk.claims.append(signal)
    if signal.side == talk.seller and "access" in signal.cues:
        talk.access.append(signal)
    if not signal.items:
        return
    previous = next((one for one in reversed(talk.bursts) if one.side == signal.side), None)
    broken = previous is None or _breaks(talk, previous, signal)
    if broken:
        talk.bursts.append(Burst(signal.side))
    (talk.bursts[-1] if broken or previous is None else previous).signals.append(signal)


def _breaks(talk: Talk, previous: Burst, signal: Signal) -> bool:
    """Whether items are sent in a new going: after a pause, or after another claim or order."""
    last = previous.signals[-1].at
    if last is None or signal.at is None or signal.at - last > BURST:
        return True
    said = (*talk.claims[-1:], *(talk.episodes[-1].openings[-1:] if talk.episodes else ()))
    return any(one.at is not None and one.at > last for one in said)


def _add(episode: Episode, signal: Signal, *, opens: bool) -> None:
    """Put words into the episode that they follow."""
    if signal.items or "paid" in signal.cues:
        return
    if not signal.speaks:
        episode.others.append(signal)
        return
    if opens:
        _open(episode, signal)
    else:
        episode.others.append(signal)
        episode.refused = "unpaid" in signal.cues or episode.refused
    _tell(episode, signal)


def _tell(episode: Episode, signal: Signal) -> None:
    """Take over the sums and accounts that a message names."""
    if signal.side == episode.seller:
        episode.pay_to |= signal.named.accounts
        if signal.named.is_strange and "payhow" in signal.cues:
            episode.pay_elsewhere.add(signal.message)
    episode.told |= signal.money()
    episode.last = signal.at or episode.last


def _open(episode: Episode, signal: Signal) -> None:
    """Take over what is offered."""
    (episode.offers if signal.side == episode.seller else episode.orders).append(signal)
    if signal.kind in {"sale", "subscription"}:
        episode.kind = signal.kind
        known = {option.minor for option in episode.options}
        episode.options.extend(option for option in signal.options() if option.minor not in known)


def in_order(stream: Iterable[Signal]) -> list[Signal]:
    """Messages of a pair in the order of time; those without a time go where their file has them."""
    told = sorted(stream, key=lambda one: (one.order, one.message))
    dated: list[tuple[bool, datetime | None, tuple[str, int, str], str, Signal]] = []
    last: dict[str, datetime | None] = {}
    for one in told:
        at = one.at or last.get(one.order[0])
        last[one.order[0]] = at
        dated.append((at is not None, at, one.order, one.message, one))
    return [one for *_, one in sorted(dated, key=itemgetter(0, 1, 2, 3))]


def without_copies(stream: Sequence[Signal]) -> list[Signal]:
    """Messages without those that a second export of the same talk repeats.

    What a side said in one minute with the same words stands in as many conversations as there are copies: the one
    that holds most of it, and most of its contents, is kept.
    """
    if len({one.conversation for one in stream}) <= 1:
        return list(stream)
    said, held = [_said(one) for one in stream], dict[tuple[str, bytes, str], dict[str, tuple[int, int]]]()
    for one, key in zip(stream, said, strict=True):
        counts = held.setdefault(key, {})
        messages, contents = counts.get(one.conversation, (0, 0))
        counts[one.conversation] = (messages + 1, contents + sum(sha is not None for sha in one.items))
    kept = {key: min(counts, key=lambda name: (tuple(-n for n in counts[name]), name)) for key, counts in held.items()}
    return [one for one, key in zip(stream, said, strict=True) if kept[key] == one.conversation]


def _said(one: Signal) -> tuple[str, bytes, str]:
    minute = one.at.isoformat(timespec="minutes") if one.at else one.message
    return one.side, one.same, minute
