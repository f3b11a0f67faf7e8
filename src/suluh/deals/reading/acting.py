# SPDX-License-Identifier: Apache-2.0
"""Adds to the words of trade in each message what the learned weights read in it and in what was said before it."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from suluh.deals.reading.acts import (
    ACTS,
    ASK,
    NOT_YET,
    OFFER,
    PAID,
    PAYHOW,
    TRADE,
    Places,
    Reader,
    Scores,
    Sights,
)
from suluh.deals.reading.look import Text
from suluh.deals.reading.model import Table, load
from suluh.deals.reading.numbers import Numbers
from suluh.deals.reading.stream import Said, around, goings
from suluh.deals.words.amounts import Amount, Reading
from suluh.deals.words.cue import Cues

YES = 0.5
"""From this share on a message does something, and a bare number is money."""

WORDS = {ASK: "order", PAYHOW: "payhow", PAID: "paid", NOT_YET: "unpaid", OFFER: "offer"}
"""The word of trade that each act stands for."""


class Heard(NamedTuple):
    """A message whose text has been read, and which is not yet read in its talk."""

    said: Said
    order: tuple[str, int, str]


@cache
def reader() -> Reader:
    """The weights of acts that come with this version."""
    return Reader(load("acts.tsv"))


@cache
def numbers() -> Numbers:
    """The weights of bare numbers that come with this version."""
    return Numbers(load("numbers.tsv"))


def with_bare(text: str, reading: Reading, sums_before: int) -> Reading:
    """The numbers of a text, those without a unit that read as money among its sums."""
    if not reading.loose:
        return reading
    found = numbers().read(text, reading.loose, sums_before)
    money = [
        Amount(one.minor, "IDR", place.start, place.end, "bare")
        for one, place in zip(found, reading.loose, strict=False)
        if one.money >= YES
    ]
    if not money:
        return reading
    sums = sorted((*reading.amounts, *money), key=lambda one: (one.start, one.minor))
    return reading._replace(amounts=tuple(sums))


def totals(texts: Sequence[Text]) -> Table:
    """What each text says by itself, a row each."""
    return reader().totals(texts)


def acts(rooms: Sequence[Sequence[Heard]], said: Table) -> Sights:
    """What each message does: one row for each, conversation by conversation; `said` is what it says by itself.

    Of pictures in one going the first one speaks for all: the rows of the others are no numbers.
    """
    told, rows, begins, number = list[tuple[Said | None, Said]](), list[int](), list[int](), 0
    for room in rooms:
        places = {one.said.parts[0]: place for place, one in enumerate(room, number)}
        stream = [*goings(one.said for one in _in_order(room))]
        begins += [len(told)] * len(stream)
        rows += [places[one.parts[0]] for one in stream]
        told += zip([None, *stream][:-1], stream, strict=True)
        number += len(room)
    found = np.full((number, len(ACTS)), np.nan, dtype=np.float32)
    if told:
        whole = said[rows] + reader().beside([around(*pair) for pair in told])
        found[rows] = reader().acts(whole, _numbered(one.side for _, one in told), np.array(begins, dtype=np.intp))
    return found


def _numbered(sides: Iterable[str]) -> Places:
    """Each side by a number of its own."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(one, len(known)) for one in sides], dtype=np.intp)


def _in_order(stream: Sequence[Heard]) -> list[Heard]:
    """The messages of one conversation in the order of time; one without a time stands where its file has it."""
    told = sorted(stream, key=lambda one: one.order)
    ranked = []
    last = None
    for one in told:
        last = one.said.at or last
        ranked.append(((last is not None, last, one.order), one))
    return [one for _, one in sorted(ranked, key=lambda row: row[0])]


def words(known: Cues, its: Scores | None) -> Cues:
    """The words of trade of a message: those of the lists, and those that its acts stand for."""
    if its is None:
        return known
    found = {word for act, word in WORDS.items() if its[act] >= YES}
    if "paid" in found and "unpaid" in found:
        found.discard("paid" if its[NOT_YET] > its[PAID] else "unpaid")
    if "offer" in found and its[TRADE] >= YES:
        found.add("goods")
    return known | found
