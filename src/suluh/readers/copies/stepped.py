# SPDX-License-Identifier: Apache-2.0
"""Two copies of one talk of which one clock was moved in between: each piece on its own clock, with its own proof.

1. What somebody says once in each copy, and is rare, tells how far the clocks are apart at that time. Where that
   changes and stays so, three such messages at least, a clock was moved, by however much.
2. Between the last message of one piece and the first of the next the talk is cut. Each piece shows by itself that the
   two are one (`shown`); where one does not, nothing is cut.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from suluh.readers.copies.lines.align import JITTER, OWN, Laid, Said, laid_out
from suluh.readers.copies.lines.marks import telling
from suluh.readers.copies.lines.offset import Tie
from suluh.readers.copies.shown import LEAST_EQUAL, Kind, is_one


class Piece(NamedTuple):
    """A part of a talk in which the clocks were one difference apart."""

    begins: float
    ends: float
    """In minutes of the first clock."""

    shift: int
    """Minutes by which the second clock is ahead."""


class Stepped(NamedTuple):
    """The pieces of two copies, and what is one in them."""

    shifts: tuple[int, ...]
    laid: Laid

    @property
    def sides(self) -> tuple[list[Said], list[Said]]:
        """What is the same to the letter, of either copy, on one clock."""
        return [one for one, _ in self.laid.equal], [other for _, other in self.laid.equal]


def stepped(
    first: Sequence[Said], second: Sequence[Said], tie: Tie, kind: Kind, rare: frozenset[bytes]
) -> Stepped | None:
    """Two copies, each on its own clock and under the same authors, in pieces; null where no clock was moved."""
    found = list(pieces(first, second, rare))
    if len(found) < 2:  # noqa: PLR2004 # one piece is a talk on one clock
        return None
    equal, changed, left = [], [], list(second)
    for piece in found:
        mine = [one for one in first if piece.begins <= one.minute < piece.ends]
        theirs = [one._replace(minute=one.minute - piece.shift) for one in left]
        theirs = [one for one in theirs if piece.begins <= one.minute < piece.ends]
        laid = laid_out(mine, theirs)
        if not is_one(mine, theirs, laid, tie._replace(shift=piece.shift), kind, rare):
            return None
        equal += laid.equal
        changed += laid.changed
        taken = {other.message.id for _, other in (*laid.equal, *laid.changed)}
        left = [one for one in left if one.message.id not in taken]
    return Stepped(tuple(piece.shift for piece in found), Laid(equal, changed))


def pieces(first: Sequence[Said], second: Sequence[Said], rare: frozenset[bytes]) -> Iterator[Piece]:
    """The pieces into which rare words cut two copies, in the order of the first clock."""
    runs = list(_runs(_apart(first, second, rare)))
    ends = [(one[-1][0] + other[0][0] + 1) / 2 for one, other in pairwise(runs)]
    for run, begin, end in zip(runs, (-inf, *ends), (*ends, inf), strict=False):
        yield Piece(begin, end, Counter(shift for _, shift in run).most_common(1)[0][0])


def _apart(first: Iterable[Said], second: Iterable[Said], rare: frozenset[bytes]) -> list[tuple[int, int]]:
    """When somebody said something rare, once in each copy, and by how much the second clock was ahead then."""
    mine, theirs = (list(_once(side, rare)) for side in (first, second))
    where = {(one.author, one.words): one.minute for one in theirs}
    known = ((one.minute, where.get((one.author, one.words))) for one in mine)
    return sorted((minute, other - minute) for minute, other in known if other is not None)


def _once(side: Iterable[Said], rare: frozenset[bytes]) -> Iterator[Said]:
    told = [one for one in side if one.author != OWN and telling(one.message) in rare]
    times = Counter((one.author, one.words) for one in told)
    return (one for one in told if times[one.author, one.words] == 1)


def _runs(apart: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Messages that follow each other on one difference of clocks, three at least; fewer belong to no run."""
    run: list[tuple[int, int]] = []
    for one in _lasting(apart):
        if run and abs(one[1] - run[0][1]) > JITTER:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _lasting(apart: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Without those whose difference hardly any beside them has."""
    every = list(apart)
    for place, (minute, shift) in enumerate(every):
        near = every[max(0, place - LEAST_EQUAL + 1) : place + LEAST_EQUAL]
        if sum(abs(other - shift) <= JITTER for _, other in near) >= LEAST_EQUAL:
            yield minute, shift
