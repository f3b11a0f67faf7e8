# SPDX-License-Identifier: Apache-2.0
"""Which of two sides sells or gives to the other: by what they say and send, and by what they do with others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from suluh.deals.reading.acting import YES
from suluh.deals.talks.episodes import TALK_ON, Basis, Talk, cut
from suluh.deals.words.signals import Signal

_MANY = 4
"""So many files from one side within an hour are no slip of a payment and no snapshot."""

_SAID = frozenset({"offer", "order", "payhow", "paid"})
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)

Pair = tuple[str, str]
Stream = Sequence[Signal]


class Market:
    """What all talks together show of those who sell: every talk is learnt from before any is read."""

    def __init__(self, announcing: Mapping[str, str]) -> None:
        self._announcing = announcing
        """By side that offers to everybody, the first message in which it does."""

        self._paid_into: dict[str, set[str]] = defaultdict(set)
        """Accounts that a seller named to those who were told of items with their price."""

        self._sold: dict[str, set[Pair]] = defaultdict(set)
        """Contents that sellers sent in such talk, and in which talks."""

    def learn(self, pair: Pair, stream: Stream) -> None:
        """Note what a seller does in talk that names items with their price."""
        if not _trade(stream):
            return
        seller = self._seller(pair, stream)
        for signal in stream:
            if signal.side == seller:
                self._paid_into[seller] |= signal.named.accounts
                for sha in filter(None, signal.items):
                    self._sold[sha].add(pair)

    def talks(self, pair: Pair, stream: Stream) -> Iterator[Talk]:
        """The talk in which one side sells to the other, and apart from it that of gifts which go the other way."""
        main, basis = self._main(pair, stream)
        gave = {side: why for side in pair if side != main and (why := self._gave(pair, side, stream))}
        for seller, buyer in (pair, pair[::-1]):
            if seller == main:
                kept = [one for one in stream if one.kind != "gift" or one.side not in gave]
                yield cut(kept, seller, buyer, basis)
            elif seller in gave:
                given = [one for one in stream if one.side == seller and (one.kind == "gift" or one.items)]
                talk = cut(given, seller, buyer, gave[seller])
                if talk.basis == "seller-gives":
                    talk.because = (self._announcing[seller],)
                yield talk

    def _main(self, pair: Pair, stream: Stream) -> tuple[str | None, Basis]:
        """The side that sells; null where nothing shows that the two trade."""
        if _trade(stream) or max(_most_within_an_hour(stream, side) for side in pair) >= _MANY:
            return self._seller(pair, stream), "told"
        usual = next((side for side, other in (pair, pair[::-1]) if self._as_usual(side, other, stream)), None)
        if usual is not None:
            return usual, "as-usual"
        return (self._seller(pair, stream) if _reads_as_trade(stream) else None), "told"

    def _seller(self, pair: Pair, stream: Stream) -> str:
        """Which of two sides sells, by what each of them does."""
        one, two = pair
        other = {one: two, two: one}
        votes = {side: 4 * (side in self._announcing) for side in pair}
        sent = {side: _most_within_an_hour(stream, side) for side in pair}
        for signal in stream:
            if signal.side in other:
                votes[signal.side] += _votes_for_speaker(signal)
                votes[other[signal.side]] += _votes_for_other(signal)
        for side in pair:
            votes[side] += 3 * (sent[side] >= _MANY and sent[side] > sent[other[side]])
        return one if (votes[one], sent[one]) >= (votes[two], sent[two]) else two

    def _as_usual(self, side: str, other: str, stream: Stream) -> bool:
        """Whether a side that was asked offered, and named the account that others pay for items into."""
        asked = offered = None
        for signal in stream:
            if signal.at is None:
                continue
            if signal.side == other and "order" in signal.cues:
                asked = signal.at
            elif signal.side == side and asked and signal.at - asked <= TALK_ON:
                offered = signal.at if signal.reading.counts or "offer" in signal.cues else offered
                if offered and offered >= asked and signal.named.accounts & self._paid_into[side]:
                    return True
        return False

    def _gave(self, pair: Pair, side: str, stream: Stream) -> Basis | None:
        """Why what a side gave away to the other counts as trade; null where it does not."""
        words = [one.at for one in stream if one.side == side and one.kind == "gift" and one.at]
        if not words:
            return None
        if side in self._announcing:
            return "seller-gives"
        sent = [one for one in stream if one.side == side and one.at and _follows(one.at, words)]
        contents = {sha for one in sent for sha in one.items if sha}
        sold = {sha for sha in contents if self._sold.get(sha, set()) - {pair}}
        return "sold-elsewhere" if sold and 2 * len(sold) >= len(contents) else None


def _follows(at: datetime, words: Iterable[datetime]) -> bool:
    """Whether a moment lies within a day after one of some words."""
    return any(word <= at <= word + _DAY for word in words)


def _trade(stream: Sequence[Signal]) -> bool:
    """Whether items were spoken of together with their price, or access was sold and given."""
    access = any("access" in signal.cues for signal in stream)
    return any(
        (signal.kind == "subscription" and (access or bool(signal.cues & {"goods", "offer", "order"})))
        or (signal.kind == "sale" and bool(signal.reading.counts))
        for signal in stream
    )


def _reads_as_trade(stream: Iterable[Signal]) -> bool:
    """Whether something that is said of an offer, an order or a payment reads as trade in digital items."""
    return any(one.trade is not None and one.trade >= YES and one.cues & _SAID for one in stream)


def _most_within_an_hour(stream: Iterable[Signal], side: str) -> int:
    times = [signal.at for signal in stream if signal.side == side and signal.at for _ in signal.items]
    most, first = 0, 0
    for number, at in enumerate(times):
        while at - times[first] > _HOUR:
            first += 1
        most = max(most, number - first + 1)
    return most


def _votes_for_speaker(signal: Signal) -> int:
    """A price with goods, and words on where to pay, are said by who sells."""
    if signal.cues & {"paid", "unpaid"}:
        return 0
    offers = signal.kind in {"sale", "subscription"} and "order" not in signal.cues
    return offers + ("offer" in signal.cues and offers) + 2 * bool(signal.named.accounts) + ("payhow" in signal.cues)


def _votes_for_other(signal: Signal) -> int:
    return 2 * ("paid" in signal.cues) + ("order" in signal.cues and "offer" not in signal.cues)
