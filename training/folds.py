# SPDX-License-Identifier: Apache-2.0
"""Reads each writer by weights that this writer had no part in."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from suluh.deals.reading import acting
from suluh.deals.reading.acts import Reader
from suluh.deals.reading.model import parse
from suluh.deals.reading.numbers import Numbers
from training.acts import fit_acts, fit_numbers, written, written_numbers
from training.corpus import left_out_with
from training.reading import Read


class Folds:
    """The weights of acts and numbers without each writer, fitted when they are first asked for."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: dict[tuple[str, ...], tuple[Reader, Numbers]] = {}

    @contextmanager
    def without(self, writer: str) -> Iterator[None]:
        """While it lasts, messages are read by weights that know nothing of one writer and those left out with it."""
        reads, counts = self._weights(left_out_with(writer))
        before = acting.reader, acting.numbers
        acting.reader = lambda: reads  # type: ignore[assignment] # these weights stand in for those that are shipped
        acting.numbers = lambda: counts  # type: ignore[assignment] # as above
        try:
            yield
        finally:
            acting.reader, acting.numbers = before

    def _weights(self, writers: tuple[str, ...]) -> tuple[Reader, Numbers]:
        if writers not in self._known:
            found = self._read
            known = np.array([one.writer not in writers for one in found.scripts])
            reads = Reader(parse(written(fit_acts(found, known[found.script]), {})))
            counts = Numbers(parse(written_numbers(*fit_numbers(found, known), {})))
            self._known[writers] = reads, counts
        return self._known[writers]
