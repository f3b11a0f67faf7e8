# SPDX-License-Identifier: Apache-2.0
"""Made-up accounts, contacts and decisions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from suluh.model.people import Decision, Link, Person
from suluh.model.place import Place
from suluh.model.talk import Account, Contact, named_account
from suluh.persons.names import words
from suluh.persons.resolve import Told, resolve
from suluh.persons.said.booked import Booked
from suluh.persons.said.changes import change
from suluh.persons.said.handles import said_handle
from suluh.persons.said.heard import Heard
from suluh.persons.said.naming import Naming
from suluh.persons.said.numbers import Claimed, How
from suluh.persons.said.talks import Called, Changed, Said, Sent, Talk


@dataclass
class World:
    """What the records say, and what officers decided so far."""

    accounts: list[Account] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    lines: list[Booked] = field(default_factory=list)
    sent_files: set[str] = field(default_factory=set)
    changed: list[Changed] = field(default_factory=list)
    called: list[Called] = field(default_factory=list)

    def place(self, exhibit: str) -> Place:
        number = len(self.accounts) + len(self.contacts) + 1
        return Place(exhibit=exhibit, acquisition="1", path="chat.txt", file=f"file-{exhibit}", line=number)

    def see(self, account: str, *names: str, on: str = "B-1", **fields: Any) -> str:
        place = self.place(on)
        self.accounts.append(Account(id=f"a{len(self.accounts)}", account=account, names=names, place=place, **fields))
        return account

    def see_name(self, name: str, on: str = "B-1", chat: str = "chat-1") -> str:
        return self.see(named_account("whatsapp", on, chat, name), name, on=on)

    def lists(self, name: str, account: str, on: str = "B-1") -> None:
        place = self.place(on)
        self.contacts.append(Contact(id=f"c{len(self.contacts)}", name=name, account=account, place=place))

    def cards(self, file: str, *entries: tuple[str, str], on: str = "B-1", sent: bool = False) -> None:
        """A vCard with entries of a name and an account each, which stands in a message or not."""
        self.sent_files.update({file} if sent else ())
        for number, (name, account) in enumerate(entries, 1):
            place = Place(exhibit=on, acquisition="1", path=file, file=file, pointer=f"card/{number}/0")
            self.contacts.append(Contact(id=f"c{len(self.contacts)}", name=name, account=account, place=place))

    def names(self, sender: str, account: str, *texts: str) -> None:
        """One message in a talk of its own for each text."""
        for text in texts:
            spoken = frozenset(words(text))
            self.namings.append(Naming(sender, account, f"chat-{len(self.namings)}", spoken))

    def talk(self, own: str, other: str, *minutes: int, began: int | None = None, handed_on: int | None = None) -> str:
        """A talk of two, with the minutes at which the other side wrote."""
        first = minutes[0] if began is None else began
        conversation = f"whatsapp:talk-{len(self.talks)}"
        self.talks.append(Talk(conversation, frozenset({own}), other, first, minutes, handed_on))
        return conversation

    def says(self, sender: str, how: How, digits: str, at: int, turn: int = 0) -> None:
        """A number of which the other side of a talk says that it is theirs."""
        self.said.append(Said(sender, "talk", Claimed(how, digits), at, turn))

    def says_handle(self, sender: str, text: str, at: int, own: str) -> None:
        """A name on another service of which the other side of a talk says that it is theirs."""
        told = said_handle(text)
        assert told is not None, text
        self.called.append(Called(sender, told, at, frozenset({own})))

    def app_says(self, text: str, at: int, conversation: str, on: str = "B-1") -> None:
        """A line of the app itself in a talk of two."""
        told = change(text)
        assert told is not None, text
        self.changed.append(Changed(on, conversation, told, at, is_direct=True))

    def pays(self, payer: str, name: str, ledger: str, at: int, until: int | None = None) -> None:
        """A booked line that came in, at a minute or within a day."""
        self.lines.append(Booked(payer, name, ledger, at, at if until is None else until))

    def _heard(self) -> Heard:
        told = (tuple(self.namings), tuple(self.talks), tuple(self.said), tuple(self.sent), tuple(self.lines))
        return Heard(*told, frozenset(self.sent_files), tuple(self.changed), tuple(self.called))

    def decide(self, act: str, left: str, right: str | None = None, by: str = "OFFICER-1", **fields: Any) -> None:
        order = len(self.decisions) + 1
        at = f"2025-09-01T00:{order:02}:00Z"
        decision = Decision(id=f"d{order}", act=act, left=left, right=right, by=by, at=at, order=order, **fields)
        self.decisions.append(decision)

    def decide_on(self, link: Link, act: str, by: str = "OFFICER-1") -> None:
        self.decide(act, link.left, link.right, by=by, link=link.id, rule=link.rule)

    def links(self, rule: str | None = None) -> list[Link]:
        return [one for one in self._found() if isinstance(one, Link) and rule in {None, one.rule}]

    def persons(self) -> list[Person]:
        return [one for one in self._found() if isinstance(one, Person)]

    def groups(self) -> list[tuple[str, ...]]:
        return [person.accounts for person in self.persons()]

    def _found(self) -> Iterable[Link | Person]:
        return resolve(self.accounts, self.contacts, self.decisions, told=Told(heard=self._heard()))


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def make_world() -> Callable[[], World]:
    return World
