# SPDX-License-Identifier: Apache-2.0
"""Whether somebody between two talks of two may have passed on in each what was said in the other.

1. In two copies of one talk all messages lie the same time apart, whoever wrote them. Who pastes what one says into the
   talk with another makes the words of the one side later in the second talk and those of the other side earlier, each
   time by some other seconds.
2. Each message that is the same in both tells how likely its two times are on one clock, and how likely if it was
   passed on. Where a time is cut to the minute it tells little, where both are it tells less.
3. What one side sent within a minute may have been passed on at once, and tells once.
4. What a side says again within minutes, as photographs, is the same in its order. Where a tenth of it at most is lost
   it is one or the other; where more is, nobody knows which is which, and it tells nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from suluh.model.talk import Message
from suluh.readers.copies.lines.align import OWN, Said, Two

_MINUTE = 60
_STRAY = 0.01
"""How often a message lies otherwise, for whatever reason. Set by hand."""

_NETWORK = 2
"""Seconds that a message takes."""

_RIGHT = 0.5
"""How many clocks are right to the second, once whole minutes are taken off. Set by hand."""

_DELAYS = range(3, 31, 3)
"""Seconds after which words are passed on. Set by hand: longer delays are told the sooner."""

LOST = 10
"""Of so many messages one may be lost."""

NEAR = 2
"""Minutes within which somebody passes on what was said."""

_CLOCKS = np.arange(-2 * _MINUTE, 2 * _MINUTE + 1)
"""Seconds by which the second time of a message may be later, once minutes are on one clock."""

_AS_OFTEN = np.where(np.abs(_CLOCKS) <= _NETWORK, _RIGHT / (2 * _NETWORK + 1), (1 - _RIGHT) / len(_CLOCKS))

_Lies = tuple[int, int]
"""By how many seconds the second time of a message is later, and how many of its two times are cut to the minute."""

_Likely = npt.NDArray[np.float64]
"""For each of the clocks how likely it is, or its logarithm."""


def paired(first: Iterable[Said], second: Iterable[Said]) -> Iterator[Sequence[Two]]:
    """The same words or files of one author at nearly one time, each with all that it may be in the other copy."""
    goings: dict[tuple[str, str, bool], list[tuple[Said, int]]] = defaultdict(list)
    for copy, side in enumerate((first, second)):
        for one in side:
            goings[one.author, one.message.text.strip(), bool(one.message.attachments)].append((one, copy))
    for said in goings.values():
        for going in _goings(sorted(said, key=lambda each: each[0].minute)):
            mine, theirs = ([one for one, copy in going if copy == side] for side in (0, 1))
            yield from filter(None, map(_near, _in_turn(mine, theirs)))


def _in_turn(mine: Sequence[Said], theirs: Sequence[Said]) -> Iterator[list[Two]]:
    """Which is which in their order, or may be where of many a tenth is lost in either."""
    if LOST * abs(len(mine) - len(theirs)) > max(len(mine), len(theirs)):
        return
    is_fewer = len(mine) <= len(theirs)
    few, many = (mine, theirs) if is_fewer else (theirs, mine)
    either = len(few) // LOST
    for place, one in enumerate(few):
        near = many[max(0, place - either) : place + len(many) - len(few) + either + 1]
        yield [(one, other) if is_fewer else (other, one) for other in near]


def _near(may_be: Iterable[Two]) -> list[Two]:
    return [two for two in may_be if abs(two[1].minute - two[0].minute) <= NEAR]


def _goings(said: Iterable[tuple[Said, int]]) -> Iterator[list[tuple[Said, int]]]:
    """The same cut where more time lies between two than passing on takes."""
    going: list[tuple[Said, int]] = []
    for one in said:
        if going and one[0].minute > going[-1][0].minute + NEAR:
            yield going
            going = []
        going.append(one)
    if going:
        yield going


def bits_of_one_clock(equal: Iterable[Sequence[Two]]) -> float:
    """By how many bits one clock is likelier than somebody who passes words on; `equal` lies on whole minutes."""
    every = list(equal)
    exact = [any(seconds_of(two[copy].message) for may_be in every for two in may_be) for copy in (0, 1)]
    sides = [_lies(side, exact) for side in _sides(every)]
    passed = (
        [_told(side, tuple(late * delay for delay in _DELAYS)) for side, late in zip(sides, order, strict=False)]
        for order in ((1, -1), (-1, 1))
    )
    return _whole([_told(side, (0,)) for side in sides]) - max(map(_whole, passed))


def _whole(sides: Sequence[_Likely]) -> float:
    """What both sides tell together, over all clocks as often as each is met."""
    return float(np.logaddexp2.reduce(np.sum([np.log2(_AS_OFTEN), *sides], axis=0)))


def _sides(equal: Iterable[Sequence[Two]]) -> Sequence[Sequence[Sequence[Two]]]:
    found: dict[str, dict[int, Sequence[Two]]] = defaultdict(dict)
    for may_be in equal:
        one = may_be[0][0]
        if one.author != OWN:
            found[one.author].setdefault(one.minute, may_be)
    return [list(found[author].values()) for author in sorted(found)]


def _lies(side: Iterable[Sequence[Two]], exact: Sequence[bool]) -> Counter[tuple[_Lies, ...]]:
    """How the times of each message may lie."""
    return Counter(tuple(_lie(two, exact) for two in may_be) for may_be in side)


def _lie(two: Two, exact: Sequence[bool]) -> _Lies:
    """How the times of a message lie; a copy all of whose seconds are nought has none."""
    seconds = [seconds_of(one.message) if has else None for one, has in zip(two, exact, strict=True)]
    cut = seconds.count(None)
    first, second = (_MINUTE // 2 if cut == 1 and each is None else each or 0 for each in seconds)
    return _MINUTE * (two[1].minute - two[0].minute) + second - first, cut


def seconds_of(message: Message) -> int | None:
    """The seconds of the minute in which a message was sent; null where its time is cut to the minute."""
    when = message.sent
    written = when and (when.at or when.local)
    if when is None or not written or when.precision == "minute":
        return None
    seconds = written[len("2025-08-30T18:00:") :][:2]
    return int(seconds) if seconds.isdecimal() else None


def _told(side: Mapping[tuple[_Lies, ...], int], late: tuple[int, ...]) -> _Likely:
    """The bits of one side for each clock, where its messages are later by one of these seconds, each as likely."""
    told = np.zeros(len(_CLOCKS))
    for may_be, times in side.items():
        told += times * _bits(may_be, late)
    return told


@lru_cache(1 << 10)
def _bits(may_be: tuple[_Lies, ...], late: tuple[int, ...]) -> _Likely:
    """The bits of one message for each clock: the messages of all talks lie in a few ways, which are met many times."""
    later = _CLOCKS + np.array(late)[:, None]
    bits: _Likely = np.log2(np.mean([_likely(lies, later) for lies in may_be], axis=(0, 1)))
    return bits


def _likely(lies: _Lies, later: npt.NDArray[np.int64]) -> _Likely:
    """How likely the times of a message are where it is later by so many seconds."""
    apart, cut = np.abs(lies[0] - later), lies[1]
    if cut > 1:
        return np.maximum(1 - apart / _MINUTE, _STRAY)
    return np.where(apart <= cut * _MINUTE // 2 + _NETWORK, 1.0, _STRAY)
