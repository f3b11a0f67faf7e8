# SPDX-License-Identifier: Apache-2.0
"""WhatsApp's ``msgstore.db`` on Android in its new schema."""

import base64
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from suluh.model.times import utc
from suluh.simulator.evidence.devices import Chat, Seizure
from suluh.simulator.evidence.pictures import FileKind, Picture
from suluh.simulator.truth import TrueAttachment, TrueRecord
from suluh.simulator.world.events import Room, Said
from suluh.simulator.world.people import Person
from suluh.simulator.writers.msgstore_schema import SCHEMA
from suluh.simulator.writers.sqlite import Fill, database, database_with_log, insert
from suluh.simulator.writers.whatsapp_text import MARKS

MEDIA = "Android/media/com.whatsapp/WhatsApp/"
"""Where the paths of the database begin on the phone."""

TEXT, SYSTEM, REVOKED = 0, 7, 15
MEDIA_TYPES: dict[FileKind, int] = {"picture": 1, "voice": 2, "document": 9, "sticker": 20}
FOLDERS: dict[FileKind, str] = {
    "picture": "WhatsApp Images",
    "voice": "WhatsApp Voice Notes",
    "document": "WhatsApp Documents",
    "sticker": "WhatsApp Stickers",
}
ENCRYPTED = 67
DELIVERED = 13
MIMES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "opus": "audio/ogg; codecs=opus",
    "pdf": "application/pdf",
}


@dataclass(frozen=True)
class Store:
    """What the database of one phone is, with the files that it names."""

    data: bytes
    log: bytes | None
    records: tuple[TrueRecord, ...]
    media: dict[str, Picture]
    """Pictures by path on the phone."""


class _Line(NamedTuple):
    """What stands in a row of ``message``."""

    room: str
    from_me: int
    key: str
    sender: int | None
    at: datetime
    kind: int
    text: str | None = None


class Writer:
    """Gathers the rows of one phone's database."""

    def __init__(self, chats: Sequence[Chat], seizure: Seizure, gone: frozenset[str] = frozenset()) -> None:
        self.seizure = seizure
        self.gone = gone
        """Pictures whose file was deleted from the phone: the database still names it with its hash."""

        self.media: dict[str, Picture] = {}
        self.records: list[TrueRecord] = []
        self.rows: dict[str, list[tuple[object, ...]]] = {}
        self._jids: dict[str, int] = {}
        self._paths: dict[tuple[str, bool], str] = {}
        self._days: dict[str, int] = {}
        self._chat_rows: dict[tuple[str, int], int] = {}
        """Row of ``chat`` by room and direction: some rooms have one for each."""

        for chat in chats:
            self._chat(chat)
        for chat in chats:
            self._notice(chat)
        for one in sorted((one for chat in chats for one in chat.said), key=_order):
            self._message(one)
        self._add("props", 1, "user_push_name", seizure.holder.name)

    def store(self, *, with_log: bool) -> Store:
        """The database's bytes; the log holds the last rows."""
        log = None
        if with_log:
            data, log = database_with_log(self._fill(0, 0.9), self._fill(0.9, 1))
        else:
            data = database(self._fill(0, 1))
        return Store(data, log, tuple(self.records), self.media)

    def _fill(self, start: float, end: float) -> Fill:
        def fill(connection: sqlite3.Connection) -> None:
            if start == 0:
                connection.executescript(SCHEMA)
            for table, rows in sorted(self.rows.items()):
                insert(connection, table, rows[int(len(rows) * start) : int(len(rows) * end)])

        return fill

    def _add(self, table: str, *row: object) -> None:
        self.rows.setdefault(table, []).append(row)

    def _jid(self, user: str, server: str) -> int:
        raw = f"{user}@{server}"
        if raw not in self._jids:
            self._jids[raw] = len(self._jids) + 1
            kind = {"s.whatsapp.net": 0, "g.us": 1, "lid": 18}[server]
            self._add("jid", self._jids[raw], user, server, 0, 0, kind, raw)
        return self._jids[raw]

    def _person(self, person: Person, *, lids: bool) -> int:
        """The jid row of a person; an opaque number is mapped to the phone beside it."""
        phone = self._jid(person.phone[1:], "s.whatsapp.net")
        if not lids:
            return phone
        known = f"{person.lid}@lid" in self._jids
        lid = self._jid(person.lid, "lid")
        if not known:
            self._add("jid_map", lid, phone, lid)
        return lid

    def _chat(self, chat: Chat) -> None:
        room = chat.room
        if room.kind == "direct":
            jid = self._person(room.other(self.seizure.holder), lids=room.lids)
        else:
            jid = self._jid(f"{room.owner.phone[1:]}-{room.number}", "g.us")
            for member in room.members:
                row = len(self.rows.get("group_participant_user", ())) + 1
                self._add(
                    "group_participant_user", row, jid, self._person(member, lids=room.lids), int(member == room.owner)
                )
        self._chat_row(chat, jid, (0, 1))
        if room.lids and room.kind == "direct" and _is_split(room):
            self._chat_row(chat, self._person(room.other(self.seizure.holder), lids=False), (1,))

    def _chat_row(self, chat: Chat, jid: int, directions: tuple[int, ...]) -> None:
        """One row of ``chat`` for messages of these directions: 0 came in, 1 went out."""
        number = len(self.rows.get("chat", ())) + 1
        self._chat_rows |= {(chat.room.key, direction): number for direction in directions}
        begun, ended = _millis(chat.said[0].at), _millis(chat.said[-1].at)
        self._add("chat", number, jid, 0, chat.room.title, begun, ended, 0)

    def _notice(self, chat: Chat) -> None:
        """The line about encryption that opens every chat."""
        at = chat.said[0].at - timedelta(seconds=1)
        key = f"notice{self._chat_rows[chat.room.key, 0]}"
        number = self._row(_Line(chat.room.key, 0, key, None, at, SYSTEM))
        self._add("message_system", number, ENCRYPTED)
        self.records.append(
            TrueRecord(
                conversation=chat.room.key,
                table="message",
                row=str(number),
                kind="system",
                sent=utc(at),
                text=None,
            )
        )

    def _row(self, line: _Line) -> int:
        number = len(self.rows.get("message", ())) + 1
        stamp = _millis(line.at)
        head = (number, self._chat_rows[line.room, line.from_me], line.from_me, line.key, line.sender, DELIVERED, 0)
        self._add("message", *head, stamp, stamp + 350, line.kind, line.text, 0, number)
        return number

    def _message(self, one: Said) -> None:
        assert one.sender is not None  # noqa: S101 # rooms of phones hold persons' messages only
        own, room = one.sender == self.seizure.holder, one.room
        sender = self._person(one.sender, lids=room.lids) if room.kind != "direct" and not own else None
        kind = REVOKED if one.kind == "revoked" else MEDIA_TYPES[one.picture.form] if one.picture else TEXT
        text = one.text if kind == TEXT else None if kind == REVOKED else one.text or None
        at = one.at + timedelta(milliseconds=int(one.native[4:8], 16) % 1_000)
        number = self._row(_Line(room.key, int(own), one.native, sender, at, kind, text))
        attachments = (self._picture(number, one, one.picture),) if kind != REVOKED and one.picture else ()
        if kind == REVOKED:
            self._add("message_revoked", number, one.native, None, _millis(at) + 60_000)
        if one.forwarded:
            self._add("message_forwarded", number, 1)
        account = one.sender.whatsapp if own or not room.lids else f"whatsapp:{one.sender.lid}@lid"
        self.records.append(
            TrueRecord(
                message=one.key,
                table="message",
                row=str(number),
                conversation=room.key,
                kind={TEXT: "text", REVOKED: "revoked"}.get(kind, "media"),
                sender=account,
                own=own,
                person=one.sender.key,
                sent=utc(at),
                text=text or "",
                attachments=attachments,
            )
        )

    def _picture(self, number: int, one: Said, picture: Picture) -> TrueAttachment:
        own = one.sender == self.seizure.holder
        path = self._path(one, picture, own=own)
        present = picture.key not in self.gone
        if present:
            self.media[MEDIA + path] = picture
        digest = base64.b64encode(bytes.fromhex(picture.sha256)).decode()
        size, mime = len(picture.data), MIMES[picture.suffix]
        chat = self._chat_rows[one.room.key, int(own)]
        where = (chat, path, size, None, mime, size, digest, None, None, None)
        self._add("message_media", number, *where, picture.width, picture.height)
        if picture.width:
            self._add("message_thumbnail", number, b"\xff\xd8\xff\xe0" + bytes.fromhex(picture.sha256)[:16])
        return TrueAttachment(state="present" if present else "missing", name=path, sha256=picture.sha256)

    def _path(self, one: Said, picture: Picture, *, own: bool) -> str:
        """One file a picture and direction, as a phone that forwards the same file keeps it."""
        key = (picture.sha256, own)
        if key not in self._paths:
            day = f"{self.seizure.local(one.at):%Y%m%d}"
            number = self._days[day] = self._days.get(day, -1) + 1
            folder = f"Media/{FOLDERS[picture.form]}{'/Sent' if own else ''}"
            self._paths[key] = f"{folder}/{MARKS[picture.form]}-{day}-WA{number:04}.{picture.suffix}"
        return self._paths[key]


def _is_split(room: Room) -> bool:
    """Whether the phone keeps what came in under the opaque number and what went out under the phone's."""
    return bool(zlib.crc32(room.key.encode()) % 2)


def _millis(at: datetime) -> int:
    return int(at.timestamp() * 1_000 + 0.5)


def _order(one: Said) -> tuple[datetime, str]:
    return one.at, one.key
