# SPDX-License-Identifier: Apache-2.0
"""Lays two copies of one conversation side by side: which message of one is which of the other.

1. The same words and files of the same author in the same minute are one message, first with first.
2. Between them, one message of an author in a minute that the other copy has too is one as well where it can be: a
   file was left out of one, the message was edited or deleted there. Several in a minute are the same in the same
   order where the other copy has as many and each can be. The joined message shows both.
3. Files that went over several minutes in a row are one going: as many in both copies are the same in their order,
   also where the seconds that were cut off put some into the next minute. Of many files of which one copy knows
   nothing and a tenth is gone on one phone, as many as the fewer has are the same: then the number is known, and not
   which of them is missing.
4. What one copy alone has stays alone.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import NamedTuple

from suluh.model.talk import Message
from suluh.readers.copies.lines.marks import Minutes, contents, digest

JITTER = 1
"""Minutes: an export of text cuts seconds off."""

Steps = tuple[int, ...]
STEPS: Steps = (0, -JITTER, JITTER)
"""Minutes by which one message may be later in the second copy, on one clock; nearest first."""

OWN = ""
"""Stands for WhatsApp itself, which wrote what has no author."""


class Said(NamedTuple):
    """One message of a copy, as it is compared."""

    minute: int
    author: str
    words: bytes
    message: Message


Two = tuple[Said, Said]
"""What is one in two copies."""


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


def in_common(first: Sequence[Said], second: Sequence[Said]) -> list[list[Said]]:
    """What each copy holds of the time of both."""
    if not (first and second):
        return [[], []]
    begins, ends = max(first[0].minute, second[0].minute) - JITTER, min(first[-1].minute, second[-1].minute) + JITTER
    return [[one for one in side if begins <= one.minute <= ends] for side in (first, second)]


class Laid(NamedTuple):
    """Two copies side by side."""

    equal: list[Two]
    """What is the same to the letter."""

    changed: list[Two]
    """What can be one though it differs."""

    @property
    def messages(self) -> list[tuple[Message, Message]]:
        """The messages that are one."""
        return [(one.message, other.message) for one, other in (*self.equal, *self.changed)]


def laid_out(first: Sequence[Said], second: Sequence[Said], steps: Steps = STEPS) -> Laid:
    """What is equal in both, and with it what can be one where it differs."""
    equal = list(equal_in(first, second, steps))
    taken = {id_ for one, other in equal for id_ in (one.message.id, other.message.id)}
    return Laid(equal, list(_changed(first, second, taken, steps)))


def leftover(first: Sequence[Said], second: Sequence[Said], taken: AbstractSet[str]) -> list[tuple[Message, Message]]:
    """The same for copies that others have shown to be one, of what no other copy has yet."""
    mine, theirs = ([one for one in side if one.message.id not in taken] for side in (first, second))
    return laid_out(mine, theirs).messages


_Minute = tuple[str, int]
"""An author and a minute."""


class _Going(NamedTuple):
    """What an author sent over minutes in a row, as both copies have it."""

    minutes: list[_Minute]
    mine: list[Said]
    theirs: list[Said]


def _goings(first: Sequence[Said], second: Sequence[Said]) -> Iterator[_Going]:
    one, other = (_by_minute(each for each in side if each.message.attachments) for side in (first, second))
    keys = enumerate(sorted({*one, *other}))
    for _, run in groupby(keys, lambda each: (each[1][0], each[1][1] - each[0])):
        minutes = [minute for _, minute in run]
        mine, theirs = ([file for each in minutes for file in side.get(each, ())] for side in (one, other))
        yield _Going(minutes, mine, theirs)


def _by_minute(side: Iterable[Said]) -> dict[_Minute, list[Said]]:
    found: dict[_Minute, list[Said]] = defaultdict(list)
    for one in side:
        if one.author != OWN:
            found[one.author, one.minute].append(one)
    return found


def _is_as_many(mine: Sequence[Said], theirs: Sequence[Said]) -> bool:
    """Whether two lots of files differ by a tenth at most, in number and as far as their contents are known."""
    most = max(len(mine), len(theirs))
    known = [Counter(filter(None, (contents(one.message) for one in side))) for side in (mine, theirs)]
    differ = all(known) and 10 * (min(map(Counter.total, known)) - (known[0] & known[1]).total()) > most
    return 10 * abs(len(mine) - len(theirs)) <= most and not differ


def equal_in(first: Sequence[Said], second: Sequence[Said], steps: Steps) -> Iterator[Two]:
    """The same words of one author in one minute, or within these steps, first with first."""
    waiting: dict[tuple[str, bytes], list[Said]] = defaultdict(list)
    for one in reversed(second):
        waiting[one.author, one.words].append(one)
    for one in first:
        held = waiting.get((one.author, one.words), [])
        while held and held[-1].minute < one.minute + min(steps):
            held.pop()
        if held and held[-1].minute <= one.minute + max(steps):
            yield one, held.pop()


def _changed(first: Sequence[Said], second: Sequence[Said], taken: AbstractSet[str], steps: Steps) -> Iterator[Two]:
    """The one message of an author in a minute that the other copy has otherwise, where that can be.

    What WhatsApp itself wrote in one minute is the same in the same order, in whatever words, where it is as much.
    """
    left = [[one for one in side if one.message.id not in taken] for side in (first, second)]
    yield from _notices(*left)
    used, wholes = set(taken), set[_Minute]()
    for going in _goings(first, second):
        wholes.update(going.minutes if _is_as_many(going.mine, going.theirs) else ())
        for one, other in _in_a_row(going, taken, steps):
            used |= {one.message.id, other.message.id}
            yield one, other
    mine, where = (_by_minute(one for one in side if one.message.id not in used) for side in left)
    near_by = (0,) if all(_is_to_the_minute(side) for side in left) else STEPS
    for (author, minute), several in mine.items():
        near = [other for step in near_by for other in where.get((author, minute + step), ())]
        theirs = [other for other in near if other.message.id not in used]
        for one, other in _in_order(several, theirs, is_whole=(author, minute) in wholes):
            used.add(other.message.id)
            yield one, other


def _in_a_row(going: _Going, taken: AbstractSet[str], steps: Steps) -> list[Two]:
    """The files of a going in their order, where both copies have as many; none where one of them cannot be."""
    mine, theirs = ([one for one in side if one.message.id not in taken] for side in (going.mine, going.theirs))
    pairs = list(zip(mine, theirs, strict=False))
    fits = (other.minute - one.minute in steps and _can_be(one.message, other.message) for one, other in pairs)
    return pairs if len(mine) == len(theirs) and all(fits) else []


def _in_order(mine: Sequence[Said], theirs: Sequence[Said], *, is_whole: bool) -> list[Two]:
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


def _of_fewer(mine: Sequence[Said], theirs: Sequence[Said]) -> list[Two]:
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


def _notices(first: Sequence[Said], second: Sequence[Said]) -> Iterator[Two]:
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
