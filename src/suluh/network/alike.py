# SPDX-License-Identifier: Apache-2.0
"""Whether two groups of one service are one: by what was said in both, or by title and members.

1. They agree: half of what the shorter one holds of their common time is the same, and several said it.
2. Or one went on where the other ended, as on the next device of a member: they bear one title, more than half of
   the members with an identifier are the same, and in no common time does one hold what the other lacks.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

LEAST = 3
"""So many messages, or members, at least must be the same. Set by hand: one or two agree by accident."""

SPEAKERS = 2
"""The same messages must come from so many senders: one alone may tell several groups the same."""

HALF = Fraction(1, 2)
"""This part of the shorter one's messages of the common time, or of the fewer members, must be the same. Set by hand:
devices lose messages, and exports name members; bench/sources.py scores the sources that come of it.
"""

Key = tuple[int, bytes]


@dataclass
class Said:
    """What one group conversation holds: its messages by minute and words, each with a sender; title and members."""

    service: str
    titles: set[str] = field(default_factory=set)
    accounts: set[str] = field(default_factory=set)
    """Accounts of which the group shows an identifier, without those of the devices' holders."""

    members: set[str] = field(default_factory=set)
    """The persons of these accounts."""

    messages: dict[Key, str] = field(default_factory=dict)


def agree(one: Said, two: Said) -> bool:
    """Whether half of what the shorter holds of their common time is the same, said by several."""
    common = one.messages.keys() & two.messages.keys()
    if one.service != two.service or min(_speakers(one, common), _speakers(two, common)) < SPEAKERS:
        return False
    return len(common) >= HALF * min(_within(one, two))


def went_on(one: Said, two: Said) -> bool:
    """Whether two groups of one title have the same members, and each holds another time."""
    common = one.members & two.members
    if one.service != two.service or not one.titles & two.titles or len(common) < LEAST:
        return False
    few = min(len(one.members), len(two.members))
    apart = not (one.messages and two.messages) or not any(_within(one, two))
    return apart and len(common) > HALF * few


def _within(one: Said, two: Said) -> tuple[int, int]:
    """How many messages each holds of their common time."""
    first, last = max(min(one.messages), min(two.messages))[0], min(max(one.messages), max(two.messages))[0]
    held = [sum(first <= key[0] <= last for key in said.messages) for said in (one, two)]
    return held[0], held[1]


def _speakers(said: Said, keys: Iterable[Key]) -> int:
    return len({said.messages[key] for key in keys})
