# SPDX-License-Identifier: Apache-2.0
"""Lays two copies of one conversation side by side: which message of one is which of the other.

1. The same words and files of the same author in the same minute are one message, first with first.
2. Between them, one message of an author in a minute that the other copy has too is one as well where it can be: a
   file was left out of one, the message was edited or deleted there. Several in a minute are the same in the same
   order where the other copy has as many and each can be, and where one left its files out as many as the fewer has:
   then the number is known, and not which of them is missing. The joined message shows both.
3. What one copy alone has stays alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple

from suluh.model.talk import Message, is_named_only
from suluh.readers.copies.marks import Minutes, contents, digest
from suluh.readers.copies.offset import LEAST, LEAST_EQUAL, SPEAKERS, SURE, Tie

HALF = Fraction(1, 2)
"""This part of what the shorter copy holds of their common time must be the same. Set by hand: phones lose messages."""

ALL = Fraction(19, 20)
"""The same where fewer rare words agree than would join two phones."""

FEW = 5
"""Texts of a talk in which little was said. Set by hand: all of it by two, each in the same minute."""

FEWEST = 4
"""The same where one side is one account in both. Set by hand: two questions and two answers."""

OF_TWO_NUMBERS = 3
"""The same where both sides are: two numbers have one talk of their own in a service."""

JITTER = 1
"""Minutes, as for clocks."""

OWN = ""
"""Stands for WhatsApp itself, which wrote what has no author."""


class Said(NamedTuple):
    """One message of a copy, as it is compared."""

    minute: int
    author: str
    words: bytes
    message: Message


def said(messages: Iterable[Message], minutes: Minutes, same: Mapping[str, str], shift: int) -> list[Said]:
    """The messages of a copy on the clock and under the authors of the other one, in the order of time."""
    found = []
    for one in messages:
        minute = minutes(one)
        if minute is not None:
            author = OWN if one.sender is None else same.get(one.sender, one.sender)
            words = digest(f"{one.text.strip()}\n{contents(one)}" if one.attachments else one.text)
            found.append(Said(minute - shift, author, words, one))
    return sorted(found, key=lambda one: (one.minute, *_order(one.message)))


def _order(one: Message) -> tuple[str, int, str, str]:
    place = one.place
    return place.file, place.line or 0, f"{place.row or '':>20}", one.id


def aligned(first: Sequence[Said], second: Sequence[Said], tie: Tie) -> list[tuple[Message, Message]]:
    """The messages that are one; none where too little of the common time is the same."""
    if not first or not second:
        return []
    equal, pairs = _laid_out(first, second)
    if tie.is_short:
        is_enough = _is_all(pairs, first, second, tie)
    else:
        is_enough = len(pairs) >= _least(first, second, tie)
        is_enough &= not tie.needs_whole or _have_both_sides(equal, first, second)
    return [(one.message, other.message) for one, other in pairs] if is_enough else []


def in_both(first: Sequence[Said], second: Sequence[Said]) -> list[tuple[Message, Message]]:
    """The messages that are one in two copies that are known to be copies."""
    return [(one.message, other.message) for one, other in _laid_out(first, second)[1]]


def _laid_out(first: Sequence[Said], second: Sequence[Said]) -> tuple[list[tuple[Said, Said]], list[tuple[Said, Said]]]:
    """What is equal in both, and with it what can be one where it differs."""
    equal = list(_equal(first, second))
    taken = {id_ for one, other in equal for id_ in (one.message.id, other.message.id)}
    left = [[one for one in side if one.message.id not in taken] for side in (first, second)]
    return equal, [*equal, *_changed(*left)]


def leftover(first: Sequence[Said], second: Sequence[Said], taken: AbstractSet[str]) -> list[tuple[Message, Message]]:
    """The same for copies that others have shown to be one, of what no other copy has yet."""
    left = [[one for one in side if one.message.id not in taken] for side in (first, second)]
    return in_both(*left)


def _is_all(pairs: Sequence[tuple[Said, Said]], first: Sequence[Said], second: Sequence[Said], tie: Tie) -> bool:
    """Whether all that was written in the common time is the same, enough of it, by both and at several times.

    Files of one author in one minute, as many in both copies, are worth one text. One text of `LEAST` may be gone, and
    of files a tenth. Fewer are enough where one side is one account in both, and where both are.
    """
    same = [one for one, other in pairs if _is_written(one) and one.words == other.words]
    begins, ends = max(first[0].minute, second[0].minute) - JITTER, min(first[-1].minute, second[-1].minute) + JITTER
    common = [one for side in (first, second) for one in side if begins <= one.minute <= ends]
    goings = _goings(pairs, common)
    known = sum(one == other and not is_named_only(one) for one, other in tie.authors)
    by = Counter([*(one.author for one in same), *(author for author, _ in goings)])
    often = 1 if known == SPEAKERS else SPEAKERS
    gone = sum(map(_is_written, common)) - 2 * len(same)
    return (
        by.total() >= (FEW, FEWEST, OF_TWO_NUMBERS)[known]
        and len(by) == SPEAKERS == sum(times >= often for times in by.values())
        and len({one.minute for one in same} | {minute for _, minute in goings}) >= LEAST_EQUAL
        and gone <= (by.total() >= LEAST)
        and goings == {(one.author, one.minute) for one in common if _is_sent(one)}
    )


def _goings(pairs: Sequence[tuple[Said, Said]], common: Sequence[Said]) -> set[tuple[str, int]]:
    """The authors and minutes in which both copies hold as many files, but for a tenth."""
    every = Counter((one.author, one.minute) for one in common if _is_sent(one))
    tied = Counter((one.author, one.minute) for one, _ in pairs if _is_sent(one))
    return {going for going, times in every.items() if tied[going] and times - 2 * tied[going] <= times / 20}


def _is_sent(one: Said) -> bool:
    return one.author != OWN and bool(one.message.attachments)


def _is_written(one: Said) -> bool:
    return one.author != OWN and one.message.kind == "text" and not one.message.attachments


def _have_both_sides(equal: Sequence[tuple[Said, Said]], first: Sequence[Said], second: Sequence[Said]) -> bool:
    """Whether enough is equal, and of each of two authors nearly all: what one tells to many is answered by each.

    One message more may be gone, for of few that were sent one is a large part.
    """
    mine = Counter(one.author for one, _ in equal if one.author != OWN)
    begins, ends = max(first[0].minute, second[0].minute) - JITTER, min(first[-1].minute, second[-1].minute) + JITTER
    sides = [Counter(one.author for one in side if begins <= one.minute <= ends) for side in (first, second)]
    needed = {who: max(LEAST_EQUAL, SURE * max(side[who] for side in sides) - 1) for who in mine}
    whole = [who for who, times in mine.items() if times >= needed[who]]
    return mine.total() >= LEAST and len(whole) >= SPEAKERS


def _least(first: Sequence[Said], second: Sequence[Said], tie: Tie) -> Fraction:
    """How many messages must be equal, of those within the time that both copies hold."""
    begins, ends = max(first[0].minute, second[0].minute) - JITTER, min(first[-1].minute, second[-1].minute) + JITTER
    within = [sum(begins <= one.minute <= ends for one in side) for side in (first, second)]
    return (
        HALF * min(within)
        if tie.agree >= LEAST and not tie.needs_whole
        else max(ALL * max(within), Fraction(tie.agree))
    )


def _equal(first: Sequence[Said], second: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """The same words of one author in one minute, first with first."""
    waiting: dict[tuple[str, bytes], list[Said]] = defaultdict(list)
    for one in reversed(second):
        waiting[one.author, one.words].append(one)
    for one in first:
        held = waiting.get((one.author, one.words), [])
        while held and held[-1].minute < one.minute - JITTER:
            held.pop()
        if held and held[-1].minute <= one.minute + JITTER:
            yield one, held.pop()


def _changed(first: Sequence[Said], second: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """The one message of an author in a minute that the other copy has otherwise, where that can be.

    What WhatsApp itself wrote in one minute is the same in the same order, in whatever words, where it is as much.
    """
    yield from _notices(first, second)
    where: dict[tuple[str, int], list[Said]] = defaultdict(list)
    mine: dict[tuple[str, int], list[Said]] = defaultdict(list)
    for side, found in ((first, mine), (second, where)):
        for one in side:
            found[one.author, one.minute].append(one)
    used: set[str] = set()
    steps = (0,) if all(_is_to_the_minute(side) for side in (first, second)) else (0, -JITTER, JITTER)
    for (author, minute), several in mine.items():
        if author == OWN:
            continue
        near = [other for step in steps for other in where.get((author, minute + step), ())]
        for one, other in _in_order(several, [other for other in near if other.message.id not in used]):
            used.add(other.message.id)
            yield one, other


def _in_order(mine: Sequence[Said], theirs: Sequence[Said]) -> list[tuple[Said, Said]]:
    """The messages of one author and minute with those of the other copy: one with one, several where all can be."""
    if len(mine) == 1:
        fitting = [other for other in theirs if _can_be(mine[0].message, other.message)]
        return [(mine[0], fitting[0])] if len(fitting) == 1 else []
    near = [other for other in theirs if other.minute == mine[0].minute]
    pairs = list(zip(mine, near, strict=False))
    if len(mine) != len(near):
        pairs = _of_fewer(mine, near) if _is_left_out(mine) or _is_left_out(near) else []
    return pairs if all(_can_be(one.message, other.message) for one, other in pairs) else []


def _of_fewer(mine: Sequence[Said], theirs: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Files of one minute, those of one caption together, the others in their order, as many as the fewer has."""
    pairs, rest = [], list(theirs)
    for one in mine:
        like = next((other for other in rest if one.message.text and other.message.text == one.message.text), None)
        if like is not None:
            rest.remove(like)
            pairs.append((one, like))
    taken = {one.message.id for one, _ in pairs}
    return [*pairs, *zip((one for one in mine if one.message.id not in taken), rest, strict=False)]


def _is_left_out(side: Sequence[Said]) -> bool:
    """Whether these are files of which a copy knows nothing."""
    return all(one.message.attachments and not contents(one.message) for one in side)


def _notices(first: Sequence[Said], second: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """WhatsApp's own lines of one minute, where both copies have as many."""
    sides: list[dict[int, list[Said]]] = [defaultdict(list), defaultdict(list)]
    for side, found in zip((first, second), sides, strict=True):
        for one in side:
            if one.author == OWN:
                found[one.minute].append(one)
    for minute, mine in sides[0].items():
        near = [minute + step for step in (0, -JITTER, JITTER) if sides[1].get(minute + step)]
        theirs = sides[1].pop(near[0]) if near and len(sides[1][near[0]]) == len(mine) else []
        yield from (
            (one, other) for one, other in zip(mine, theirs, strict=False) if _can_be(one.message, other.message)
        )


def _is_to_the_minute(side: Sequence[Said]) -> bool:
    """Whether the times of a copy end at the minute, as those of an Android export."""
    if not side:
        return True
    when = side[0].message.sent
    return when is not None and when.precision == "minute"


def _can_be(one: Message, other: Message) -> bool:
    """Whether two records can be of one message: nothing that both of them say contradicts."""
    kinds = {one.kind, other.kind}
    if "revoked" in kinds:
        return len(kinds) > 1 or one.text == other.text
    if len(kinds) > 1 and kinds != {"text", "media"}:
        return False
    if "system" in kinds:
        return True
    files = contents(one), contents(other)
    if all(files) and files[0] != files[1]:
        return False
    if not (one.text and other.text) or digest(one.text) == digest(other.text):
        return bool(one.attachments and other.attachments)
    return one.edited or other.edited
