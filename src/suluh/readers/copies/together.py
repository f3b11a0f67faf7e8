# SPDX-License-Identifier: Apache-2.0
"""Sets of conversations that ties join: their clocks, their accounts, and which of them nobody can tell apart.

1. Of two talks of one exhibit that are both tied to a third and were held at the same time, but are no copies of each
   other, nobody can say which it is: neither is.
2. A set in which two accounts that are known by number or id are made one by way of a third is none, and so is one of
   talks of two that show more accounts than two.
3. What an officer said holds before what the program found: where a way leads from one to another of two that an
   officer parted, what the program found on it gives way; where there is nothing but officers' words, all of them do.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from suluh.model.talk import is_device, is_named_only
from suluh.readers.copies.offset import Pair, Tie, is_known
from suluh.readers.copies.talks import SIDES

Spans = Mapping[str, tuple[int, int]]
"""The first and the last minute of each conversation."""


def unclear(ties: Sequence[Tie], spans: Spans, exhibits: Mapping[str, str], sides: "Sides") -> set[str]:
    """The conversations of which something contradicts their ties."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in (tie.pair for tie in ties):
        near[one].add(other)
        near[other].add(one)
    found = {
        name
        for name, others in near.items()
        for one, other in combinations(sorted(others), 2)
        if exhibits[one] == exhibits[other] and other not in near[one] and _meet(spans, one, other)
    }
    return found | mixed([tie for tie in ties if found.isdisjoint(tie.pair)], sides)


Sides = Mapping[str, AbstractSet[str]]
"""The accounts that each talk of two shows; of a group nothing."""


def mixed(ties: Sequence[Tie], sides: Sides) -> set[str]:
    """The conversations of sets in which accounts are made one that are known to be two."""
    found: set[str] = set()
    for names in together(ties):
        inside = accounts(tie for tie in ties if tie.pair[0] in names)
        shown = frozenset[str]().union(*(sides.get(name, frozenset()) for name in names))
        is_mixed = any(is_known(root) and is_known(account) for root, account in inside) or len(shown) > SIDES
        found |= names if is_mixed else set()
    return found


def parted(ties: Sequence[Tie], apart: Iterable[Pair], spoken: AbstractSet[Pair]) -> list[Tie]:
    """The ties that hold where some conversations are apart; `spoken` are pairs that officers joined."""
    left = {tie.pair: tie for tie in ties}
    for one, other in sorted(apart):
        while way := _way(left, one, other):
            for pair in [pair for pair in way if pair not in spoken] or way:
                del left[pair]
    return list(left.values())


def _way(ties: Iterable[Pair], start: str, end: str) -> list[Pair]:
    """The shortest way of ties from one conversation to another; empty where there is none."""
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(ties):
        near[one].append(other)
        near[other].append(one)
    came, waiting = {start: start}, deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there in near[here]:
            if there not in came:
                came[there] = here
                waiting.append(there)
    way = []
    while end in came and end != start:
        one, other = sorted((end, came[end]))
        way.append((one, other))
        end = came[end]
    return way


def is_taken(pair: Pair, ties: Iterable[Tie], spans: Spans, exhibits: Mapping[str, str]) -> bool:
    """Whether one of two is tied to what was held at the time of the other on the other's exhibit."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in (tie.pair for tie in ties):
        near[one].add(other)
        near[other].add(one)
    return any(
        exhibits[name] == exhibits[other] and _meet(spans, name, other)
        for one, other in (pair, pair[::-1])
        for name in near[one] - {other}
    )


def _meet(spans: Spans, one: str, other: str) -> bool:
    if one not in spans or other not in spans:
        return False
    return max(spans[one][0], spans[other][0]) <= min(spans[one][1], spans[other][1])


def together(found: Iterable[Tie]) -> list[set[str]]:
    """Conversations that ties join, directly or through others."""
    groups: list[set[str]] = []
    for tie in found:
        touched = [group for group in groups if group & set(tie.pair)]
        groups = [group for group in groups if group not in touched]
        groups.append(set(tie.pair).union(*touched))
    return sorted(groups, key=min)


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


def _root(parent: Mapping[str, str], name: str) -> str:
    while name in parent:
        name = parent[name]
    return name
