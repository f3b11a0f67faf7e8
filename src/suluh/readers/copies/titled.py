# SPDX-License-Identifier: Apache-2.0
"""Groups of one title that are copies of each other by who wrote when, also where hardly a word was said.

1. Two groups bear one title and stand on two exhibits, whose clocks are equal or differ as surer copies tell.
2. Of accounts that both show by an identifier, two at least wrote; nearly all that the copy with fewer of their
   messages in the common time holds is in the other one in the same minute, and of the other half. These are three
   times at least, with those at which the app told both something.
3. At least half of what all others wrote in that time is in both, under whatever name: who posts the same to two
   groups of one title makes them no copies.
4. A title that more groups bear than a reader would compare joins nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from suluh.model.talk import is_named_only
from suluh.readers.copies.align import HALF, JITTER, OWN, Said
from suluh.readers.copies.marks import PLACES
from suluh.readers.copies.offset import LEAST_EQUAL, SPEAKERS, SURE, Accounts, Pair, Tie

ANYBODY = "?"
"""Stands for whoever is known by a name in one copy and otherwise in the other."""


def titled_pairs(titles: Mapping[str, str]) -> Iterator[Pair]:
    """Every two groups of one title, by their ids."""
    of: dict[str, list[str]] = defaultdict(list)
    for name, title in titles.items():
        of[title].append(name)
    for names in of.values():
        if len(names) <= PLACES:
            yield from combinations(sorted(names), 2)


def by_times(
    pair: Pair, laid: Callable[[Pair, int], tuple[Sequence[Said], Sequence[Said]]], shifts: AbstractSet[int]
) -> Tie | None:
    """The tie of two groups whose known members wrote at the same times, by the difference of clocks that fits best."""
    found = [(_agreeing(*laid(pair, shift)), shift) for shift in sorted(shifts)]
    (agree, authors), shift = max(found, key=lambda one: (one[0][0], -abs(one[1])), default=((0, ()), 0))
    return Tie(pair, shift, agree, authors) if agree else None


def _agreeing(first: Sequence[Said], second: Sequence[Said]) -> tuple[int, tuple[Accounts, ...]]:
    """How many messages agree, and whose; none where too few do."""
    known = {one.author for one in first} & {one.author for one in second}
    known = {one for one in known if one == OWN or not is_named_only(one)}
    common = [_in_common_time(side, first, second) for side in (first, second)]
    one, other = ([each for each in side if each.author in known] for side in common)
    pairs = _tied(one, other)
    rest = [[each._replace(author=ANYBODY) for each in side if each.author not in known] for side in common]
    wrote = Counter(author for _, author in pairs if author != OWN)
    held = [sum(each.author != OWN for each in side) for side in (one, other)]
    is_whole = wrote.total() >= SURE * min(held) and wrote.total() >= HALF * max(held)
    is_whole &= len(_tied(*rest)) >= HALF * max(map(len, rest))
    if len({minute for minute, _ in pairs}) < LEAST_EQUAL or len(wrote) < SPEAKERS or not is_whole:
        return 0, ()
    return len(pairs), tuple((author, author) for author in sorted(wrote))


def _in_common_time(side: Iterable[Said], first: Sequence[Said], second: Sequence[Said]) -> list[Said]:
    begins, ends = max(first[0].minute, second[0].minute) - JITTER, min(first[-1].minute, second[-1].minute) + JITTER
    return [one for one in side if begins <= one.minute <= ends]


def _tied(first: Iterable[Said], second: Iterable[Said]) -> list[tuple[int, str]]:
    """The minute and author of each message that both hold: of equal text, files or not; what the app told by time."""
    waiting: Counter[tuple[str, str, int]] = Counter((one.author, _text(one), one.minute) for one in second)
    found = []
    for one in first:
        for step in (0, -JITTER, JITTER):
            key = one.author, _text(one), one.minute + step
            if waiting[key]:
                waiting[key] -= 1
                found.append((one.minute, one.author))
                break
    return found


def _text(one: Said) -> str:
    return "" if one.author == OWN else one.message.text
