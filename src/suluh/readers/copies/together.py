# SPDX-License-Identifier: Apache-2.0
"""Sets of conversations that ties join: their clocks, their accounts, and which of them nobody can tell apart.

1. Of two talks of one exhibit that are both tied to a third and were held at the same time, but are no copies of each
   other, nobody can say which it is: neither is.
2. A set in which two accounts that are known by number or id are made one by way of a third is none.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from suluh.model.talk import is_device, is_named_only
from suluh.readers.copies.offset import Tie, is_known


def unclear(ties: Sequence[Tie], spans: Mapping[str, tuple[int, int]], exhibits: Mapping[str, str]) -> set[str]:
    """The conversations of which something contradicts their ties; `spans` are their first and last minutes."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in (tie.pair for tie in ties):
        near[one].add(other)
        near[other].add(one)
    found = {
        name
        for name, others in near.items()
        for one, other in combinations(sorted(others), 2)
        if exhibits[one] == exhibits[other] and other not in near[one] and _meet(spans[one], spans[other])
    }
    clear = [tie for tie in ties if found.isdisjoint(tie.pair)]
    for names in together(clear):
        inside = accounts(tie for tie in clear if tie.pair[0] in names)
        found |= names if any(is_known(root) and is_known(account) for root, account in inside) else set()
    return found


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


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
