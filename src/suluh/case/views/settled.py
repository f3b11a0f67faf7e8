# SPDX-License-Identifier: Apache-2.0
"""In which state each file left intake, in the order of intake: a byte for each, so that no page puts them in order."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import NamedTuple, Self

from suluh.store.rows import Part

_BLOCK = 1 << 14
"""Files that are counted at once: where a page begins, each is looked at by itself in one block alone."""


class Stretch(NamedTuple):
    """Files of one exhibit that stand together."""

    exhibit: str
    first: int
    behind: int


class Settled(NamedTuple):
    """All settled files of a case, by their position in the order of intake."""

    states: list[str]
    held: bytes
    """Of each position which of the states, counted from 1; nought where no file stands."""

    stretches: list[Stretch]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, str, str]]) -> Self:
        """Of the position, exhibit and state of each file, in any order."""
        states, labels, held, owner = dict[str, int](), dict[str, int](), bytearray(), array("H")
        for position, label, state in rows:
            if position >= len(held):
                held.extend(bytes(position + 1 - len(held)))
                owner.extend([0] * (position + 1 - len(owner)))
            held[position] = states.setdefault(state, len(states) + 1)
            owner[position] = labels.setdefault(label, len(labels) + 1)
        return cls(list(states), bytes(held), list(_stretches(list(labels), owner)))

    def size(self, exhibit: str | None, state: str | None) -> int:
        """How many files there are of one exhibit and state, or of all."""
        return sum(self._size(state, *one) for one in self._ranges(exhibit))

    def part(self, exhibit: str | None, state: str | None, part: Part) -> list[int]:
        """The positions of a part of the files of one exhibit and state, or of all."""
        left = part.offset
        blocks = iter(self._ranges(exhibit))
        for first, behind in blocks:
            size = self._size(state, first, behind)
            if left < size:
                rest = chain([(first, behind)], blocks)
                found = (position for one in rest for position in self._positions(state, *one))
                return list(islice(found, left, left + part.limit))
            left -= size
        return []

    def _ranges(self, exhibit: str | None) -> Iterator[tuple[int, int]]:
        """Where the files of an exhibit stand, or all files, in blocks."""
        own = [(one.first, one.behind) for one in self.stretches if exhibit in (None, one.exhibit)]
        for first, behind in own:
            yield from ((at, min(behind, at + _BLOCK)) for at in range(first, behind, _BLOCK))

    def _size(self, state: str | None, first: int, behind: int) -> int:
        if state is None:
            return behind - first - self.held.count(0, first, behind)
        return self.held.count(self._number(state), first, behind)

    def _positions(self, state: str | None, first: int, behind: int) -> Iterator[int]:
        number = None if state is None else self._number(state)
        block = self.held[first:behind]
        return (at for at, one in enumerate(block, first) if (one if number is None else one == number))

    def _number(self, state: str) -> int:
        """Which of the states one is; of a state of no file, a number that no position has."""
        return self.states.index(state) + 1 if state in self.states else len(self.states) + 1


def _stretches(labels: Sequence[str], owner: Iterable[int]) -> Iterator[Stretch]:
    """Where the files of each exhibit stand; nought is no exhibit."""
    at = 0
    for number, some in groupby(owner):
        behind = at + sum(1 for _ in some)
        if number:
            yield Stretch(labels[number - 1], at, behind)
        at = behind
