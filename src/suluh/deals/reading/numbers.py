# SPDX-License-Identifier: Apache-2.0
"""Whether a bare number is money in thousands, a count of items, or neither."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from suluh.deals.reading.features import step
from suluh.deals.reading.model import Weights, load
from suluh.deals.reading.normal import LONGEST
from suluh.deals.words.guards import Count

ANSWERS = ("money", "count", "neither")
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_SIZES = (1, 5, 9, 14, 19, 29, 49, 99, 199, 499, 999, 4_999, 49_999, 499_999)
_THOUSAND = 1_000
_NEAR = 60
"""Characters that are looked at on either side of a number."""

MOST = 12
"""So many bare numbers of a message are read; a list of more is no price."""


class Bare(NamedTuple):
    """One bare number with how likely it is money, and how likely a count."""

    number: int
    money: float
    items: float

    @property
    def minor(self) -> int:
        """The sum that it would be, in minor units: up to three digits are said in thousands."""
        return self.number * (100_000 if self.number < _THOUSAND else 100)


def features(text: str, one: Count, sums_before: int) -> Iterator[str]:
    """What is looked at around a bare number."""
    before = _TOKEN.findall(text[max(0, one.start - _NEAR) : one.start].lower())
    after = _TOKEN.findall(text[one.end : one.end + _NEAR].lower())
    for place, word in enumerate(reversed(before[-3:]), 1):
        yield f"l{place}:{word}"
    for place, word in enumerate(after[:3], 1):
        yield f"r{place}:{word}"
    if before:
        yield from (f"end:{before[-1][-size:]}" for size in (1, 2, 3))
    if after:
        glued = text[one.end : one.end + 1].strip() != ""
        yield from (f"{'glued' if glued else 'next'}:{after[0][:size]}" for size in (1, 2, 3, 4))
    yield f"size:{step(one.items, _SIZES)}"
    yield f"fives:{one.items % 5 == 0}"
    yield f"round:{one.items % _THOUSAND == 0}"
    yield f"whole:{not before and not after}"
    yield f"edge:{not before}{not after}"
    yield f"asked:{'?' in text[:LONGEST]}"
    yield f"sums:{min(2, sums_before)}"
    yield f"both:{min(2, sums_before)} {step(one.items, _SIZES)}"


class Numbers:
    """Reads bare numbers."""

    def __init__(self, weights: Weights | None = None) -> None:
        self._rows = (weights or load("numbers.tsv")).rows
        self._none = np.zeros(len(ANSWERS), dtype=np.float32)

    def read(self, text: str, loose: Sequence[Count], sums_before: int) -> Iterator[Bare]:
        """Each bare number of a text."""
        for one in loose[:MOST]:
            total = self._none + self._rows.get("^", self._none)
            for name in features(text, one, sums_before):
                row = self._rows.get(name)
                if row is not None:
                    total = total + row
            share = np.exp(total - total.max())
            share /= share.sum()
            yield Bare(one.items, float(share[0]), float(share[1]))
