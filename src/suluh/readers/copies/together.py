# SPDX-License-Identifier: Apache-2.0
"""Sets of conversations that ties join: their clocks, their accounts, and which of them nobody can tell apart.

1. Of two talks of one exhibit that are both tied to a third and were held at the same time, but are no copies of each
   other, nobody can say which it is: neither is.
2. A set in which anything is known to be two (`bounds.two`), be it by way of a third, is none.
3. What an officer said holds before what the program found: where a way leads from one to another of two that an
   officer parted, what the program found on it gives way; where there is nothing but officers' words, all of them do.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from suluh.model.talk import is_device, is_named_only
from suluh.readers.copies.bounds.two import Shows, Two, two
from suluh.readers.copies.lines.offset import Pair, Tie

Spans = Mapping[str, tuple[int, int]]
"""The first and the last minute of each conversation."""

Near = Mapping[str, AbstractSet[str]]
"""Each conversation with those to which it is tied."""


def near_by(ties: Iterable[Tie]) -> dict[str, set[str]]:
    """To which others each conversation is tied."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in (tie.pair for tie in ties):
        near[one].add(other)
        near[other].add(one)
    return dict(near)


def rivals(ties: Iterable[Tie], spans: Spans, exhibits: Mapping[str, str]) -> dict[str, set[str]]:
    """The conversations to which two others are tied of which one at most can be the same, each with these others."""
    near, found = near_by(ties), defaultdict[str, set[str]](set)
    for name, others in near.items():
        for one, other in combinations(sorted(others), 2):
            if exhibits[one] == exhibits[other] and other not in near[one] and _meet(spans, one, other):
                found[name] |= {one, other}
    return dict(found)


def mixed(ties: Iterable[Tie], shown: Callable[[str], Shows]) -> dict[str, Two]:
    """The conversations of sets of which something is known to be two, each with why."""
    found: dict[str, Two] = {}
    for names, inside in sets(ties):
        why = two([shown(name) for name in sorted(names)], (same for tie in inside for same in tie.authors))
        found |= {} if why is None else dict.fromkeys(names, why)
    return found


def parted(ties: Iterable[Tie], apart: Iterable[Pair], spoken: AbstractSet[Pair]) -> list[Tie]:
    """The ties that hold where some conversations are apart; `spoken` are pairs that officers joined."""
    left = {tie.pair: tie for tie in ties}
    near = near_by(left.values())
    for one, other in sorted(apart):
        while way := _way(near, one, other):
            for pair in [pair for pair in way if pair not in spoken] or way:
                del left[pair]
                near[pair[0]].discard(pair[1])
                near[pair[1]].discard(pair[0])
    return list(left.values())


def _way(near: Near, start: str, end: str) -> list[Pair]:
    """The shortest way of ties from one conversation to another; empty where there is none."""
    came, waiting = {start: start}, deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there in sorted(near.get(here, ())):
            if there not in came:
                came[there] = here
                waiting.append(there)
    way = []
    while end in came and end != start:
        one, other = sorted((end, came[end]))
        way.append((one, other))
        end = came[end]
    return way


def is_taken(pair: Pair, near: Near, spans: Spans, exhibits: Mapping[str, str]) -> bool:
    """Whether one of two is tied to what was held at the time of the other on the other's exhibit."""
    return any(
        exhibits[name] == exhibits[other] and _meet(spans, name, other)
        for one, other in (pair, pair[::-1])
        for name in near.get(one, frozenset()) - {other}
    )


def _meet(spans: Spans, one: str, other: str) -> bool:
    if one not in spans or other not in spans:
        return False
    return max(spans[one][0], spans[other][0]) <= min(spans[one][1], spans[other][1])


def together(found: Iterable[Tie]) -> list[set[str]]:
    """Conversations that ties join, directly or through others."""
    return [names for names, _ in sets(found)]


def sets(found: Iterable[Tie]) -> list[tuple[set[str], list[Tie]]]:
    """The same with the ties of each set, in the order in which they come."""
    ties, parent = list(found), dict[str, str]()
    for tie in ties:
        low, high = sorted(_root(parent, name) for name in tie.pair)
        if low != high:
            parent[high] = low
    every: dict[str, tuple[set[str], list[Tie]]] = {}
    for tie in ties:
        names, inside = every.setdefault(_root(parent, tie.pair[0]), (set(), []))
        names.update(tie.pair)
        inside.append(tie)
    return [every[first] for first in sorted(every)]


def from_first(first: str, found: Sequence[Tie]) -> tuple[dict[str, int], int]:
    """How far each clock is ahead of the first one's, and how many rare messages agree at the least."""
    shifts = {first: 0}
    while True:
        more = {
            name: shifts[other] + shift
            for tie in found
            for other, name, shift in ((*tie.pair, tie.shift), (tie.pair[1], tie.pair[0], -tie.shift))
            if other in shifts and name not in shifts
        }
        if not more:
            return shifts, min(tie.agree for tie in found)
        shifts |= more


def accounts(found: Iterable[Tie]) -> set[tuple[str, str]]:
    """Accounts that are one by what they said, each with the one that says most: a number before a device or a name."""
    parent: dict[str, str] = {}
    for tie in found:
        for one, other in tie.authors:
            low, high = sorted((_root(parent, one), _root(parent, other)), key=_worth)
            if low != high:
                parent[high] = low
    return {(_root(parent, one), one) for one in parent}


def _worth(account: str) -> tuple[int, str]:
    return (2 if is_named_only(account) and not is_device(account) else int(is_device(account)), account)


def _root(parent: dict[str, str], name: str) -> str:
    while name in parent:
        parent[name] = parent.get(parent[name], parent[name])
        name = parent[name]
    return name
