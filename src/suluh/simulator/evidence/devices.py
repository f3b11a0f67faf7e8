# SPDX-License-Identifier: Apache-2.0
"""What a seized device knows: its holder, its zone, its contacts, its rooms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from suluh.simulator.world.events import Room, Said
from suluh.simulator.world.people import Person

Talk = Literal["msgstore", "text", "telegram"]


@dataclass(frozen=True)
class Seizure:
    """A device that came in as an exhibit, and the formats it holds."""

    label: str
    holder: Person
    zone: str = "Asia/Jakarta"
    talk: Talk = "msgstore"
    """How it keeps WhatsApp: a database, or exported texts; a computer with ``telegram`` holds zips and one export."""

    money: tuple[str, ...] = ()
    """Formats of the statements that lie on it."""

    noise: bool = False
    """Whether system files, copies and broken files lie about."""

    book: dict[str, str] = field(default_factory=dict)
    """Names that the holder gave to persons, by person."""

    stated: str = ""
    """The zone that the unit states for it, where that is a wrong one."""

    paper: str = ""
    """Number of the paper under which it was taken, where that is not the court's."""

    edited: Mapping[str, str] = field(default_factory=dict)
    """What somebody wrote over messages in its exports, by message."""

    @property
    def accounts(self) -> tuple[str, ...]:
        """The accounts that the unit states for the device."""
        chats = tuple(self.holder.account(service) for service in ("whatsapp", "telegram", "x"))
        return (*chats, self.holder.money, self.holder.wallet, self.holder.credit)

    def local(self, moment: datetime) -> datetime:
        """The moment on the device's clock."""
        return moment.astimezone(ZoneInfo(self.zone))

    def called(self, person: Person) -> str:
        """How the device shows a person: by contact name, or by number."""
        if person == self.holder:
            return person.name
        return self.book.get(person.key) or spaced(person.phone)

    def holds(self, room: Room) -> bool:
        """Whether the room is on this device."""
        return self.holder in room.members and not room.deleted


@dataclass(frozen=True)
class Reply:
    """What banks and dealers sent when they were asked: statements of some persons."""

    label: str
    statements: tuple[tuple[Person, str], ...]
    """Whose statement, in which format."""

    zone: str = "Asia/Jakarta"


@dataclass(frozen=True)
class Chat:
    """One room with its messages in order, as one device holds it."""

    room: Room
    said: tuple[Said, ...]


def chats(seizure: Seizure, rooms: Iterable[Room], said: Iterable[Said]) -> list[Chat]:
    """The rooms of a device that hold any message, in the order of their keys."""
    inside: dict[str, list[Said]] = {room.key: [] for room in rooms if seizure.holds(room)}
    for one in said:
        if one.room.key in inside:
            edited = seizure.edited.get(one.key)
            inside[one.room.key].append(one if edited is None else replace(one, text=edited))
    known = {room.key: room for room in rooms}
    found = (
        Chat(known[key], tuple(sorted(lines, key=lambda one: (one.at, one.key))))
        for key, lines in sorted(inside.items())
        if lines
    )
    return list(found)


def spaced(phone: str) -> str:
    """A number as WhatsApp shows it: ``+62 899-0000-0001``."""
    code = phone[:3]
    rest = phone[3:]
    return f"{code} {rest[:3]}-{rest[3:7]}-{rest[7:]}"
