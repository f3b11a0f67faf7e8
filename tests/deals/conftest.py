# SPDX-License-Identifier: Apache-2.0
"""A small made-up market, told line by line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from suluh.deals.find import find
from suluh.deals.judge.judge import Judge, judge
from suluh.deals.reading.rooms import by_room
from suluh.model.intake import Exhibit, Flaw
from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Account, Attachment, Conversation, Message
from suluh.model.times import Dated, When
from suluh.model.trade import Deal, Offer, Payment, Statement

START = datetime(2025, 9, 1, 3, tzinfo=UTC)
ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"


@dataclass
class Market:
    """Ani's phone is exhibit B-1, with the statement of her account; the others are known from her chats."""

    talk: list[Dated[Message]] = field(default_factory=list)
    payments: list[Dated[Payment]] = field(default_factory=list)
    conversations: list[Conversation] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    days: int = 30
    stated: tuple[str, ...] = ()
    """Accounts stated for the exhibit; where there are any, no record calls an account the device's own."""

    layout: str = ""
    """How the statement was read."""

    words: dict[str, str] = field(default_factory=dict)
    """Words that officers say are like known ones."""

    papers: bool = True
    """Whether the case holds the statement."""

    names: dict[str, str] = field(default_factory=lambda: {ANI: "Ani", BUDI: "Budi", CITRA: "Citra"})

    def place(self) -> Place:
        line = len(self.talk) + len(self.payments) + 1
        return Place(exhibit="B-1", acquisition="1", path="chat.txt", file="f", line=line)

    def say(self, hour: float, sender: str | None, text: str = "", room: str = BUDI, **fields: Any) -> str:
        name = f"m{len(self.talk)}"
        at = START + timedelta(hours=hour)
        message = Message(
            id=name,
            conversation=f"whatsapp:chat/{room}",
            kind="text",
            place=self.place(),
            sender=sender,
            text=text,
            **fields,
        )
        self.talk.append(Dated(message, at))
        return name

    def send(
        self,
        hour: float,
        sender: str | None,
        number: int,
        room: str = BUDI,
        *,
        same: bool = False,
        number_from: int | None = None,
    ) -> None:
        for one in range(number):
            own = len(self.talk) if number_from is None else number_from + one
            sha = f"{0 if same else own:064x}"
            file = Attachment(state="present", name="x.jpg", sha256=sha)
            self.say(hour + one / 3600, sender, room=room, attachments=(file,))

    def book(self, hour: float, amount: int, **fields: Any) -> str:
        name = f"p{len(self.payments)}"
        at = START + timedelta(hours=hour)
        known: dict[str, Any] = {
            "statement": "s",
            "amount_minor": amount * 100,
            "amount_as_written": str(amount),
            "currency": "IDR",
            "channel": "bank",
            "incoming": True,
            "place": self.place(),
            "at": When(written="", at=at.isoformat().replace("+00:00", "Z")),
            "beneficiary": "bca:0123456789",
        }
        self.payments.append(Dated(Payment(id=name, **(known | fields)), at))
        return name

    def group(self, room: str) -> None:
        name = f"whatsapp:chat/{room}"
        if name not in [one.conversation for one in self.conversations]:
            self.conversations.append(Conversation(id=room, conversation=name, kind="group", place=self.place()))

    def sale(self, hour: float = 0, buyer: str = BUDI, price: str = "50rb") -> None:
        self.say(hour, ANI, f"paket 40 file {price}", buyer)
        self.say(hour + 0.1, buyer, "ok mau", buyer)
        self.say(hour + 0.2, ANI, "transfer ke BCA 0123456789", buyer)

    def all(self) -> list[Deal | Offer | Link | Flaw]:
        rooms = {one.value.conversation: one.value.conversation.partition("/")[2] for one in self.talk}
        known = {one.conversation for one in self.conversations}
        direct = [
            Conversation(id=f"c/{room}", conversation=name, kind="direct", place=self.place(), members=(ANI, room))
            for name, room in rooms.items()
            if name not in known
        ]
        accounts = [
            Account(id=f"a/{one}", account=one, place=self.place(), names=(name,), own=one == ANI and not self.stated)
            for one, name in self.names.items()
        ]
        people = self.persons or [Person(id=f"person/{one}", accounts=(one,)) for one in self.names]
        statement = Statement(
            id="s", account="bca:0123456789", place=self.place(), holder="ANI LESTARI", layout=self.layout
        )
        ends = {"B-1": START + timedelta(days=self.days)}
        exhibit = Exhibit(id="e", label="B-1", authority="1", order=1, accounts=self.stated)
        talks, own = [*self.conversations, *direct], own_accounts([exhibit], accounts, people)
        papers = [statement] if self.papers else []
        return list(find(by_room(self.talk), self.payments, papers, talks, people, accounts, own, ends, self.words))

    def deals(self) -> list[Deal]:
        return [one for one in self.all() if isinstance(one, Deal)]

    def offers(self) -> list[Offer]:
        return [one for one in self.all() if isinstance(one, Offer)]

    def links(self) -> list[Link]:
        return [one for one in self.all() if isinstance(one, Link)]


_SAID, _RECORDED = 8_000, 700_000
"""Shares from which a deal is said, and is recorded, while what is put together is tested: a refit moves neither."""


@pytest.fixture(autouse=True)
def thresholds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped weights with shares of the tests' own; how much the weights say is tested on worlds."""
    if "market" in request.fixturenames or "make_market" in request.fixturenames:
        own = Judge(msgspec.structs.replace(judge().weights, least=_SAID, recorded=_RECORDED))
        monkeypatch.setattr("suluh.deals.find.judge", lambda: own)


@pytest.fixture
def market() -> Market:
    return Market()


@pytest.fixture
def make_market() -> Callable[[], Market]:
    return Market
