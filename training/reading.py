# SPDX-License-Identifier: Apache-2.0
"""The messages of the corpus as they are read, with what they truly do."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from suluh.deals.reading.acts import ACTS, TRADE
from suluh.deals.reading.features import of_text
from suluh.deals.reading.look import is_picture, look_at
from suluh.deals.reading.numbers import ANSWERS, MOST, features
from suluh.deals.reading.stream import Said, around, goings
from training.corpus import Script
from training.worlds import alone

ACT_OF = {
    "offer": "offer",
    "price": "offer",
    "ask": "ask",
    "order": "ask",
    "haggle": "ask",
    "payhow": "payhow",
    "paid": "paid",
    "proof": "paid",
    "promise": "not-yet",
    "cancel": "not-yet",
    "refuse": "not-yet",
    "deliver": "handover",
    "access": "handover",
    "barter": "barter",
    "gift": "gift",
    "renew": "renew",
    "refund": "refund",
    "ack": "ack",
    "thanks": "ack",
    "complain": "complain",
    "chat": "chat",
}
"""Which of the thirteen acts each act of the corpus belongs to."""

BASE = "^"
_THOUSAND = 1_000


class Line(NamedTuple):
    """One message."""

    script: int
    side: str
    features: dict[str, float]
    acts: tuple[int, ...]


class Number(NamedTuple):
    """One bare number."""

    script: int
    features: tuple[str, ...]
    answer: int


@dataclass
class Read:
    """All messages of some scripts."""

    scripts: list[Script]
    lines: list[Line] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)

    @property
    def script(self) -> npt.NDArray[np.int64]:
        """The number of the script of each line."""
        return np.array([one.script for one in self.lines])

    def truth(self) -> npt.NDArray[np.float64]:
        """Lines by acts."""
        table = np.zeros((len(self.lines), len(ACTS)))
        for row, line in enumerate(self.lines):
            table[row, list(line.acts)] = 1
        return table


def read(scripts: Sequence[Script]) -> Read:
    """Every message of some scripts, each script by itself."""
    found = Read(list(scripts))
    for number, script in enumerate(scripts):
        _script(found, number, script)
    return found


def _script(found: Read, number: int, script: Script) -> None:
    scene = alone(script)
    message_of = {one.value.id: one.value for one in scene.talk}
    said = [
        Said(
            one.value.sender or "",
            one.value.conversation,
            one.at,
            look_at(one.value).facts,
            sum(is_picture(file) for file in one.value.attachments),
            (one.value.id,),
        )
        for one in scene.talk
    ]
    before: Said | None = None
    sums = 0
    for one in goings(said):
        message = message_of[one.parts[0]]
        look = look_at(message)
        named = dict(of_text(look.words, look.kinds))
        named |= dict.fromkeys((*look.marks, *around(before, one)), 1.0)
        acts = {ACTS.index(ACT_OF[act]) for part in one.parts for act in scene.acts.get(part, ())}
        acts |= {TRADE for part in one.parts if part in scene.deal_of_message}
        found.lines.append(Line(number, one.side, named, tuple(sorted(acts))))
        whole, counts = scene.sums.get(one.parts[0], ((), ()))
        for loose in look.reading.loose[:MOST]:
            minor = loose.items * _THOUSAND if loose.items < _THOUSAND else loose.items
            answer = 0 if minor in whole else 1 if loose.items in counts else 2
            found.numbers.append(Number(number, tuple(features(message.text, loose, sums)), answer))
        sums += len(whole)
        before = one


def table(lines: Sequence[dict[str, float]], names: dict[str, int]) -> sp.csr_matrix:
    """Lines by features."""
    rows, columns, values = [], [], []
    for row, line in enumerate(lines):
        for name, value in line.items():
            place = names.get(name)
            if place is not None:
                rows.append(row)
                columns.append(place)
                values.append(value)
    return sp.csr_matrix((values, (rows, columns)), shape=(len(lines), len(names)))


def names_of(read_: Read, which: npt.NDArray[np.bool_]) -> dict[str, int]:
    """Features of some lines that stand in two scripts at least; all that are no words."""
    seen: dict[str, set[int]] = {}
    for line, there in zip(read_.lines, which, strict=True):
        if there:
            for name in line.features:
                seen.setdefault(name, set()).add(line.script)
    kept = sorted(name for name, its in seen.items() if len(its) > 1 or name[0] in "ok")
    return {name: place for place, name in enumerate(kept)}


__all__ = ["ACT_OF", "ANSWERS", "BASE", "Line", "Number", "Read", "names_of", "read", "table"]
