# SPDX-License-Identifier: Apache-2.0
"""What follows what after how many minutes in a talk of two: that is rare where no words of it are."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby, pairwise
from operator import attrgetter

import numpy as np

from suluh.model.talk import Message
from suluh.readers.copies.lines.marks import SHORT, Mark, Minutes, digest, rare_keys

_MINUTE = 8
"""Bytes of a number of minutes."""


def chained(messages: Iterable[Message], minutes: Minutes) -> Iterator[list[Mark]]:
    """The marks of each rare turn; `messages` come talk by talk.

    A turn is a text with the one before it and the minutes between them; texts of one minute have no order.
    """
    names: dict[str, int] = {}
    found = [array("Q"), array("Q"), array("q"), array("Q")]
    for talk, said in groupby(messages, key=attrgetter("conversation")):
        place = names.setdefault(talk, len(names))
        for key, minute, author in _turns(said, minutes):
            for column, value in zip(found, (key, place, minute, names.setdefault(author, len(names))), strict=True):
                column.append(value)
    keys, places, when, authors = (np.frombuffer(column, dtype=column.typecode) for column in found)
    each, marks = list(names), defaultdict(list)
    for at in np.flatnonzero(np.isin(keys, rare_keys(keys, places))).tolist():
        marks[int(keys[at])].append(Mark(each[places[at]], int(when[at]), each[authors[at]]))
    yield from (marks[key] for key in sorted(marks))


def _turns(said: Iterable[Message], minutes: Minutes) -> Iterator[tuple[int, int, str]]:
    """The key of each turn with its minute and author, in the order of time."""
    texts = ((minutes(one), digest(one.text), one.sender) for one in said if one.text and one.sender is not None)
    told = sorted((minute, words, author) for minute, words, author in texts if minute is not None)
    for (before, asked, other), (minute, words, author) in pairwise(told):
        if minute > before:
            whole = asked + words + bytes([other == author]) + (minute - before).to_bytes(_MINUTE, "big")
            yield int.from_bytes(blake2b(whole, digest_size=SHORT).digest(), "big"), minute, author
