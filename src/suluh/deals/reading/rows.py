# SPDX-License-Identifier: Apache-2.0
"""Rows of weights under numbers, and sums of many of them at once, each added up in its own order."""

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from suluh.deals.reading.model import Table, Weights


class Rows:
    """The rows of a file of weights; a sum that is often asked for is a row as well."""

    def __init__(self, weights: Weights) -> None:
        self._at = {name: number for number, name in enumerate(weights.rows, 1)}
        self._weights: Table = np.concatenate((np.zeros((1, len(weights.columns)), dtype=np.float32), weights.table))
        self._table, self._used = self._weights, len(self._weights)
        self._due: list[list[int]] = []
        """Sums that nobody has asked for yet: they stand below all rows."""

        self._sums: dict[tuple[str, ...], int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._at

    def known(self, names: Iterable[str]) -> list[int]:
        """The numbers of those features that have weights."""
        at = self._at.get
        return [number for name in names if (number := at(name))]

    def of(self, names: Iterable[str]) -> int:
        """The number of the sum over features that are there or not."""
        self._due.append(self.known(names))
        return self._used + len(self._due) - 1

    def kept(self, names: tuple[str, ...]) -> int:
        """The same, the same number for the same names."""
        found = self._sums.get(names)
        if found is None:
            found = self._sums[names] = self.of(names)
        return found

    def forget(self) -> None:
        """Drop every sum: their numbers are no longer good."""
        self._table, self._used = self._weights, len(self._weights)
        self._due.clear()
        self._sums.clear()

    def taken(self, numbers: Sequence[int]) -> Table:
        """One row for each number."""
        return self._settled()[np.array(numbers, dtype=np.intp)]

    def added(self, lists: Sequence[Sequence[int]]) -> Table:
        """One sum for each list: its rows added one after the other, as if it were added up alone."""
        return _added(self._settled(), lists)

    def _settled(self) -> Table:
        if self._due:
            sums, end = _added(self._table, self._due), self._used + len(self._due)
            if end > len(self._table):
                self._table = np.concatenate((self._table, np.zeros((end, sums.shape[1]), dtype=np.float32)))
            self._table[self._used : end] = sums
            self._used = end
            self._due.clear()
        return self._table


def _added(table: Table, lists: Sequence[Sequence[int]]) -> Table:
    """The longest lists first, so that those which go on stand together at each step."""
    lengths = np.fromiter(map(len, lists), dtype=np.intp, count=len(lists))
    flat = np.fromiter(chain.from_iterable(lists), dtype=np.intp, count=int(lengths.sum()))
    order = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[order]
    total = np.zeros((len(lists), table.shape[1]), dtype=np.float32)
    for step in range(int(lengths.max(initial=0))):
        going = int(np.count_nonzero(lengths > step))
        total[:going] += table[flat[starts[:going] + step]]
    found = np.empty_like(total)
    found[order] = total
    return found
