# SPDX-License-Identifier: Apache-2.0
"""What each message of a talk does: two stages of logistic models, the second of which knows what was said before."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from suluh.deals.reading.features import WEIGHT, grams, of_word, pairs
from suluh.deals.reading.model import Row, Weights, load

ACTS = (
    "offer",
    "ask",
    "payhow",
    "paid",
    "not-yet",
    "handover",
    "barter",
    "gift",
    "renew",
    "refund",
    "ack",
    "complain",
    "chat",
    "trade",
)
"""What a message may do; it may do several. The last is no act: whether it belongs to trade in digital items."""

OFFER, ASK, PAYHOW, PAID, NOT_YET, HANDOVER, BARTER, GIFT, RENEW, REFUND, ACK, COMPLAIN, CHAT, TRADE = range(len(ACTS))
BEFORE, FADES = 10, 0.8
"""So many messages before are remembered; each step back counts so much of the one after it."""

Scores = tuple[float, ...]
"""The share of each act, in their order."""

Sights = npt.NDArray[np.float32]


class Heard(NamedTuple):
    """One message before others: who said it, and what it does at first sight."""

    side: str
    first: Sights


class Reader:
    """Sums up weights; what lies inside one word is summed once and kept."""

    _MOST = 200_000

    def __init__(self, weights: Weights | None = None) -> None:
        known = weights or load("acts.tsv")
        self._rows = known.rows
        self._none: Row = np.zeros(2 * len(ACTS), dtype=np.float32)
        self._words: dict[str, tuple[Row, int, Row]] = {}
        self._second = np.stack([self._rows.get(name, self._none) for name in stage_two()])[:, len(ACTS) :]

    def text(self, words: Sequence[str], kinds: Iterable[str]) -> Row:
        """The sum of what a text says by itself, for both stages."""
        cut, total, number = self._none.copy(), self._none.copy(), 0
        for word in words:
            its, many, _ = self._word(word)
            cut += its
            number += many
        for word in dict.fromkeys(words):
            total += self._word(word)[2]
        rows = self._rows
        for name in dict.fromkeys(pairs(words)):
            row = rows.get(name)
            if row is not None:
                total += row
        if number:
            total += cut * np.float32(WEIGHT / sqrt(number))
        return total + self.marks(f"k:{one}" for one in kinds)

    def knows(self, word: str) -> bool:
        """Whether the weights have this word as a whole."""
        return f"w:{word}" in self._rows

    def marks(self, names: Iterable[str]) -> Row:
        """The sum over features that are there or not."""
        total = self._none.copy()
        for name in names:
            row = self._rows.get(name)
            if row is not None:
                total += row
        return total

    def acts(self, talk: Iterable[tuple[str, Row]]) -> Iterator[Scores]:
        """What each message does, from its side and sum, in the order of time; only what was before counts."""
        base, before, many = self._rows.get("^", self._none), deque[Heard](maxlen=BEFORE), len(ACTS)
        for side, total in talk:
            whole = total + base
            first = logistic(whole[:many])
            seen = context(first, side, before)
            yield tuple(logistic(whole[many:] + seen @ self._second).tolist())
            before.appendleft(Heard(side, first))

    def _word(self, word: str) -> tuple[Row, int, Row]:
        known = self._words.get(word)
        if known is None:
            cut = grams(word)
            known = (self.marks(cut), len(cut), self.marks(of_word(word)))
            if len(self._words) > self._MOST:
                self._words.clear()
            self._words[word] = known
        return known


def context(first: Sights, side: str, before: Sequence[Heard]) -> Sights:
    """What the second stage sees: first sights of this message, of the two before, and the fading most of ten before.

    Those of the same side and of the other stand apart. The order is that of `stage_two`.
    """
    many = len(ACTS)
    found = np.zeros(7 * many, dtype=np.float32)
    found[:many] = first
    share = 1.0
    for place, one in enumerate(before):
        other = int(one.side != side)
        if place < 2:  # noqa: PLR2004 # the two before
            start = (1 + 2 * place + other) * many
            found[start : start + many] = one.first
        start = (5 + other) * many
        found[start : start + many] = np.maximum(found[start : start + many], one.first * np.float32(share))
        share *= FADES
    return found


def stage_two() -> list[str]:
    """The names of what `context` gives."""
    parts = ["this", "before same", "before other", "two before same", "two before other", "ten same", "ten other"]
    return [f"p:{part} {act}" for part in parts for act in ACTS]


def logistic(total: npt.NDArray[np.float32]) -> Sights:
    """Shares of one."""
    return (1 / (1 + np.exp(-np.clip(total, -30, 30)))).astype(np.float32)
