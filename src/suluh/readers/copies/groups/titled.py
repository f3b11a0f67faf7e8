# SPDX-License-Identifier: Apache-2.0
"""Groups of one title that are copies of each other by who wrote when, also where hardly a word was said.

1. Two groups bear one title and stand on two exhibits, whose clocks are equal or differ as surer copies tell.
2. More than half of the accounts that the smaller one shows by an identifier are in both. Three of them at least, at
   eight times at least, wrote the same in the same minute: nearly all that the copy with fewer of their messages in the
   common time holds, and half of what the other holds. Files that both know are the same.
3. Beside the three who wrote most of that, at least two thirds of what all others wrote in that time is in both, under
   whatever name: who posts the same to two groups of one title makes them no copies. What members write by a timer, at
   the same few minutes of each hour, makes them none either.
4. Neither tells that the group was made after the other began.
5. A title that more groups bear than a reader would compare joins nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple, Self

from suluh.model.talk import Message, is_named_only
from suluh.readers.copies.groups.onward import HALF, says_made
from suluh.readers.copies.lines.align import JITTER
from suluh.readers.copies.lines.marks import MOST, PLACES, Minutes, contents
from suluh.readers.copies.lines.offset import SURE, Pair, Tie
from suluh.readers.copies.shown import LEAST, LEAST_EQUAL, POSTERS

WRITERS = 3
"""So many accounts at least. Set by hand: two who know each other post to the same groups."""

HOUR = 60

Said = tuple[int, str, str]
"""Minute, account, words."""


class Heard(NamedTuple):
    """What a copy of a group tells by times."""

    known: frozenset[Said]
    """What accounts with an identifier wrote."""

    others: frozenset[Said]
    """What all others wrote, under whatever name."""

    files: Mapping[Said, str]
    made: int | None
    """When the group was made, as the app told it."""

    @classmethod
    def of(cls, messages: Iterable[Message], minutes: Minutes) -> Self:
        """The messages of a copy; a record that stands in several databases is one."""
        known, others, files, made = set[Said](), set[Said](), dict[Said, str](), None
        for one in messages:
            minute = minutes(one)
            if minute is None:
                continue
            if one.sender is None or one.kind == "system":
                made = minute if says_made(one) else made
                continue
            mine = not is_named_only(one.sender)
            said = minute, one.sender if mine else "", one.text
            (known if mine else others).add(said)
            files[said] = contents(one)
        return cls(frozenset(known), frozenset(others), files, made)

    @property
    def accounts(self) -> set[str]:
        """The accounts with an identifier who wrote."""
        return {account for _, account, _ in self.known}

    def within(self, begins: int, ends: int) -> Self:
        """What was written in some time."""
        known, others = (
            frozenset(one for one in said if begins <= one[0] <= ends) for said in (self.known, self.others)
        )
        return self._replace(known=known, others=others)

    def ahead(self, shift: int) -> Self:
        """The same on a clock that is so many minutes behind."""
        known, others = (frozenset((m - shift, a, w) for m, a, w in said) for said in (self.known, self.others))
        files = {(m - shift, a, w): file for (m, a, w), file in self.files.items()}
        return type(self)(known, others, files, None if self.made is None else self.made - shift)


def titled_pairs(titles: Mapping[str, str]) -> Iterator[Pair]:
    """Every two groups of one title, by their ids."""
    of: dict[str, list[str]] = defaultdict(list)
    for name, title in titles.items():
        of[title].append(name)
    for names in of.values():
        if len(names) <= PLACES:
            yield from combinations(sorted(names), 2)


def by_times(pair: Pair, heard: tuple[Heard, Heard], shifts: AbstractSet[int]) -> Tie | None:
    """The tie of two groups whose known members wrote at the same times, by the difference of clocks that fits best."""
    one, other = heard
    common = one.accounts & other.accounts
    smaller = min(len(one.accounts), len(other.accounts))
    if len(common) < WRITERS or len(common) <= Fraction(smaller, 2):
        return None
    found = [(_agreeing(one, other.ahead(shift), common), shift) for shift in sorted(shifts)]
    agree, shift = max(found, key=lambda each: (len(each[0]), -abs(each[1])), default=(frozenset[Said](), 0))
    wrote = sorted({account for _, account, _ in agree})
    return Tie(pair, shift, len(agree), tuple((one, one) for one in wrote)) if agree else None


def _agreeing(one: Heard, other: Heard, common: AbstractSet[str]) -> frozenset[Said]:
    """What agrees; nothing where too little does, or something contradicts."""
    begins, ends = (choose(side) for side, choose in ((_begins(one, other), max), (_ends(one, other), min)))
    if _is_made_later(one, other) or _is_made_later(other, one):
        return frozenset()
    one, other = (side.within(begins - JITTER, ends + JITTER) for side in (one, other))
    mine, theirs = ({said for said in side.known if said[1] in common} for side in (one, other))
    agree = frozenset(said for said in mine if _like(said, theirs, one, other))
    wrote = Counter(account for _, account, _ in agree)
    most = sorted(wrote, key=lambda account: (-wrote[account], account))[:POSTERS]
    rest = [{(m, "", w) for m, who, w in side.known | side.others if who not in most} for side in (one, other)]
    is_enough = len({said[1] for said in agree}) >= WRITERS and len({said[0] for said in agree}) >= LEAST
    is_whole = len(agree) >= SURE * min(len(mine), len(theirs)) and len(agree) >= HALF * max(len(mine), len(theirs))
    tied = [m for m, _, w in rest[0] if any((m + step, "", w) in rest[1] for step in (0, -JITTER, JITTER))]
    is_of_others = len(tied) >= LEAST_EQUAL and len(tied) >= MOST * max(map(len, rest)) and not is_timed(tied)
    return agree if is_enough and is_whole and is_of_others else frozenset()


def is_timed(minutes: Sequence[int]) -> bool:
    """Whether these lie in fewer minutes of the hour than half as many as chance puts them in."""
    by_chance = HOUR * (1 - (1 - 1 / HOUR) ** len(minutes))
    return len({minute % HOUR for minute in minutes}) < HALF * by_chance


def _begins(one: Heard, other: Heard) -> list[int]:
    return [min((said[0] for said in side.known | side.others), default=0) for side in (one, other)]


def _ends(one: Heard, other: Heard) -> list[int]:
    return [max((said[0] for said in side.known | side.others), default=0) for side in (one, other)]


def _is_made_later(one: Heard, other: Heard) -> bool:
    return one.made is not None and one.made > min(_begins(other, other)) + JITTER


def _like(said: Said, theirs: AbstractSet[Said], one: Heard, other: Heard) -> bool:
    """Whether the other copy has it in that minute or the next, with no other file where both know it."""
    minute, account, words = said
    near = ((minute + step, account, words) for step in (0, -JITTER, JITTER))
    like = next((each for each in near if each in theirs), None)
    if like is None:
        return False
    files = one.files.get(said, ""), other.files.get(like, "")
    return not all(files) or files[0] == files[1]
