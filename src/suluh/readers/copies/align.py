# SPDX-License-Identifier: Apache-2.0
"""Lays two copies of one conversation side by side: which message of one is which of the other.

1. The same words and files of the same author in the same minute are one message, first with first.
2. Between them, one message of an author in a minute that the other copy has too is one as well where it can be: a
   file was left out of one, the message was edited or deleted there. Several in a minute are the same in the same
   order where the other copy has as many and each can be. The joined message shows both.
3. Of many files of which one copy knows nothing and a tenth is gone on one phone, as many as the fewer has are the
   same: then the number is known, and not which of them is missing. What went over several minutes is one going.
4. What one copy alone has stays alone.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import chain, groupby
from typing import NamedTuple

from suluh.model.talk import Message, is_hidden, is_named_only
from suluh.readers.copies.marks import Minutes, contents, digest, telling
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

MANY = 5
"""So many files of one author in one minute tell as much as a text. Set by hand: one picture answers another."""

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

    Many files of one author in one minute, as many in both copies, are worth one text where each side said something
    of three words as well. One text of `LEAST` may be gone, and of many files a tenth; where more is gone of a minute
    and a tenth of the whole going, files count as nothing and `LEAST` texts are needed, `LEAST_EQUAL` of each side and
    none gone. Fewer are enough where one side is one number in both, and where both are.
    """
    same = [one for one, other in pairs if _is_written(one) and one.words == other.words]
    begins, ends = max(first[0].minute, second[0].minute) - JITTER, min(first[-1].minute, second[-1].minute) + JITTER
    sides = [[one for one in side if begins <= one.minute <= ends] for side in (first, second)]
    many, goings, wholes = _goings(sides)
    alike = {one for one, other in tie.authors if one == other and not is_named_only(one)}
    if not many <= goings | wholes or any(map(is_hidden, alike)):
        return False
    known = min(SPEAKERS, len(alike))
    gone = sum(map(_is_written, chain(*sides))) - 2 * len(same)
    texts = {(one.author, one.minute, one.message.id) for one in same}
    if many != goings:
        least = min(Counter(author for author, _, _ in texts).values(), default=0)
        return len(texts) >= LEAST and least >= LEAST_EQUAL and not gone and _is_enough(texts, 0, gone)
    told = {one.author for one in same if telling(one.message) is not None}
    files = {(author, minute, "") for author, minute in goings if len(told) == SPEAKERS}
    return any(_is_enough(found, known, gone) for found in (texts, texts | files))


def _is_enough(found: AbstractSet[tuple[str, int, str]], known: int, gone: int) -> bool:
    """Whether what is the same, by author and minute, is enough beside the texts that are not."""
    by = Counter(author for author, _, _ in found)
    return (
        len(found) >= (FEW, FEWEST, OF_TWO_NUMBERS)[known]
        and len(by) == SPEAKERS == sum(times >= (1 if known == SPEAKERS else SPEAKERS) for times in by.values())
        and len({minute for _, minute, _ in found}) >= LEAST_EQUAL
        and gone <= (len(found) >= LEAST)
    )


_Going = tuple[str, int]
"""The author and the minute of some files."""


def _goings(sides: Sequence[Sequence[Said]]) -> tuple[set[_Going], set[_Going], set[_Going]]:
    """Where one copy at least has many files; of these where both agree; where both agree over several minutes.

    Where both copies know what was sent, it must be the same.
    """
    one, other = (_by_going(side) for side in sides)
    many = {going for held in (one, other) for going, files in held.items() if len(files) >= MANY}
    return many, {going for going in many if _is_as_many(one[going], other[going])}, _wholes(one, other)


def _wholes(one: Mapping[_Going, Sequence[Said]], other: Mapping[_Going, Sequence[Said]]) -> set[_Going]:
    """The minutes, each of which follows the one before it, in which an author sent as many by both copies."""
    found = set[_Going]()
    keys = enumerate(sorted({*one, *other}))
    for _, run in groupby(keys, lambda each: (each[1][0], each[1][1] - each[0])):
        goings = [going for _, going in run]
        mine, theirs = ([file for going in goings for file in side.get(going, ())] for side in (one, other))
        found.update(goings if _is_as_many(mine, theirs) else ())
    return found


def _by_going(side: Sequence[Said]) -> dict[_Going, list[Said]]:
    found: dict[_Going, list[Said]] = defaultdict(list)
    for one in side:
        if one.author != OWN and one.message.attachments:
            found[one.author, one.minute].append(one)
    return found


def _is_as_many(mine: Sequence[Said], theirs: Sequence[Said]) -> bool:
    """Whether two lots of files differ by a tenth at most, in number and as far as their contents are known."""
    most = max(len(mine), len(theirs))
    known = [Counter(filter(None, (contents(one.message) for one in side))) for side in (mine, theirs)]
    differ = all(known) and 10 * (min(map(Counter.total, known)) - (known[0] & known[1]).total()) > most
    return 10 * abs(len(mine) - len(theirs)) <= most and not differ


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
    where: dict[_Going, list[Said]] = defaultdict(list)
    mine: dict[_Going, list[Said]] = defaultdict(list)
    for side, found in ((first, mine), (second, where)):
        for one in side:
            found[one.author, one.minute].append(one)
    used: set[str] = set()
    wholes = _wholes(_by_going(first), _by_going(second))
    steps = (0,) if all(_is_to_the_minute(side) for side in (first, second)) else (0, -JITTER, JITTER)
    for (author, minute), several in mine.items():
        if author == OWN:
            continue
        near = [other for step in steps for other in where.get((author, minute + step), ())]
        theirs = [other for other in near if other.message.id not in used]
        for one, other in _in_order(several, theirs, is_whole=(author, minute) in wholes):
            used.add(other.message.id)
            yield one, other


def _in_order(mine: Sequence[Said], theirs: Sequence[Said], *, is_whole: bool) -> list[tuple[Said, Said]]:
    """The messages of one author and minute with those of the other copy: one with one, several where all can be.

    Of many files a few may be gone: of a minute, or where `is_whole` of the going that it is a part of.
    """
    if len(mine) == 1:
        fitting = [other for other in theirs if _can_be(mine[0].message, other.message)]
        if len(fitting) == 1 or not is_whole:
            return [(mine[0], fitting[0])] if len(fitting) == 1 else []
    near = [other for other in theirs if other.minute == mine[0].minute]
    pairs = list(zip(mine, near, strict=False))
    if len(mine) != len(near):
        is_fewer = (is_whole or _is_as_many(mine, near)) and any(map(_is_left_out, (mine, near)))
        return _of_fewer(mine, near) if is_fewer else []
    return pairs if all(_can_be(one.message, other.message) for one, other in pairs) else []


def _of_fewer(mine: Sequence[Said], theirs: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Many files of one minute of which a few are gone: those of one caption and kind in their order."""
    rest: dict[tuple[str, str], deque[Said]] = defaultdict(deque)
    for one in theirs:
        rest[_look(one.message)].append(one)
    pairs = []
    for one in mine:
        like = rest[_look(one.message)]
        if like and _can_be(one.message, like[0].message):
            pairs.append((one, like.popleft()))
    return pairs


def _look(message: Message) -> tuple[str, str]:
    """The caption, and whether what was sent is a picture, a film or something else, as far as an export tells."""
    kinds = {(file.mime or "").partition("/")[0] for file in message.attachments}
    return message.text.strip(), "" if kinds <= {"", "image", "video"} else "/".join(sorted(kinds))


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
