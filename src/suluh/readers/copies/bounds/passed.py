# SPDX-License-Identifier: Apache-2.0
"""Whether somebody between two talks of two may have passed on in each what was said in the other.

1. In two copies of one talk all messages lie the same time apart, whoever wrote them. Who pastes what one says into the
   talk with another makes the words of the one side later in the second talk and those of the other side earlier, each
   time by some other seconds.
2. Each message that is the same in both tells how likely its two times are on one clock, and how likely if it was
   passed on. Where a time is cut to the minute it tells little, where both are it tells less.
3. What one side sent within a minute may have been passed on at once, and tells once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from suluh.model.talk import Message
from suluh.readers.copies.align import OWN, Two

_MINUTE = 60
_STRAY = 0.01
"""How often a message lies otherwise, for whatever reason. Set by hand."""

_NETWORK = 2
"""Seconds that a message takes."""

_RIGHT = 0.5
"""How many clocks are right to the second, once whole minutes are taken off. Set by hand."""

_DELAYS = range(3, 31, 3)
"""Seconds after which words are passed on. Set by hand: longer delays are told the sooner."""

_CLOCKS = np.arange(-2 * _MINUTE, 2 * _MINUTE + 1)
"""Seconds by which the second time of a message may be later, once minutes are on one clock."""

_AS_OFTEN = np.where(np.abs(_CLOCKS) <= _NETWORK, _RIGHT / (2 * _NETWORK + 1), (1 - _RIGHT) / len(_CLOCKS))

_Lies = tuple[int, int]
"""By how many seconds the second time of a message is later, and how many of its two times are cut to the minute."""

_Likely = npt.NDArray[np.float64]
"""For each of the clocks how likely it is, or its logarithm."""


def bits_of_one_clock(equal: Iterable[Two]) -> float:
    """By how many bits one clock is likelier than somebody who passes words on; `equal` lies on whole minutes."""
    every = list(equal)
    exact = [any(seconds_of(two[copy].message) for two in every) for copy in (0, 1)]
    sides = [_lies(side, exact) for side in _sides(every)]
    passed = (
        [_told(side, tuple(late * delay for delay in _DELAYS)) for side, late in zip(sides, order, strict=False)]
        for order in ((1, -1), (-1, 1))
    )
    return _whole([_told(side, (0,)) for side in sides]) - max(map(_whole, passed))


def _whole(sides: Sequence[_Likely]) -> float:
    """What both sides tell together, over all clocks as often as each is met."""
    return float(np.logaddexp2.reduce(np.sum([np.log2(_AS_OFTEN), *sides], axis=0)))


def _sides(equal: Iterable[Two]) -> Sequence[Sequence[Two]]:
    found: dict[str, dict[int, Two]] = defaultdict(dict)
    for two in equal:
        if two[0].author != OWN:
            found[two[0].author].setdefault(two[0].minute, two)
    return [list(found[author].values()) for author in sorted(found)]


def _lies(side: Iterable[Two], exact: Sequence[bool]) -> Counter[_Lies]:
    """How the times of each message lie; a copy all of whose seconds are nought has none."""
    found: Counter[_Lies] = Counter()
    for two in side:
        seconds = [seconds_of(one.message) if has else None for one, has in zip(two, exact, strict=True)]
        cut = seconds.count(None)
        first, second = (_MINUTE // 2 if cut == 1 and each is None else each or 0 for each in seconds)
        found[_MINUTE * (two[1].minute - two[0].minute) + second - first, cut] += 1
    return found


def seconds_of(message: Message) -> int | None:
    """The seconds of the minute in which a message was sent; null where its time is cut to the minute."""
    when = message.sent
    written = when and (when.at or when.local)
    if when is None or not written or when.precision == "minute":
        return None
    seconds = written[len("2025-08-30T18:00:") :][:2]
    return int(seconds) if seconds.isdecimal() else None


def _told(side: Mapping[_Lies, int], late: tuple[int, ...]) -> _Likely:
    """The bits of one side for each clock, where its messages are later by one of these seconds, each as likely."""
    told = np.zeros(len(_CLOCKS))
    for lies, times in side.items():
        told += times * _bits(lies, late)
    return told


@lru_cache(1 << 10)
def _bits(lies: _Lies, late: tuple[int, ...]) -> _Likely:
    """The bits of one message for each clock: the messages of all talks lie in a few ways, which are met many times."""
    bits: _Likely = np.log2(np.mean(_likely(lies, _CLOCKS + np.array(late)[:, None]), axis=0))
    return bits


def _likely(lies: _Lies, later: npt.NDArray[np.int64]) -> _Likely:
    """How likely the times of a message are where it is later by so many seconds."""
    apart, cut = np.abs(lies[0] - later), lies[1]
    if cut > 1:
        return np.maximum(1 - apart / _MINUTE, _STRAY)
    return np.where(apart <= cut * _MINUTE // 2 + _NETWORK, 1.0, _STRAY)
