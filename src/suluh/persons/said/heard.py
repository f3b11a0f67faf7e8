# SPDX-License-Identifier: Apache-2.0
"""All that talk and statements tell of accounts, gathered in one pass over each."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from suluh.model.rules.holders import Holder
from suluh.model.talk import Conversation, Message
from suluh.model.times import Dated
from suluh.model.trade import Statement
from suluh.persons.said.booked import Booked
from suluh.persons.said.naming import Naming, Namings
from suluh.persons.said.talks import Called, Changed, Said, Sent, Talk, Talks


class Heard(NamedTuple):
    """What was said, and what was booked."""

    namings: tuple[Naming, ...] = ()
    """What holders of devices named as accounts of statements."""

    talks: tuple[Talk, ...] = ()
    """Talks of two, and when the other side wrote."""

    said: tuple[Said, ...] = ()
    """Numbers that a side says are theirs."""

    sent: tuple[Sent, ...] = ()
    """Numbers that holders named in talks of two."""

    lines: tuple[Booked, ...] = ()
    """Who paid into which account."""

    sent_files: frozenset[str] = frozenset()
    """Address books and cards, by their files, that stand in a message."""

    changed: tuple[Changed, ...] = ()
    """New numbers of which an app tells by itself."""

    called: tuple[Called, ...] = ()
    """Names on other services that a side says are theirs."""


NOTHING_HEARD = Heard()


def hear(
    talk: Iterable[Dated[Message]],
    conversations: Iterable[Conversation],
    statements: Iterable[Statement],
    lines: Iterable[Booked],
    own: Mapping[str, Holder],
    lists: Mapping[str, AbstractSet[str]] = MappingProxyType({}),
) -> Heard:
    """What all messages tell of accounts, and of those of holders as far as they are known.

    `lists` gives the files that list people, by the SHA-256 of their contents.
    """
    sent: set[str] = set()
    namings = Namings(statements, own)
    talks = Talks((one.conversation for one in conversations if one.kind == "direct"), own)
    for dated in talk:
        namings.note(dated.value)
        talks.note(dated)
        for file in dated.value.attachments:
            sent |= lists.get(file.sha256 or "", frozenset())
    heard = (tuple(namings.found), talks.talks(), talks.said(), talks.sent(), tuple(lines))
    return Heard(*heard, frozenset(sent), talks.changed(), talks.called())
