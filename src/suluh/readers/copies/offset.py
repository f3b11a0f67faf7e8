# SPDX-License-Identifier: Apache-2.0
"""How far two clocks were apart, and which author of one copy is which of the other, told by the same rare words.

1. Two conversations are copies where so many rare messages of both sides agree in one difference of minutes; fewer
   are enough for two exports of one phone, and for two groups of one title, where all of them agree.
   Fewer still, or those of one side alone, where the whole of the two agrees and both sides have their part in it.
2. An author of one is an author of the other where nearly all that one of the two said is the same.
3. An author who speaks in both is the same in both: an account in any two, a name in two exports of one phone. Who
   passes one talk on, word by word, into another is one side of the one and the other side of the other.
4. Two talks of two on two exhibits in which little was said are copies where all that was said agrees, one rare
   message among it, and their clocks are equal, or one of them is wrong as surer copies of its exhibit tell.
5. Fewer signs join nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from suluh.model.talk import is_named_only
from suluh.readers.copies.marks import Mark

LEAST = 8
"""So many rare messages at least must agree. Set by hand, as talk.md asks."""

LEAST_EQUAL = 3
"""The same where clocks are equal, or two groups bear one title, and nothing contradicts."""

FARTHEST = 26 * 60
"""Minutes between two clocks: no two zones are further apart."""

SPEAKERS = 2
"""Both sides must have said some of it: one alone may tell several the same."""

SURE = 0.9
"""This part of what an author said must be another's. Set by hand: a few words are said by chance in one minute."""

_NAME_PARTS = 4
"""`name`, exhibit, conversation and name: the parts of an account that one conversation alone names."""

_JITTER = 1
"""Minutes: an export of text cuts seconds off."""

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

    needs_whole: bool = False
    """Whether the rare messages alone are too few, or of one side: then the whole must agree, and both sides in it."""

    is_short: bool = False
    """Whether so little was said that all of it must agree, on clocks that are known."""


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


def ties(found: Apart, is_titled: Callable[[Pair], bool]) -> list[Tie]:
    """Every two conversations of which enough agrees, in the order of their ids.

    `is_titled` says of two that they are groups of one title.
    """
    known = (_tie(pair, agreeing, is_titled=is_titled(pair)) for pair, agreeing in found.items())
    return [tie for tie in known if tie is not None]


def short_ties(found: Apart, clocks: Callable[[Pair], AbstractSet[int]]) -> list[Tie]:
    """Every two conversations that share one rare message at least, as far as their `clocks` are known to differ."""
    known = []
    for pair, agreeing in found.items():
        shifts = Counter(shift for shift, _ in agreeing)
        best = max(sorted(clocks(pair)), key=lambda shift: _near(shifts, shift), default=None)
        if best is None or not _near(shifts, best):
            continue
        spoken = Counter(authors for shift, authors in agreeing if abs(shift - best) <= _JITTER)
        if authors := _same_authors(spoken):
            known.append(Tie(pair, best, _near(shifts, best), authors, needs_whole=True, is_short=True))
    return known


def _tie(pair: Pair, found: Sequence[tuple[int, Accounts]], *, is_titled: bool) -> Tie | None:
    shifts = Counter(shift for shift, _ in found)
    best = min(shifts, key=lambda shift: (-_near(shifts, shift), -shifts[shift], abs(shift), shift))
    agree = _near(shifts, best)
    is_whole = is_titled and agree >= SURE * len(found)
    if agree < LEAST_EQUAL:
        return None
    spoken = Counter(authors for shift, authors in found if abs(shift - best) <= _JITTER)
    authors = _same_authors(spoken)
    is_sure = is_whole or (len(authors) >= SPEAKERS and (agree >= LEAST or best == 0))
    return Tie(pair, best, agree, authors, needs_whole=not is_sure) if authors else None


def _near(shifts: Counter[int], shift: int) -> int:
    return sum(shifts[shift + step] for step in range(-_JITTER, _JITTER + 1))


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
    told = sum(spoken[accounts] for accounts in same)
    return tuple(same) if told >= SURE * sum(spoken.values()) and _is_one_side(same) else ()


def _is_one_side(same: Sequence[Accounts]) -> bool:
    """Whether whoever speaks in both is themselves in both, perhaps beside what hides their number in one of them."""
    pairs = {(_who(one), _who(other)) for one, other in same}
    first, second = ({pair[side] for pair in pairs} for side in (0, 1))
    return all((one, one) in pairs for one in first & second)


def _who(account: str) -> str:
    """The account, or of a name that one conversation alone shows the name on its exhibit."""
    bound = account.split("/")
    return "/".join((*bound[:2], bound[-1])) if is_named_only(account) and len(bound) == _NAME_PARTS else account
