# SPDX-License-Identifier: Apache-2.0
"""Who talks with whom, and what sellers take from others."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from suluh.deals.facts.parties import Heard, Parties
from suluh.deals.talks.episodes import Episode, Talk, in_order, without_copies
from suluh.deals.talks.market import Market
from suluh.deals.words.rule import Option
from suluh.deals.words.signals import Signal

STANDS = timedelta(days=30)
"""A price told to everybody, or to another buyer, stands for so long."""

_LOOK = 100
"""So many offers before and after an episode are asked for their prices."""

Streams = dict[tuple[str, str], list[Signal]]


def split(found: Iterable[Signal], known: Heard, sides: Parties) -> tuple[Streams, list[Signal]]:
    """Messages of two sides to each other, over all their conversations; and offers to everybody."""
    direct: dict[str, list[Signal]] = defaultdict(list)
    groups: dict[str, list[Signal]] = defaultdict(list)
    public: list[Signal] = []
    for signal in found:
        kind = known.kinds.get(signal.conversation, "direct")
        if kind == "direct":
            direct[signal.conversation].append(signal)
            continue
        if kind == "group":
            groups[signal.conversation].append(signal)
        if signal.kind in {"sale", "subscription"} and not signal.forwarded:
            public.append(signal)
    streams, aside = _of_two(direct, known, sides), Streams()
    for pair, stream in _within_groups(groups, sides):
        if pair not in streams:
            aside.setdefault(pair, []).extend(stream)
    return dict(sorted((*streams.items(), *aside.items()))), in_order(public)


def _of_two(direct: Mapping[str, list[Signal]], known: Heard, sides: Parties) -> Streams:
    """What two sides say to each other alone, with what is learned of who they are."""
    streams: Streams = defaultdict(list)
    for conversation, stream in sorted(direct.items()):
        there = known.members.get(conversation, {})
        pair = _pair(stream, there, sides)
        if pair is None:
            continue
        streams[pair].extend(stream)
        sides.meet(*pair)
        sides.silent.update((side, there[side]) for side in pair if side in there)
        others = [side for side in pair if not sides.is_own(side, stream[0].exhibit)]
        for title in sorted(known.titles.get(conversation, ())):
            if len(others) == 1:
                sides.call(others[0], title)
    return streams


def _within_groups(
    groups: Mapping[str, list[Signal]], sides: Parties
) -> Iterator[tuple[tuple[str, str], list[Signal]]]:
    """What a device's holder and each other member say to each other in a group.

    What the holder says answers whoever spoke last before.
    """
    for _, said in sorted(groups.items()):
        found: dict[tuple[str, str], list[Signal]] = defaultdict(list)
        last: str | None = None
        for one in in_order(said):
            own = sides.is_own(one.side, one.exhibit)
            last = last if own else one.side
            holder = one.side if own else sides.holder(one.exhibit)
            if last is not None and holder is not None and holder != last:
                first, second = sorted((holder, last))
                found[first, second].append(one)
        yield from found.items()


def _pair(stream: list[Signal], there: Iterable[str], sides: Parties) -> tuple[str, str] | None:
    """The two sides of a direct conversation, or null where there are not two."""
    spoken = Counter(signal.side for signal in stream)
    silent = set(there) - set(spoken)
    if len(spoken) == 1 and len(silent) > 1:
        silent = {side for side in silent if not sides.is_own(side, stream[0].exhibit)} or silent
    ranked = [side for side, _ in sorted(spoken.items(), key=lambda one: (-one[1], one[0]))] + sorted(silent)
    if len(ranked) < len(("seller", "buyer")):
        return None
    one, two = sorted(ranked[:2])
    return one, two


def talks(streams: Streams, public: list[Signal], sides: Parties) -> list[Talk]:
    """The talks of all pairs that trade, in a fixed order, with the prices that stand in each episode."""
    market = Market({signal.side: signal.message for signal in reversed(public)})
    ordered = {pair: without_copies(in_order(stream)) for pair, stream in streams.items()}
    for pair, stream in ordered.items():
        market.learn(pair, stream)
    found: list[Talk] = []
    for pair, stream in ordered.items():
        for talk in market.talks(pair, stream):
            talk.silent = {side: sides.silent[side] for side in pair if side in sides.silent}
            for episode in talk.episodes:
                episode.talk = len(found)
            found.append(talk)
    prices = _prices(public, found)
    for talk in found:
        for episode in talk.episodes:
            _fill(episode, prices.get(talk.seller, []))
    return found


Prices = list[tuple[datetime, tuple[Option, ...]]]


def _prices(public: Iterable[Signal], found: Iterable[Talk]) -> dict[str, Prices]:
    """Every offer with its price, by seller, in the order of time."""
    told: dict[str, list[Signal]] = defaultdict(list)
    for signal in public:
        told[signal.side].append(signal)
    for talk in found:
        for episode in talk.episodes:
            told[talk.seller].extend(episode.offers)
    return {side: [(at, one.options()) for at, one in _dated(signals)] for side, signals in told.items()}


def _dated(signals: Iterable[Signal]) -> list[tuple[datetime, Signal]]:
    """Those that name an amount, in the order of time; of one moment in the order of their files."""
    found = [(one.at, one) for one in signals if one.at is not None and one.reading.amounts]
    return sorted(found, key=lambda row: (row[0], row[1].order, row[1].message))


def _fill(episode: Episode, prices: Prices) -> None:
    """Where no price was named between the two, those stand that the seller takes from others."""
    opened = episode.opened
    if episode.options or opened is None or episode.kind in {"barter", "gift"}:
        return
    middle = bisect_left(prices, (opened,))
    near = (one for one in prices[max(0, middle - _LOOK) : middle + _LOOK] if abs(opened - one[0]) <= STANDS)
    known = dict.fromkeys(option for _, options in near for option in options)
    said = {count.items for one in (*episode.openings, *episode.others) for count in one.reading.counts}
    said = said or episode.asked
    episode.options.extend(option for option in known if not said or option.items in said)
    episode.usual = True


def account_of(talk: Talk, side: str, within: Container[str]) -> str | None:
    """The account that a side used most in some messages, or else in all of the talk; of equal ones the smallest."""
    mine = [(one.account, one.message in within) for one in talk.stream if one.side == side and one.account]
    used = Counter(account for account, inside in mine if inside) or Counter(account for account, _ in mine)
    return min(used, key=lambda one: (-used[one], one)) if used else talk.silent.get(side)
