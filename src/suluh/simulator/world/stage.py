# SPDX-License-Identifier: Apache-2.0
"""A stage for a made-up world: who is there, what they say and what they pay."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal, TypedDict, Unpack

from suluh.simulator.dice import Dice
from suluh.simulator.evidence.ordinary import system_files, wallpapers
from suluh.simulator.evidence.pictures import Gallery, Picture
from suluh.simulator.evidence.props import Props
from suluh.simulator.world.events import Channel, Deal, Paid, Room, Said, SaidKind, Service
from suluh.simulator.world.manners import Manners
from suluh.simulator.world.people import Known, Person, Registry

START = datetime(2025, 11, 20, 2, 0, tzinfo=UTC)
"""When every made-up world begins: some weeks before a new year, for statements write days without one."""

STEP = timedelta(minutes=3)


class SaidTerms(TypedDict, total=False):
    """What else may be said of a message."""

    at: datetime
    picture: Picture | None
    kind: SaidKind
    step: str
    forwarded: bool


class PaidTerms(TypedDict, total=False):
    """What else may be said of a payment."""

    at: datetime
    channel: Channel
    remark: str
    reference: str


class Stage:
    """Persons, rooms, messages, payments and deals, each made by one call."""

    def __init__(self, seed: int = 1, side: int = 64, start: datetime = START) -> None:
        self.seed = seed
        self.start = start
        self.now = start
        self.dice = Dice(seed)
        self.manners = Manners.drawn(self.dice.stream("manners"))
        self.registry = Registry(self.dice.stream("people"))
        self.gallery = Gallery(self.dice.stream("gallery"), side)
        self.system = system_files(self.dice.stream("system"))
        self.wallpapers = wallpapers(self.dice.stream("wallpapers"), side)
        self.props = Props(self.dice.stream("props"), side)
        self.rooms: dict[str, Room] = {}
        self.said: list[Said] = []
        self.paid: list[Paid] = []
        self.deals: list[Deal] = []
        self.stock: dict[str, list[Picture]] = {}

    def person(self, name: str | None = None, **known: Unpack[Known]) -> Person:
        """Somebody new."""
        return self.registry.person(name, **known)

    def seller(self, name: str | None = None, *, bank: str = "bca", pictures: int = 50) -> Person:
        """Somebody new who sells, with a stock of pictures."""
        made = self.registry.person(name, role="seller", bank=bank)
        self.stock[made.key] = [self.gallery.new("jpg") for _ in range(pictures)]
        return made

    def chosen(self, seller: Person, count: int, dice: Dice) -> list[Picture]:
        """So many pictures of a seller's stock, again and again where it is smaller."""
        stock = self.stock.get(seller.key) or [self.gallery.new("jpg")]
        found = dice.sample(stock, count)
        while len(found) < count:
            found += dice.sample(stock, count - len(found))
        return found

    def buyer(self, name: str | None = None) -> Person:
        """Somebody new who buys."""
        return self.registry.person(name, role="buyer")

    def direct(self, one: Person, other: Person, service: Service = "whatsapp") -> Room:
        """The conversation of two persons on a service."""
        pair = sorted((one, other), key=lambda person: person.key)
        key = f"{service}/{pair[0].key}/{pair[1].key}"
        return self.rooms.setdefault(key, Room(key, service, "direct", (pair[0], pair[1])))

    def group(
        self,
        title: str,
        members: Sequence[Person],
        service: Service = "telegram",
        kind: Literal["group", "channel"] = "group",
    ) -> Room:
        """A new group or channel; the first member made it."""
        number = 1_200_000_000 + 37 * (len(self.rooms) + 1)
        room = Room(f"{service}/{kind}/{number}", service, kind, tuple(members), title, number)
        return self.rooms.setdefault(room.key, room)

    def posts(self, person: Person) -> Room:
        """The posts of a person on X."""
        key = f"x/posts/{person.key}"
        return self.rooms.setdefault(key, Room(key, "x", "channel", (person,), None, person.x))

    def replace(self, room: Room) -> Room:
        """Put a room in the place of the one with its key."""
        self.rooms[room.key] = room
        return room

    def say(self, room: Room, sender: Person | None, text: str = "", **terms: Unpack[SaidTerms]) -> Said:
        """One message in a room."""
        number = len(self.said) + 1
        plain: Literal["media", "text"] = "media" if terms.get("picture") else "text"
        one = Said(
            key=f"message-{number:06}",
            room=room,
            sender=sender,
            at=self.tick(terms.get("at")),
            text=text,
            picture=terms.get("picture"),
            kind=terms.get("kind", plain),
            step=terms.get("step", ""),
            forwarded=terms.get("forwarded", False),
            native=f"3EB0{self.dice.stream(f'native/{number}').raw(10).hex().upper()}",
        )
        self.said.append(one)
        return one

    def chat(self, sender: Person, receiver: Person, text: str, service: Service = "whatsapp") -> Said:
        """One message from one person to another."""
        return self.say(self.direct(sender, receiver, service), sender, text)

    def pay(self, payer: Person, beneficiary: Person, amount: int, **terms: Unpack[PaidTerms]) -> Paid:
        """One payment in whole rupiah."""
        channel = terms.get("channel", "bank")
        to = {"e-wallet": beneficiary.wallet, "phone-credit": beneficiary.credit}.get(channel, beneficiary.money)
        number = len(self.paid) + 1
        one = Paid(
            key=f"payment-{number:06}",
            payer=payer,
            beneficiary=beneficiary,
            amount=amount,
            at=self.tick(terms.get("at")),
            channel=channel,
            remark=terms.get("remark", ""),
            reference=terms.get("reference") or self.dice.stream(f"reference/{number}").digits(12),
            to=to,
        )
        self.paid.append(one)
        return one

    def tick(self, at: datetime | None) -> datetime:
        """The stated time, or a moment later than the last one."""
        if at is not None:
            return at.replace(microsecond=0)
        self.now += STEP
        return self.now.replace(microsecond=0)
