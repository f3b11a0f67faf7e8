# SPDX-License-Identifier: Apache-2.0
"""What each message of a talk does: two stages of logistic models, the second of which knows what was said before."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from suluh.deals.reading.features import WEIGHT, grams, of_word, pairs
from suluh.deals.reading.look import Text
from suluh.deals.reading.model import Table, Weights, load
from suluh.deals.reading.rows import Rows

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

_AT_ONCE = 4_096
"""Messages whose contexts are held at once."""

Scores = Sequence[float]
"""The share of each act, in their order: held for every message that speaks, so in four bytes each."""

Sights = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]


class _Inside(NamedTuple):
    """What lies inside one word or text: the numbers of rows that are added up."""

    grams: Sequence[int]
    """A row of the n-grams of each word."""

    many: int
    """How many n-grams there are."""

    whole: Sequence[int]
    """The words and the pairs of neighbours, each once."""


class Reader:
    """Sums up weights; what lies inside one word is summed once and kept."""

    _MOST, _TEXTS, _SHORT = 200_000, 20_000, 8
    """So many words are kept, and so many texts of so many words."""

    def __init__(self, weights: Weights | None = None) -> None:
        self._rows = Rows(weights or load("acts.tsv"))
        self._words: dict[str, _Inside] = {}
        self._texts: dict[tuple[str, ...], _Inside] = {}
        self._base = self._rows.taken([self._rows.of(["^"])])
        self._second = self._rows.taken([self._rows.of([name]) for name in stage_two()])[:, len(ACTS) :]

    def knows(self, word: str) -> bool:
        """Whether the weights have this word as a whole."""
        return f"w:{word}" in self._rows

    def totals(self, said: Sequence[Text]) -> Table:
        """The sum of what each message says by itself, for both stages."""
        self._forget()
        rows = self._rows
        inside = [self._texts.get(one.words) or self._of_text(one.words) for one in said]
        total = rows.added([one.whole for one in inside])
        many = np.array([one.many for one in inside], dtype=np.float64)
        shares = (WEIGHT / np.sqrt(np.maximum(many, 1))).astype(np.float32)
        total += rows.added([one.grams for one in inside]) * shares[:, None]
        total += rows.taken([rows.kept(tuple([f"k:{kind}" for kind in one.kinds])) for one in said])
        total += rows.taken([rows.kept(one.marks) for one in said])
        return total

    def _forget(self) -> None:
        """Make room for other words and texts."""
        if len(self._words) > self._MOST:
            self._words.clear()
            self._texts.clear()
            self._rows.forget()
        if len(self._texts) > self._TEXTS:
            self._texts.clear()

    def _of_text(self, words: tuple[str, ...]) -> _Inside:
        each = [self._words.get(word) or self._of_word(word) for word in words]
        once = dict(zip(words, each, strict=True)).values()
        whole = [*chain.from_iterable([one.whole for one in once]), *self._rows.known(dict.fromkeys(pairs(words)))]
        its = _Inside([*chain.from_iterable([one.grams for one in each])], sum([one.many for one in each]), whole)
        if len(words) <= self._SHORT:
            self._texts[words] = its
        return its

    def _of_word(self, word: str) -> _Inside:
        cut = grams(word)
        known = self._words[word] = _Inside((self._rows.of(cut),), len(cut), (self._rows.of(of_word(word)),))
        return known

    def beside(self, marks: Sequence[tuple[str, ...]]) -> Table:
        """The sum of what stands around each message."""
        return self._rows.taken([self._rows.kept(one) for one in marks])

    def acts(self, totals: Table, sides: Places, begins: Places) -> Sights:
        """What each message does, from its side and sum, talks one after the other and each in the order of time.

        `begins` gives for each message the place of the first one of its talk: only what was before counts.
        """
        whole, many = totals + self._base, len(ACTS)
        first = logistic(whole[:, :many])
        found = np.empty_like(first)
        for start in range(0, len(first), _AT_ONCE):
            part = np.arange(start, min(start + _AT_ONCE, len(first)))
            # Message by message, as a sum over many at once would round in another order.
            seen = contexts(first, sides, begins, part)[:, None, :] @ self._second
            found[part] = logistic(whole[part, many:] + seen[:, 0, :])
        return found


def contexts(first: Sights, sides: Places, begins: Places, part: Places) -> Sights:
    """What the second stage sees: first sights of this message, of the two before, and the fading most of ten before.

    Those of the same side and of the other stand apart. The order is that of `stage_two`; one row for each of `part`.
    """
    found = np.zeros((len(part), 7, len(ACTS)), dtype=np.float32)
    found[:, 0] = first[part]
    share = 1.0
    for back in range(1, BEFORE + 1):
        [there] = np.nonzero(part - back >= begins[part])
        earlier = part[there] - back
        other = (sides[earlier] != sides[part[there]]).astype(np.intp)
        if back <= 2:  # noqa: PLR2004 # the two before
            found[there, 2 * back - 1 + other] = first[earlier]
        found[there, 5 + other] = np.maximum(found[there, 5 + other], first[earlier] * np.float32(share))
        share *= FADES
    return found.reshape(len(part), -1)


def stage_two() -> list[str]:
    """The names of what `context` gives."""
    parts = ["this", "before same", "before other", "two before same", "two before other", "ten same", "ten other"]
    return [f"p:{part} {act}" for part in parts for act in ACTS]


def logistic(total: npt.NDArray[np.float32]) -> Sights:
    """Shares of one."""
    return (1 / (1 + np.exp(-np.clip(total, -30, 30)))).astype(np.float32)
