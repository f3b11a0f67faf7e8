# SPDX-License-Identifier: Apache-2.0
"""Which conversations are copies of one, as devices of several members and exports of one device hold it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction
from hashlib import blake2b
from itertools import combinations, pairwise
from typing import NamedTuple

from suluh.model.rules.holders import NOBODY, Holder
from suluh.model.talk import Conversation, Message, service_of

LEAST = 3
"""So many messages at least must be the same. Set by hand: one or two greetings agree by accident."""

SPEAKERS = 2
"""The same messages must come from so many senders: one alone may tell several groups the same."""

HALF = Fraction(1, 2)
"""This part of the shorter one's messages of the common time must be the same. Set by hand: devices lose
messages; bench/sources.py scores the sources that come of it.
"""

MINUTE = 60
"""Seconds: exports of text tell times to the minute, so no finer time can be compared."""

SHORT = 8
"""Bytes of the digest by which words are compared: two of 10^7 messages agree by accident in 3 of 10^6 cases."""

_Key = tuple[int, bytes]


class _Said(NamedTuple):
    """What one group conversation holds: its messages by minute and words, each with a sender."""

    service: str
    messages: dict[_Key, str]


class Copies:
    """Conversations under ids of their own that are one: told by their two persons, or by what was said in a group."""

    def __init__(
        self, conversations: Iterable[Conversation], own: Mapping[str, Holder], person: Mapping[str, str]
    ) -> None:
        known = tuple(conversations)
        self._moved = [(one.conversation, one.moved) for one in known if one.moved is not None]
        self._said = {one.conversation: _Said(service_of(one.conversation), {}) for one in known if one.kind == "group"}
        self._pairs: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for one in known:
            sides = _sides(one, own.get(one.place.exhibit, NOBODY), person) if one.kind == "direct" else ()
            if len(sides) == len(("one", "other")):
                self._pairs[service_of(one.conversation), *sides].add(one.conversation)

    def note(self, message: Message, at: datetime | None) -> None:
        """Take one message into account."""
        held = self._said.get(message.conversation)
        # Without words only the contents tell one message from another.
        words = message.text or " ".join(sorted(one.sha256 or "" for one in message.attachments)).strip()
        if held is not None and at is not None and message.sender is not None and words:
            digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=SHORT).digest()
            held.messages.setdefault((int(at.timestamp()) // MINUTE, digest), message.sender)

    def first_of(self) -> dict[str, str]:
        """Each conversation that has copies under greater ids, or a smaller one: the smallest of them."""
        parent: dict[str, str] = {}
        pairs = [pair for names in self._pairs.values() for pair in pairwise(sorted(names))] + self._moved
        for one, two in sorted([*pairs, *self._same()]):
            low, high = sorted((_root(parent, one), _root(parent, two)))
            if low != high:
                parent[high] = low
        return {one: _root(parent, one) for one in parent}

    def _same(self) -> Iterable[tuple[str, str]]:
        """Groups that share enough; only those with a message in common are compared."""
        where: dict[_Key, list[str]] = defaultdict(list)
        for name, said in sorted(self._said.items()):
            for key in said.messages:
                where[key].append(name)
        shared = Counter(pair for names in where.values() for pair in combinations(names, 2))
        for (one, two), number in shared.items():
            if number >= LEAST and _agree(self._said[one], self._said[two]):
                yield one, two


def _sides(one: Conversation, holder: Holder, person: Mapping[str, str]) -> tuple[str, ...]:
    """The persons of a direct conversation: its members, and whose device it lies on."""
    mine = {
        person.get(account, account) for account in holder.stated if service_of(account) == service_of(one.conversation)
    }
    sides = {person.get(account, account) for account in one.members}
    return tuple(sorted(sides | mine if len(sides) == 1 else sides))


def _agree(one: _Said, two: _Said) -> bool:
    """Whether half of what the shorter holds of their common time is the same, said by several."""
    common = one.messages.keys() & two.messages.keys()
    if one.service != two.service or min(_speakers(one, common), _speakers(two, common)) < SPEAKERS:
        return False
    first, last = max(min(one.messages), min(two.messages))[0], min(max(one.messages), max(two.messages))[0]
    within = min(sum(first <= key[0] <= last for key in said.messages) for said in (one, two))
    return len(common) >= HALF * within


def _speakers(said: _Said, keys: Iterable[_Key]) -> int:
    return len({said.messages[key] for key in keys})


def _root(parent: Mapping[str, str], name: str) -> str:
    while name in parent:
        name = parent[name]
    return name
