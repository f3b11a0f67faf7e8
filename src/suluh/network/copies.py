# SPDX-License-Identifier: Apache-2.0
"""Which conversations are copies of one, as devices of several members and exports of one device hold it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import blake2b
from itertools import combinations, pairwise

from suluh.model.after.beyond import Joint
from suluh.model.rules.holders import NOBODY, Holder
from suluh.model.talk import Conversation, Message, is_named_only, service_of
from suluh.network.alike import LEAST, Key, Said, agree, went_on
from suluh.network.countries import numbers_in

MINUTE = 60
"""Seconds: exports of text tell times to the minute, so no finer time can be compared."""

SHORT = 8
"""Bytes of the digest by which words are compared: two of 10^7 messages agree by accident in 3 of 10^6 cases."""


class Copies:
    """Conversations under ids of their own that are one: told by their two persons, or as groups by `alike`."""

    def __init__(
        self,
        conversations: Iterable[Conversation],
        own: Mapping[str, Holder],
        person: Mapping[str, str],
        same_talk: Iterable[Joint] = (),
    ) -> None:
        known = tuple(conversations)
        self._moved = [(one.conversation, one.moved) for one in known if one.moved is not None]
        joined = tuple(same_talk)
        self._moved += [(one.members[0], other) for one in joined for other in one.members[1:]]
        self._told = {one.members[0] for one in joined}
        """What conversations that were joined are told as: sources go by the same id."""
        self._said = {one.conversation: Said(service_of(one.conversation)) for one in known if one.kind == "group"}
        self._held = {account for holder in own.values() for account in holder.accounts}
        self._person = person
        self._pairs: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for one in known:
            sides = _sides(one, own.get(one.place.exhibit, NOBODY), person) if one.kind == "direct" else ()
            if len(sides) == len(("one", "other")):
                self._pairs[service_of(one.conversation), *sides].add(one.conversation)
            if one.conversation in self._said:
                self._said[one.conversation].titles.update({one.title} if one.title else ())
                self._meet(self._said[one.conversation], one.members)

    def note(self, message: Message, at: datetime | None) -> None:
        """Take one message into account."""
        held = self._said.get(message.conversation)
        if held is not None and message.kind == "system":
            self._meet(held, [f"{held.service}:{number}" for number in numbers_in(message.text)])
        # Without words only the contents tell one message from another.
        words = message.text or " ".join(sorted(one.sha256 or "" for one in message.attachments)).strip()
        if held is not None and at is not None and message.sender is not None and words:
            self._meet(held, (message.sender,))
            digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=SHORT).digest()
            held.messages.setdefault((int(at.timestamp()) // MINUTE, digest), message.sender)

    def _meet(self, said: Said, accounts: Iterable[str]) -> None:
        """Note who is in a group, as far as it shows an identifier of theirs."""
        found = [one for one in accounts if one not in self._held and not is_named_only(one)]
        said.accounts.update(found)
        said.members.update(self._person.get(one, one) for one in found)

    def shown_in(self, conversation: str) -> Iterable[str]:
        """The accounts with an identifier that a group shows: members, senders, and whom its notices name."""
        return self._said[conversation].accounts if conversation in self._said else ()

    def first_of(self) -> dict[str, str]:
        """Each conversation that has copies, but perhaps the first: what it is told as, else the smallest of them."""
        parent: dict[str, str] = {}
        pairs = [pair for names in self._pairs.values() for pair in pairwise(sorted(names))] + self._moved
        for one, two in sorted([*pairs, *self._same()]):
            low, high = sorted((_root(parent, one), _root(parent, two)))
            if low != high:
                parent[high] = low
        roots = {one: _root(parent, one) for one in parent}
        told: dict[str, str] = {}
        for one in sorted(self._told):
            told.setdefault(_root(parent, one), one)
        return {one: told.get(root, root) for one, root in roots.items()} | told

    def _same(self) -> Iterable[tuple[str, str]]:
        """Groups that are one; only those with a message or a title in common are compared."""
        where: dict[Key, list[str]] = defaultdict(list)
        titled: dict[str, list[str]] = defaultdict(list)
        for name, said in sorted(self._said.items()):
            for key in said.messages:
                where[key].append(name)
            for title in said.titles:
                titled[title].append(name)
        shared = Counter(pair for names in where.values() for pair in combinations(names, 2))
        alike = {pair for pair, number in shared.items() if number >= LEAST}
        yield from (pair for pair in sorted(alike) if agree(self._said[pair[0]], self._said[pair[1]]))
        for names in titled.values():
            pairs = (pair for pair in combinations(names, 2) if pair not in alike)
            yield from (pair for pair in pairs if went_on(self._said[pair[0]], self._said[pair[1]]))


def _sides(one: Conversation, holder: Holder, person: Mapping[str, str]) -> tuple[str, ...]:
    """The persons of a direct conversation: its members, and whose device it lies on."""
    mine = {
        person.get(account, account) for account in holder.stated if service_of(account) == service_of(one.conversation)
    }
    sides = {person.get(account, account) for account in one.members}
    return tuple(sorted(sides | mine if len(sides) == 1 else sides))


def _root(parent: Mapping[str, str], name: str) -> str:
    while name in parent:
        name = parent[name]
    return name
