# SPDX-License-Identifier: Apache-2.0
"""What happens in a made-up world: talk, money and deals."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from suluh.simulator.evidence.pictures import Picture
from suluh.simulator.world.people import Person

Service = Literal["whatsapp", "telegram", "x"]
DealKind = Literal["sale", "subscription", "barter", "gift"]
DealState = Literal["offered", "cancelled", "paid", "delivered", "paid-not-delivered", "refunded"]
Channel = Literal["bank", "atm", "e-wallet", "phone-credit"]
SaidKind = Literal["text", "media", "post", "system", "revoked"]


@dataclass(frozen=True)
class Room:
    """A conversation as the service knows it."""

    key: str
    service: Service
    kind: Literal["direct", "group", "channel"]
    members: tuple[Person, ...]
    title: str | None = None
    number: int = 0
    """The service's own number of a group or channel."""

    lids: bool = False
    """Whether WhatsApp knows its members by opaque numbers."""

    deleted: bool = False
    """Whether it was deleted before the seizure: no exhibit holds it."""

    @property
    def owner(self) -> Person:
        """Who made the group or channel."""
        return self.members[0]

    def other(self, person: Person) -> Person:
        """The other side of a direct conversation."""
        return self.members[0] if self.members[1] == person else self.members[1]


@dataclass(frozen=True)
class Said:
    """One message."""

    key: str
    room: Room
    sender: Person | None
    """Null for lines of the system."""

    at: datetime
    text: str = ""
    picture: Picture | None = None
    kind: SaidKind = "text"
    step: str = ""
    """What it does in a deal: ask, offer, agree, instruct, say-paid, delivery, thank."""

    forwarded: bool = False
    native: str = ""
    """The service's own id, the same on every device."""


@dataclass(frozen=True)
class Paid:
    """One payment, or an attempt that failed."""

    key: str
    payer: Person
    beneficiary: Person
    amount: int
    """Whole rupiah."""

    at: datetime
    channel: Channel
    remark: str = ""
    reference: str = ""
    to: str = ""
    """The account id that received it."""


@dataclass
class Deal:
    """Offer, payment and delivery of one trade, as it really was."""

    key: str
    kind: DealKind
    state: DealState
    seller: Person
    buyer: Person
    room: Room
    items: int | None = None
    price: int = 0
    said: list[Said] = field(default_factory=list)
    paid: list[Paid] = field(default_factory=list)
    """What the seller got, and gave back."""

    delivered: list[Said] = field(default_factory=list)
    offered_at: datetime | None = None

    @property
    def pictures(self) -> list[Picture]:
        """What was handed over, in its order."""
        return [one.picture for one in self.delivered if one.picture]

    @property
    def money(self) -> int:
        """Whole rupiah that the seller kept."""
        return sum(-one.amount if one.payer == self.seller else one.amount for one in self.paid)
