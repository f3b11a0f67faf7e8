# SPDX-License-Identifier: Apache-2.0
"""How far two clocks were apart, and which author of one copy is which of the other, told by the same rare words.

1. Two clocks differ by the minutes in which most rare words agree. Where seconds are cut off the difference is one of
   two minutes that follow each other, and never of three: who passes words on is late in both directions.
2. An author of one is an author of the other where nearly all that one of the two said is the same.
3. Two accounts that are known by a number or an id of the service are two people.
4. An author who speaks in both is the same in both, by account or by name. Who passes one talk on, word by word, into
   another is one side of the one and the other side of the other.
5. This alone joins nothing: `shown` says what does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from suluh.model.talk import is_hidden, is_named_only
from suluh.readers.copies.lines.marks import Mark

FARTHEST = 26 * 60
"""Minutes between two clocks: no two zones are further apart."""

SURE = 0.9
"""This part of what an author said must be another's. Set by hand: a few words are said by chance in one minute."""

_NAME_PARTS = 4
"""`name`, exhibit, conversation and name: the parts of an account that one conversation alone names."""

Pair = tuple[str, str]
Accounts = tuple[str, str]


class Tie(NamedTuple):
    """What joins two conversations."""

    pair: Pair
    shift: int
    """Minutes by which the clock of the second is ahead."""

    agree: int
    """Rare messages that agree in it."""

    authors: tuple[Accounts, ...]
    """Authors of the first with those of the second who are the same."""

    beside: int = 0
    """By how many minutes more or less it is as well, for the seconds that were cut off: 1, -1 or 0."""


def untied(pair: Pair) -> Tie:
    """Two conversations that nothing ties."""
    return Tie(pair, 0, 0, ())


Apart = Mapping[Pair, Sequence[tuple[int, Accounts]]]
"""For each two conversations how far the same words lie apart, each time with who said them."""


def apart(found: Iterable[tuple[Mark, Mark]]) -> Apart:
    """How far the same rare words lie apart in each two conversations, by their ids."""
    pairs: dict[Pair, list[tuple[int, Accounts]]] = defaultdict(list)
    for one, other in found:
        shift = other.minute - one.minute
        if abs(shift) <= FARTHEST:
            pairs[one.conversation, other.conversation].append((shift, (one.author, other.author)))
    return dict(sorted(pairs.items()))


def ties(found: Apart) -> list[Tie]:
    """The difference of clocks that fits best and the authors for every two conversations, in the order of ids."""
    known = (_tie(pair, agreeing) for pair, agreeing in found.items())
    return [tie for tie in known if tie.authors]


def _tie(pair: Pair, found: Sequence[tuple[int, Accounts]]) -> Tie:
    shifts = Counter(shift for shift, _ in found)
    windows = ((shift, beside) for shift in shifts for beside in (1, -1))
    shift, beside = min(windows, key=lambda each: (-shifts[each[0]] - shifts[sum(each)], -shifts[each[0]], *each))
    beside *= bool(shifts[shift + beside])
    within = {shift, shift + beside}
    authors = _same_authors(Counter(authors for shift, authors in found if shift in within))
    return Tie(pair, shift, sum(shifts[one] for one in within), authors, beside)


def _same_authors(spoken: Counter[Accounts]) -> tuple[Accounts, ...]:
    """Authors who are one; none at all where somebody's words stand under two others.

    One copy may know somebody under two accounts, a number and what hides it.
    """
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (one, other), times in spoken.items():
        left[one] += times
        right[other] += times
    same = [
        (one, other) for (one, other), times in sorted(spoken.items()) if times >= SURE * min(left[one], right[other])
    ]
    same = [(one, other) for one, other in same if one == other or not (is_known(one) and is_known(other))]
    told = sum(spoken[accounts] for accounts in same)
    return tuple(same) if told >= SURE * sum(spoken.values()) and _is_one_side(same) else ()


def is_known(account: str) -> bool:
    """Whether an account is known by a number or an id of the service, and not by a name or what hides the number."""
    return not is_named_only(account) and not is_hidden(account)


def _is_one_side(same: Sequence[Accounts]) -> bool:
    """Whether whoever speaks in both is themselves in both, perhaps beside what hides their number in one of them."""
    pairs = {(_who(one), _who(other)) for one, other in same}
    first, second = ({pair[side] for pair in pairs} for side in (0, 1))
    return all((one, one) in pairs for one in first & second)


def _who(account: str) -> str:
    """The account, or of a name that one conversation alone shows the name."""
    bound = account.split("/")
    return "/".join((bound[0], bound[-1])) if is_named_only(account) and len(bound) == _NAME_PARTS else account
