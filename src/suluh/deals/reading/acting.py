# SPDX-License-Identifier: Apache-2.0
"""Adds to the words of trade in each message what the learned weights read in it and in what was said before it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from suluh.deals.reading.acts import ASK, NOT_YET, OFFER, PAID, PAYHOW, TRADE, Reader, Scores
from suluh.deals.reading.look import Text
from suluh.deals.reading.model import Row, load
from suluh.deals.reading.numbers import Numbers
from suluh.deals.reading.stream import Said, around, goings
from suluh.deals.words.amounts import Amount, Reading
from suluh.deals.words.cue import Cues

YES = 0.5
"""From this share on a message does something, and a bare number is money."""

_WORDS = {ASK: "order", PAYHOW: "payhow", PAID: "paid", NOT_YET: "unpaid", OFFER: "offer"}
"""The word of trade that each act stands for."""


class Heard(NamedTuple):
    """A message whose text has been read, and which is not yet read in its talk."""

    said: Said
    order: tuple[str, int, str]
    total: Row
    """The sum of its words."""


@cache
def reader() -> Reader:
    """The weights of acts that come with this version."""
    return Reader(load("acts.tsv"))


@cache
def numbers() -> Numbers:
    """The weights of bare numbers that come with this version."""
    return Numbers(load("numbers.tsv"))


def total(look: Text) -> Row:
    """What a text says by itself."""
    its: Row = reader().text(look.words, look.kinds) + reader().marks(look.marks)
    return its


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


def acts(heard: Sequence[Heard]) -> dict[str, Scores]:
    """What each message does, by id; of pictures in one going the first one speaks for all."""
    rooms: dict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        rooms[one.said.conversation].append(one)
    found: dict[str, Scores] = {}
    for stream in rooms.values():
        told = [*goings(one.said for one in _in_order(stream))]
        sums = {one.said.parts[0]: one.total for one in stream}
        before = [None, *told[:-1]]
        rows = (
            (one.side, sums[one.parts[0]] + reader().marks(around(last, one))) for last, one in _pairs(before, told)
        )
        found |= {one.parts[0]: its for one, its in zip(told, reader().acts(rows), strict=True)}
    return found


def _pairs(before: Sequence[Said | None], told: Sequence[Said]) -> Iterator[tuple[Said | None, Said]]:
    return zip(before, told, strict=True)


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
    found = {word for act, word in _WORDS.items() if its[act] >= YES}
    if "paid" in found and "unpaid" in found:
        found.discard("paid" if its[NOT_YET] > its[PAID] else "unpaid")
    if "offer" in found and its[TRADE] >= YES:
        found.add("goods")
    return known | found
