# SPDX-License-Identifier: Apache-2.0
"""What speaks for or against a booked line, each sign by the levels whose weights were learned from the corpus."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import log
from typing import Final, Literal, NamedTuple

import msgspec

from suluh.model.trade import Term

STEP: Final = 1_000
"""Weights are whole numbers of thousandths, scores of millionths."""

_RAREST, _FURTHER = 5.0, 20
"""What is rarer than one in so many powers of e says no more; a rarity is counted as if so many more lines were known,
so that a statement of few lines calls nothing rare or usual."""

Side = Literal["for", "against", "neither"]
"""Where a sentence stands: by what it says, and never by the sign of a learned weight."""

Level = tuple[str, float]
"""A level that holds, by a name that can be read, and how much of it: 1 where it holds or does not."""


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What the file of weights says: thousandths of log-odds against the episode having none of the lines."""

    head: dict[str, str]
    base: int
    """What stands against every line before anything is known of it."""

    levels: dict[str, int]


class Sign(NamedTuple):
    """One sign, in words."""

    rule: str
    score: int
    """Its weight, in millionths."""

    text: str
    text_id: str
    levels: tuple[Level, ...] = ()
    said: tuple[str, ...] = ()
    """Ids of the messages that bear it, where it rests on what was said beside the payment."""

    side: Side = "for"
    but: "Sign | None" = None
    """What speaks against it and is weighed with it."""

    def terms(self, side: Side) -> Iterator[Term]:
        """What an analyst reads of it on one side."""
        if self.side == side:
            score = self.score - (self.but.score if self.but else 0)
            yield Term(rule=self.rule, score=score, text=self.text, text_id=self.text_id, rests=self.said)
        if self.but is not None:
            yield from self.but.terms(side)


def sign(  # what it says, what it weighs, what it rests on
    rule: str, text: str, text_id: str, *levels: Level, said: tuple[str, ...] = (), side: Side = "for"
) -> Sign:
    """A sign that weighs what its levels weigh."""
    known = weights().levels
    score = STEP * sum(known.get(name, 0) * value for name, value in levels)
    return Sign(rule, round(score), text, text_id, levels, said, side)


def but(one: Sign, other: Sign | None) -> Sign:
    """A sign with what speaks against it: the two are weighed as one, and each is said on its own side."""
    if other is None:
        return one
    return one._replace(score=one.score + other.score, levels=(*one.levels, *other.levels), but=other)


def rarity(others: int, lines: int) -> float:
    """How little is to be expected of what so many of other lines show, in powers of e.

    >>> rarity(0, 0) == rarity(2, 40)
    True
    """
    return min(_RAREST, -log((max(others, 0) + 1) / (max(lines, 0) + _FURTHER)))


def base() -> int:
    """What stands against every line, in millionths."""
    return STEP * weights().base


def read(text: bytes) -> Weights:
    """The weights of a file."""
    return msgspec.json.decode(text, type=Weights)


@cache
def shipped() -> Weights:
    """The weights that come with this version."""
    return read((files("suluh.deals.weights") / "tie.json").read_bytes())


def weights() -> Weights:
    """The weights that count: those that are shipped, where training puts no others in their place."""
    return shipped()
