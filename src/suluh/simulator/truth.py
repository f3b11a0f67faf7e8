# SPDX-License-Identifier: Apache-2.0
"""What is true of a made-up world and where each fact stands in its exhibits."""

from pathlib import Path

import msgspec
from msgspec import Struct

NAME = "truth.json"
VERSION = 1
IDLE = frozenset({"offered", "cancelled"})
"""States of a deal in which nothing was paid or handed over."""


class TruePerson(Struct, frozen=True, kw_only=True):
    """A made-up person: the accounts that are theirs, and the names they go by."""

    key: str
    name: str
    holder: str
    role: str
    country: str
    accounts: tuple[str, ...]
    called: tuple[tuple[str, str], ...] = ()
    """Exhibit, and the name under which its texts show them."""


class TrueExhibit(Struct, frozen=True, kw_only=True):
    """A line of exhibits.csv."""

    label: str
    path: str
    authority: str
    holder: str
    accounts: tuple[str, ...]
    timezone: str


class TrueFile(Struct, frozen=True, kw_only=True):
    """A file or member of a container: ``key`` is exhibit, container and path with slashes and ``!/``."""

    key: str
    exhibit: str
    path: str
    sha256: str
    size: int
    kind: str
    inside: str | None = None
    same_as: str | None = None
    """Key of the earlier file with the same bytes."""


class TrueAttachment(Struct, frozen=True, kw_only=True):
    """A file in a message, as the record shows it."""

    state: str
    """present, omitted, not-exported or missing."""

    name: str | None = None
    sha256: str | None = None
    """Of the picture that was really sent."""


class TrueRecord(Struct, frozen=True, kw_only=True):
    """One message where it stands in one file."""

    file: str = ""
    message: str | None = None
    """Key of the message; null for lines of the system."""

    line: int | None = None
    last_line: int | None = None
    table: str | None = None
    row: str | None = None
    pointer: str | None = None
    conversation: str
    """Key of the room."""

    kind: str
    sender: str | None = None
    """Account id, where the record gives one."""

    sender_name: str | None = None
    """The name, where the record gives nothing else."""

    own: bool = False
    """Whether the device's holder sent it, which not every format says."""

    person: str | None = None
    sent: str
    """The instant in UTC, to the precision written."""

    text: str | None
    """As a reader must give it; null where the format has no words of its own."""

    attachments: tuple[TrueAttachment, ...] = ()


class TrueMessage(Struct, frozen=True, kw_only=True):
    """One message as it really was."""

    key: str
    conversation: str
    sender: str | None
    at: str
    kind: str
    text: str
    step: str = ""
    deal: str | None = None
    picture: str | None = None


class TrueRoom(Struct, frozen=True, kw_only=True):
    """One conversation as it really was."""

    key: str
    service: str
    kind: str
    title: str | None
    members: tuple[str, ...]
    deleted: bool = False


class TruePayment(Struct, frozen=True, kw_only=True):
    """One payment as it really was."""

    key: str
    payer: str
    beneficiary: str
    amount_minor: int
    at: str
    channel: str
    to: str
    deals: tuple[str, ...] = ()


class TrueEntry(Struct, frozen=True, kw_only=True):
    """One booked line where it stands on one statement; fees are lines without a payment."""

    file: str = ""
    payment: str | None = None
    line: int | None = None
    last_line: int | None = None
    row: str | None = None
    account: str
    """Account of the statement."""

    incoming: bool
    amount_minor: int
    booked: str
    """ISO date as the statement writes it."""

    at: str | None = None
    """The instant in UTC, where the statement writes a time."""

    balance_minor: int | None = None
    status: str = "booked"
    counterparty: str | None = None
    """Account id of the other side, where the line gives one."""

    counterparty_name: str | None = None


class TrueDeal(Struct, frozen=True, kw_only=True):
    """One deal as it really was, and how much of it the exhibits show."""

    key: str
    kind: str
    state: str
    seller: str
    buyer: str
    conversation: str
    items: int | None
    delivered: int
    distinct: int
    price_minor: int
    paid_minor: int
    offered_at: str | None
    paid_at: str | None
    delivered_at: str | None
    payments: tuple[str, ...]
    messages: tuple[str, ...]
    pictures: tuple[str, ...]
    """SHA-256 of what was handed over."""

    seen_messages: int = 0
    """How many of its messages stand in an exhibit."""

    seen_payments: int = 0
    """How many of its payments stand on a statement."""


class TrueEdge(Struct, frozen=True, kw_only=True):
    """A seller and a buyer with all their deals."""

    seller: str
    buyer: str
    deals: int
    items: int
    amount_minor: int
    seen: bool


class TrueSource(Struct, frozen=True, kw_only=True):
    """A room through which pictures came that were sold on."""

    conversation: str
    title: str | None
    pictures: int
    sold_on: int
    countries: tuple[str, ...]


class TrueOrigin(Struct, frozen=True, kw_only=True):
    """A room through which somebody else sent pictures to the holder of an exhibit, who then sold them.

    As far as the exhibits show it: in their records, and in deals of which they hold a message.
    """

    conversation: str
    sold_on: int


class Population(Struct, frozen=True, kw_only=True):
    """How many there really were, and how many of them the exhibits show."""

    buyers: int
    buyers_seen: int
    pictures: int
    pictures_seen: int
    sources: int
    sources_seen: int


class Truth(Struct, frozen=True, kw_only=True):
    """Everything that is true of a made-up world."""

    version: int = VERSION
    seed: int
    pillow: str
    """Version of the library that encoded the pictures: another one may write other bytes."""

    start: str
    persons: tuple[TruePerson, ...]
    exhibits: tuple[TrueExhibit, ...]
    files: tuple[TrueFile, ...]
    rooms: tuple[TrueRoom, ...]
    messages: tuple[TrueMessage, ...]
    records: tuple[TrueRecord, ...]
    payments: tuple[TruePayment, ...]
    entries: tuple[TrueEntry, ...]
    deals: tuple[TrueDeal, ...]
    edges: tuple[TrueEdge, ...]
    sources: tuple[TrueSource, ...]
    origins: tuple[TrueOrigin, ...] = ()
    population: Population
    counts: dict[str, int]

    def write(self, folder: Path) -> Path:
        """Write ``truth.json`` into a folder."""
        path = folder / NAME
        path.write_bytes(msgspec.json.format(msgspec.json.encode(self, order="deterministic"), indent=1) + b"\n")
        return path


def load(folder: Path) -> Truth:
    """The truth that lies in a folder."""
    return msgspec.json.decode((folder / NAME).read_bytes(), type=Truth, strict=True)
