# SPDX-License-Identifier: Apache-2.0
"""Nouns from their places: the id of each follows from where it stands."""

from collections.abc import Iterable, Iterator
from typing import Literal

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.place import Place, at, position
from suluh.model.talk import Account, Contact, Conversation, Message

Kind = Literal["direct", "group", "channel"]
Said = Literal["text", "media", "post", "system", "call", "revoked", "unsupported"]


class Telling:
    """The accounts of one file, each told where it is first met under a name."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._met: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()
        self._chats: set[str] = set()

    def row(self, table: str, row: int) -> Place:
        """The place of a row."""
        return self.source.place(table=table, row=str(row))

    def account(
        self, place: Place, account: str | None, *, names: tuple[str, ...] = (), aliases: tuple[str, ...] = ()
    ) -> Iterator[Account]:
        """A sighting of an account that was not yet met so; nothing for nobody."""
        key = (account or "", names, aliases)
        if account is None or key in self._met:
            return
        self._met |= {key, (account, (), ())}
        yield _account(self.source, place, account, names, aliases)

    def chat(self, place: Place, called: str, kind: Kind, members: Iterable[str | None]) -> Iterator[Conversation]:
        """A sighting of a conversation that was not yet met: one that no list of chats tells of."""
        if called not in self._chats:
            self._chats.add(called)
            yield conversation(place, called, kind, members=tuple(sorted({one for one in members if one})))

    def listed(self, place: Place, name: str, account: str) -> Iterator[Contact]:
        """An entry of an address book in a record of talk, where the paper covers address books as well."""
        if name and (not self.source.kinds or "contacts" in self.source.kinds):
            yield contact(place, name, account)

    def seen(self, place: Place, account: str) -> Iterator[Account]:
        """A further sighting of an account: a row that tells of it and gives nothing else."""
        yield _account(self.source, place, account, (), ())

    def own(self, account: str, word: str = "own") -> Account:
        """The device's own account, or the device where nothing says its number; `word` tells several apart."""
        self._met.add((account, (), ()))
        place = at("account", self.source.place(), word)
        return Account(id=record_id("account", self.source.file, word), account=account, place=place, own=True)


def _account(source: Source, place: Place, account: str, names: tuple[str, ...], aliases: tuple[str, ...]) -> Account:
    word = ":".join((position("account", place), account, *names[:1]))
    identity = record_id("account", source.file, word)
    return Account(id=identity, account=account, place=at("account", place, word), names=names, aliases=aliases)


def contact(place: Place, name: str, account: str) -> Contact:
    """An entry of an address book."""
    return Contact(
        id=record_id("contact", place.file, position("contact", place)), name=name, account=account, place=place
    )


def conversation(
    place: Place, called: str, kind: Kind, *, title: str | None = None, members: tuple[str, ...] = ()
) -> Conversation:
    """A conversation."""
    identity = record_id("conversation", place.file, position("conversation", place))
    return Conversation(id=identity, conversation=called, kind=kind, place=place, title=title or None, members=members)


def message(place: Place, called: str, kind: Said, **more: object) -> Message:
    """A message in the conversation of this name."""
    identity = record_id("message", place.file, position("message", place))
    return Message(id=identity, conversation=called, kind=kind, place=place, **more)  # type: ignore[arg-type] # fields of the noun by name
