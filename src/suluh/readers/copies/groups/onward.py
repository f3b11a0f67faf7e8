# SPDX-License-Identifier: Apache-2.0
"""Groups of which one copy goes on where another ended, as on the next phone of a member.

1. Two copies bear one title and hold no common time: of what was written, or of what the app told where nothing was.
   More than half of the accounts that the smaller one shows by an identifier are in both, so many at least.
2. The later one does not tell that the group was made after the earlier one ended: then it is another group.
3. Where a copy fits two others, nobody can say which it is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from suluh.model.talk import Message, is_named_only, service_of
from suluh.readers.copies.lines.marks import Minutes
from suluh.readers.copies.lines.offset import Tie

COMMON = 4
"""Accounts that are in both at least. Set by hand: three friends and the phone's holder have several groups."""

HALF = Fraction(1, 2)
"""This part of the smaller one's accounts must be in both. Set by hand, as for what copies hold."""

_MADE = re.compile(r"\b(?:created|membuat|dibuat|mencipta)\b[^\n]{0,40}\b(?:group|grup|kumpulan)\b", re.IGNORECASE)
_MADE_KIND = "/11"
"""The number by which a database says that a group was made, behind the type of the row."""


def says_made(message: Message) -> bool:
    """Whether the app tells that the group was made."""
    return (message.native_kind or "").endswith(_MADE_KIND) or _MADE.search(message.text) is not None


@dataclass
class _Copy:
    """What one copy, with all that are known to be copies of it, holds of a group."""

    names: set[str]
    title: tuple[str, str]
    accounts: set[str] = field(default_factory=set)
    written: list[int] = field(default_factory=list)
    """When the first and the last message was written."""

    told: list[int] = field(default_factory=list)
    """When the app told the first and the last thing by itself."""

    made: list[int] = field(default_factory=list)
    """When it told that the group was made."""

    def note(self, message: Message, minute: int) -> None:
        """Take one message into account."""
        if message.kind == "system":
            self.told = [min(minute, self.told[0]), max(minute, self.told[1])] if self.told else [minute] * 2
            if says_made(message):
                self.made.append(minute)
            return
        self.written = [min(minute, self.written[0]), max(minute, self.written[1])] if self.written else [minute] * 2
        if message.sender is not None and not is_named_only(message.sender):
            self.accounts.add(message.sender)

    @property
    def time(self) -> list[int]:
        """From when to when something was written, or told where nothing was; empty where nothing has a time."""
        return self.written or self.told


def onward(
    messages: Iterable[Message],
    titled: Mapping[str, str],
    members: Mapping[str, Iterable[str]],
    together: Iterable[set[str]],
    minutes: Minutes,
) -> list[Tie]:
    """A tie between every two copies of which one went on; `titled` are groups whose title others bear as well."""
    of: dict[str, _Copy] = {}
    for names in [*(one & titled.keys() for one in together), *({name} for name in titled)]:
        fresh = names - of.keys()
        if fresh:
            first = min(fresh)
            copy = _Copy(fresh, (service_of(first), titled[first]))
            copy.accounts.update(one for name in fresh for one in members.get(name, ()) if not is_named_only(one))
            of |= dict.fromkeys(fresh, copy)
    for message in messages if of else ():
        one = of.get(message.conversation)
        minute = minutes(message) if one is not None else None
        if one is not None and minute is not None:
            one.note(message, minute)
    return _ties(list({id(copy): copy for copy in of.values()}.values()))


def _ties(copies: Sequence[_Copy]) -> list[Tie]:
    pairs = [pair for pair in combinations(copies, 2) if _goes_on(*pair)]
    times = Counter(id(one) for pair in pairs for one in pair)
    alone = (pair for pair in pairs if all(times[id(one)] == 1 for one in pair))
    ends = (sorted((min(one.names), min(other.names))) for one, other in alone)
    return [Tie((one, other), 0, 0, ()) for one, other in ends]


def _goes_on(one: _Copy, other: _Copy) -> bool:
    """Whether one of two is the other's later part."""
    if one.title != other.title or not (one.time and other.time):
        return False
    early, late = sorted((one, other), key=lambda copy: copy.time)
    ended, begins = early.time[1], late.time[0]
    common = early.accounts & late.accounts
    fewer = min(len(early.accounts), len(late.accounts))
    was_made = any(minute > ended for minute in late.made)
    return ended < begins and not was_made and len(common) >= COMMON and len(common) > HALF * fewer
