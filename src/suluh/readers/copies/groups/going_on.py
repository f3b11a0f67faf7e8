# SPDX-License-Identifier: Apache-2.0
"""Groups of which one copy goes on where another ended, while a third that is surely the other one goes on as well.

1. Of two sure copies the one ended before the new one began, and by itself would be the same group (`onward`).
2. The other one holds the new one's time as well. There all but a tenth of what the new one has, and three quarters of
   what the other has, is in both: in the very minute, on the clock that surer copies tell, by four accounts at eight
   times. Who writes the same to two groups by hand is late again and again.
3. Nothing that both know contradicts: numbers, files. What is written by a timer makes no copies.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple

from suluh.readers.copies.groups.onward import COMMON
from suluh.readers.copies.groups.titled import is_timed
from suluh.readers.copies.lines.align import OWN, Said, in_common
from suluh.readers.copies.lines.marks import contents
from suluh.readers.copies.lines.offset import SURE, Pair, Tie, is_known
from suluh.readers.copies.shown import LEAST
from suluh.readers.copies.together import sets

HELD = Fraction(3, 4)
"""This part of what the other copy has must be in both. Set by hand: others who write there alone make it another."""


class Beside(NamedTuple):
    """Two of which a sure copy of the one ended where the other began."""

    pair: Pair
    new: str
    sure: list[Tie]
    """What makes the copies of the one sure."""


def beside_the_earlier(later: Iterable[Tie], sure: Iterable[Tie]) -> list[Beside]:
    """Each two of which a sure copy of the one ended where the other began."""
    found: dict[Pair, Beside] = {}
    whole = {name: (names, inside) for names, inside in sets(sure) for name in names}
    for tie in later:
        for early, new in (tie.pair, tie.pair[::-1]):
            names, inside = whole.get(early, (set[str](), []))
            if new not in names:
                pairs = [(min(one, new), max(one, new)) for one in names - {early}]
                found |= {pair: Beside(pair, new, inside) for pair in pairs}
    return [found[pair] for pair in sorted(found)]


def agreeing(beside: Beside, sides: Mapping[int, tuple[Sequence[Said], Sequence[Said]]]) -> Tie | None:
    """The tie of two that agree to the minute on one of these differences of clocks."""
    for shift, (first, second) in sorted(sides.items(), key=lambda each: (abs(each[0]), each[0])):
        within = [[one for one in side if one.author != OWN] for side in in_common(first, second)]
        same = _same(*within)
        minutes = sorted({one.minute for one, _ in same})
        writers = {_who(one, other) for one, other in same}
        its, rest = map(len, within if beside.new == beside.pair[0] else within[::-1])
        is_enough = len(minutes) >= LEAST and len(writers) >= COMMON and not is_timed(minutes)
        if is_enough and len(same) >= SURE * its and len(same) >= HELD * rest:
            known = sorted({one.author for one, other in same if one.author == other.author and is_known(one.author)})
            return Tie(beside.pair, shift, len(same), tuple((each, each) for each in known))
    return None


def _who(one: Said, other: Said) -> str:
    return one.author if is_known(one.author) else other.author


def _same(first: Iterable[Said], second: Sequence[Said]) -> list[tuple[Said, Said]]:
    """What both have in one minute in the same words, each once."""
    left, found = defaultdict[tuple[int, str], list[Said]](list), []
    for other in second:
        left[other.minute, other.message.text.strip()].append(other)
    for one in first:
        alike = left[one.minute, one.message.text.strip()]
        like = next((other for other in alike if _is_like(one, other)), None)
        if like is not None:
            alike.remove(like)
            found.append((one, like))
    return found


def _is_like(one: Said, other: Said) -> bool:
    files = contents(one.message), contents(other.message)
    authors: AbstractSet[str] = {one.author, other.author}
    return (len(authors) == 1 or not all(map(is_known, authors))) and (not all(files) or files[0] == files[1])
