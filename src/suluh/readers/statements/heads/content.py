# SPDX-License-Identifier: Apache-2.0
"""What stands in a column, whatever its heading says: days, clocks, amounts, marks of the side, numbers of accounts."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from suluh.readers.statements.amounts import is_nothing, is_spoilt, take_apart
from suluh.readers.statements.dates import clock, written_day

SAMPLE = 300
"""Rows that are looked at to know what a column holds."""

_MARK = re.compile(
    r"(?:d|k|c|db|cr|dr|kr|debe?t|debit|kredit|credit|in|out|masuk|keluar|\+|-|dana masuk|dana keluar|"
    r"uang masuk|uang keluar|money in|money out|incoming|outgoing|soll|haben|af|bij|abono|cargo|"
    r"\u501f(?: dr)?|\u8d37(?: cr)?|\u6536|\u652f|\u6536\u5165|\u652f\u51fa)\.?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])|[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3]")
"""A word of three letters that touches no digit, or a sign of a writing that parts no words."""

_MOST = 0.6


class Column(NamedTuple):
    """How many of the filled cells of a column are of each kind."""

    filled: int
    days: int
    clocks: int
    amounts: int
    marks: int
    worded: int
    """Cells with a word of three letters or more."""

    kinds: int
    """How many different cells there are."""

    rising: bool
    """Whether it counts the rows: 1, 2, 3."""

    @property
    def is_days(self) -> bool:
        """Whether most of its cells are days."""
        return self.filled > 0 and self.days >= _MOST * self.filled

    @property
    def is_clocks(self) -> bool:
        """Whether most of its cells are times of the day."""
        return self.filled > 0 and self.clocks >= _MOST * self.filled

    @property
    def is_amounts(self) -> bool:
        """Whether most of its cells are amounts, or stand for none."""
        return self.filled > 0 and self.amounts >= _MOST * self.filled

    @property
    def is_marks(self) -> bool:
        """Whether most of its cells say a side."""
        return self.filled > 0 and self.marks >= _MOST * self.filled

    @property
    def is_worded(self) -> bool:
        """Whether a good part of its cells hold words."""
        return self.filled > 0 and self.worded >= 0.3 * self.filled


def columns(rows: Sequence[Sequence[str]], width: int) -> tuple[Column, ...]:
    """What each column of the rows holds."""
    return tuple(_column([row[at] for row in rows[:SAMPLE] if at < len(row) and row[at]]) for at in range(width))


def _column(cells: Sequence[str]) -> Column:
    seen = Counter(cells)

    def count(fits: Callable[[str], bool]) -> int:
        return sum(times for cell, times in seen.items() if fits(cell))

    whole = [int(cell) for cell in cells if cell.isascii() and cell.isdigit() and len(cell) < 9]  # noqa: PLR2004 # a count
    steps = [after - before for before, after in pairwise(whole)]
    return Column(
        filled=len(cells),
        days=count(lambda cell: written_day(cell) is not None),
        clocks=count(lambda cell: clock(cell) is not None),
        amounts=count(lambda cell: take_apart(cell) is not None or is_nothing(cell) or is_spoilt(cell)),
        marks=count(lambda cell: bool(_MARK.fullmatch(cell))),
        worded=count(lambda cell: bool(_WORDS.search(cell))),
        kinds=len(seen),
        rising=len(whole) == len(cells) > 1 and set(steps) == {1},
    )
