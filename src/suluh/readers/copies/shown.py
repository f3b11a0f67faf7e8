# SPDX-License-Identifier: Apache-2.0
"""Whether two conversations that were laid side by side are copies of one. What is not shown here joins nothing.

1. Two talks of two are one where each side alone shows it: three rare things at three times, words or files of known
   content, or whatever words at eight times beside what that side says most, and nearly all of them. What one tells to
   many shows one side only, and what a program says or has each buyer say is of one time or always the same; who
   answers in words that the other side just said shows nothing.
2. Of each side two thirds of what either copy holds of their common time is in both, or half on two exhibits where
   eight rare things show it, for each phone loses some.
3. Two accounts that are the same by number or id in both have one talk of their own: there nearly all is enough.
4. Two groups are one where, beside the three who wrote most of what is in both, two thirds of what all others wrote is
   in both: two or three who post the same to several groups make these no copies. Of rare things it takes fewer where
   both bear one title.
5. No files that both know differ but a tenth, and of a talk of two no words that somebody says once in each copy stand
   at two times but a tenth: who follows a script says the same as others, at other times.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple

from suluh.model.talk import is_device
from suluh.readers.copies.lines.align import JITTER, OWN, STEPS, Laid, Said, Two, in_common
from suluh.readers.copies.lines.marks import MOST, contents, telling
from suluh.readers.copies.lines.offset import SURE, Tie, is_known
from suluh.readers.copies.talks import SIDES
from suluh.readers.copies.turns import is_one_by_turns, telling_nothing

LEAST = 8
"""At so many times words must agree where clocks differ, or they are not rare. Set by hand, as talk.md asks."""

LEAST_EQUAL = 3
"""So many rare messages of each side. Set by hand: buyers often answer one broadcast in the same words."""

LOST = Fraction(1, 2)
"""This part of what each side wrote is in both where each phone lost some. Set by hand: two lose a third each."""

SPELL = 10
"""Minutes of one time. Set by hand: what a shop's program asks is answered within minutes, by each buyer alike."""

FEW = 10
"""Of so many one may be otherwise."""

POSTERS = 3
"""So many may post the same to several groups. Set by hand."""


class Kind(NamedTuple):
    """What is known of two conversations."""

    is_direct: bool
    """Whether both are talks of two."""

    is_titled: bool
    """Whether both are groups of one title."""

    are_apart: bool
    """Whether they stand on two exhibits."""

    ahead: AbstractSet[int] | None
    """How far apart the clocks of the two exhibits are known to be; null for two copies on one exhibit."""


def is_one(
    first: Sequence[Said], second: Sequence[Said], laid: Laid, tie: Tie, kind: Kind, rare: frozenset[bytes]
) -> bool:
    """Whether the two are copies of one conversation."""
    if not laid.equal or differ(first, second) or (kind.is_direct and _are_moved(first, second, laid)):
        return False
    within = in_common(first, second)
    told = [one for one, _ in laid.equal if telling(one.message) in rare]
    pairs = (*laid.equal, *laid.changed)
    if not kind.is_direct:
        least = LEAST_EQUAL if kind.is_titled else LEAST
        return len(told) >= least and len({one.author for one in told}) >= SIDES and others_agree(pairs, within)
    sides = {one.author for one, _ in laid.equal} - {OWN}
    if len(sides) != SIDES or {one.author for side in within for one in side} - {OWN} != sides:
        return False
    if all(one == other and is_known(one) for one, other in tie.authors) and _is_nearly_all(laid.equal, within):
        return True
    is_enough = abs(tie.shift) <= JITTER or times(one for one, _ in laid.equal if one.message.text) >= LEAST
    part = LOST if kind.are_apart and len(told) >= LEAST else MOST
    is_shown = is_enough and all(_shows(one, told, laid, within, part) for one in sides)
    if is_shown or kind.ahead is None or any(is_device(one) and is_device(other) for one, other in tie.authors):
        return is_shown
    is_known_clock = any(abs(tie.shift - ahead) <= JITTER for ahead in kind.ahead)
    return is_one_by_turns((first, second), laid, tie.shift, rare, is_known_clock=is_known_clock)


def _are_moved(first: Iterable[Said], second: Iterable[Said], laid: Laid) -> bool:
    """Whether words that somebody says once in each copy stand at two times, more of them than a tenth."""
    one, other = (
        Counter((each.author, each.words) for each in side if telling(each.message)) for side in (first, second)
    )
    once = {said for said, count in one.items() if count == other.get(said) == 1}
    same = sum((each.author, each.words) in once for each, _ in laid.equal)
    return FEW * (len(once) - same) > len(once)


def _shows(author: str, told: Sequence[Said], laid: Laid, within: Sequence[Sequence[Said]], part: Fraction) -> bool:
    """Whether what one side said shows that the two are one; rare words do where at least this part is in both."""
    said_before = telling_nothing(within[0])
    rare = [one for one in told if one.author == author and one.message.id not in said_before]
    held = max(sum(one.author == author for one in side) for side in within)
    in_both = sum(one.author == author for one, _ in (*laid.equal, *laid.changed))
    if min(times(rare), len({one.words for one in rare})) >= LEAST_EQUAL:
        return in_both >= part * held
    same = [one for one, _ in laid.equal if one.author == author and one.message.text]
    spoken = max(sum(one.author == author and bool(one.message.text) for one in side) for side in within)
    usual = Counter(one.words for one in same).most_common(1)
    other = [one for one in same if one.words != usual[0][0] and one.message.id not in said_before]
    return times(other) >= LEAST and in_both >= MOST * held and len(same) >= SURE * spoken - 1


def times(said: Iterable[Said]) -> int:
    """At how many times something was said."""
    found, last = 0, None
    for minute in sorted(one.minute for one in said):
        if last is None or minute >= last + SPELL:
            found, last = found + 1, minute
    return found


def _is_nearly_all(equal: Sequence[Two], within: Sequence[Sequence[Said]]) -> bool:
    """Whether nearly all words agree, some of them of each side."""
    same = Counter(one.author for one, _ in equal if one.message.text and one.author != OWN)
    held = max(sum(bool(one.message.text) and one.author != OWN for one in side) for side in within)
    return len(same) == SIDES and same.total() >= max(LEAST_EQUAL, SURE * held)


def others_agree(pairs: Iterable[Two], within: Sequence[Sequence[Said]]) -> bool:
    """Whether enough is in both of what was written by others than those who wrote most of what is."""
    same = Counter(one.author for one, _ in pairs if one.author != OWN)
    most = {OWN, *(author for author, _ in sorted(same.items(), key=lambda each: (-each[1], each[0]))[:POSTERS])}
    rest = sum(count for author, count in same.items() if author not in most)
    held = max(sum(one.author not in most for one in side) for side in within)
    return rest >= LEAST_EQUAL and rest >= MOST * held


def differ(first: Iterable[Said], second: Iterable[Said]) -> bool:
    """Whether files that both copies know differ in more than a tenth of the minutes in which an author sent some."""
    one, other = (_known_files(side) for side in (first, second))
    alike = [
        not files.isdisjoint(theirs)
        for (author, minute), files in one.items()
        if (theirs := {file for step in STEPS for file in other.get((author, minute + step), ())})
    ]
    return FEW * alike.count(False) > len(alike)


def _known_files(side: Iterable[Said]) -> dict[tuple[str, int], set[str]]:
    found: dict[tuple[str, int], set[str]] = {}
    for one in side:
        if files := contents(one.message):
            found.setdefault((one.author, one.minute), set()).add(files)
    return found
