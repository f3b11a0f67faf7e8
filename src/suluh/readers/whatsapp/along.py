# SPDX-License-Identifier: Apache-2.0
"""What side tables say of rows, met along the rows in the order of their ids, so that no table need be held.

A table tells of rows in the order of its own ids, which is seldom quite that of theirs. Rows near each other are put in
order in a window; those that come later than it are held from the beginning, and nothing else.
"""

import heapq
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from suluh.model.evidence.source import Row

T = TypeVar("T")
Rows = Callable[[str, Sequence[str]], Iterator[Row]]
"""Gives the rows of a table."""

Telling = Callable[[Rows], Iterator[tuple[int, T]]]
"""What a table tells: the number of the row that it tells of, and what. Called with whatever gives rows."""

WINDOW = 4096
"""So many rows of a table are put in order at a time. Set by hand: people react to what was said lately."""


_END = math.inf


def in_order(told: Telling[T], numbers: Telling[None], rows: Rows, again: Rows) -> Iterator[tuple[int, T]]:
    """What a table tells in the order of the rows that it tells of; of one row in the order of the table.

    `numbers` tells the same without what is said. `again` gives rows as `rows` does and keeps no flaws: the table is
    read more than once.
    """
    return told(rows) if _is_in_order(numbers(again)) else _put_in_order(told, numbers, rows, again)


def _put_in_order(told: Telling[T], numbers: Telling[None], rows: Rows, again: Rows) -> Iterator[tuple[int, T]]:
    late = deque(sorted(_late(told(again)), key=lambda one: one[0]) if any(_late(numbers(again))) else ())
    highest = -math.inf
    for number, what in _nearly(told(rows)):
        if number < highest:
            continue  # it is held
        while late and late[0][0] < number:
            yield late.popleft()
        highest = number
        yield number, what
    yield from late


def _is_in_order(numbers: Iterable[tuple[int, None]]) -> bool:
    highest = -math.inf
    for number, _ in numbers:
        if number < highest:
            return False
        highest = number
    return True


def _late(told: Iterable[tuple[int, T]]) -> Iterator[tuple[int, T]]:
    """What comes later than the window puts in order."""
    highest = -math.inf
    for number, what in _nearly(told):
        if number < highest:
            yield number, what
        else:
            highest = number


def _nearly(told: Iterable[tuple[int, T]]) -> Iterator[tuple[int, T]]:
    """The same in order as far as a window reaches."""
    waiting: list[tuple[int, int, T]] = []
    for place, (number, what) in enumerate(told):
        if len(waiting) < WINDOW:
            heapq.heappush(waiting, (number, place, what))
        else:
            first = heapq.heappushpop(waiting, (number, place, what))
            yield first[0], first[2]
    for number, _, what in sorted(waiting):
        yield number, what


class Along(Generic[T]):
    """What several tables say of rows, each thing once; rows are asked for in the order of their ids."""

    def __init__(self, told: Iterable[Iterator[tuple[int, T]]], passed: Callable[[int, int, T], object]) -> None:
        """`passed` is given what is said of rows that nobody asks for: row, place of the table, and what."""
        self._told = heapq.merge(*(_marked(place, one) for place, one in enumerate(told)))
        self._passed = passed
        self._next = next(self._told, None)
        self.ahead: float = _END if self._next is None else self._next[0]
        """The next row of which anything is said: of none before it is there any."""

    def of(self, row: int) -> list[tuple[int, T]]:
        """What is said of a row, with the place of the table that says it, in the order of the tables."""
        found = []
        while self.ahead <= row and self._next is not None:
            number, place, what = self._next
            if number == row:
                found.append((place, what))
            else:
                self._passed(number, place, what)
            self._next = one = next(self._told, None)
            self.ahead = _END if one is None else one[0]
        return found

    def rest(self) -> None:
        """Pass whatever is left."""
        while self._next is not None:
            self._passed(*self._next)
            self._next = next(self._told, None)
        self.ahead = _END


def _marked(place: int, told: Iterator[tuple[int, T]]) -> Iterator[tuple[int, int, T]]:
    """The same with the place of its table, by which tables are put in order."""
    for number, what in told:
        yield number, place, what
