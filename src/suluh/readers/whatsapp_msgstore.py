# SPDX-License-Identifier: Apache-2.0
"""Reads ``msgstore.db``, the message database of WhatsApp for Android, decrypted."""

import base64
import binascii
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Message
from suluh.model.times import When
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.whatsapp.chats import Chats
from suluh.readers.whatsapp.jids import account_of, is_person, kind_of, native_of
from suluh.readers.whatsapp.own import own_account
from suluh.readers.whatsapp.rows import Media, Said, said
from suluh.readers.whatsapp.tables import Store, text_of, whole_of

Kind = Literal["text", "media", "post", "system", "call", "revoked", "unsupported"]

KINDS: dict[int, Kind] = {
    **dict.fromkeys((0, 4, 5, 14, 16), "text"),
    **dict.fromkeys((1, 2, 3, 9, 13, 20, 42, 43, 81, 82), "media"),
    **dict.fromkeys((8, 10, 90), "call"),
    **dict.fromkeys((15, 64), "revoked"),
    7: "system",
}
"""What a row is, by the app's number; a number that is not here stays `unsupported` and is kept."""

_CALL = 90
_EPOCH = date(1970, 1, 1)
_DAY = 86_400_000
"""Milliseconds of a day."""

_DIGEST_BYTES = 32
_LONGEST = 900
"""Characters of a reason that lists tables."""


class WhatsAppMsgstore(Reader):
    """WhatsApp for Android, old schema (to 2021), new schema, or both in one file; forms seen of 2023-10 and 2026-01.

    Described by github.com/frozenspider/chat-history-manager and github.com/abrignoni/ALEAPP.
    """

    name = "whatsapp-msgstore"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        tables = set(source.tables)
        for wanted in ({"message", "jid", "chat"}, {"messages", "chat_list"}):
            if wanted <= tables:
                return "a database with the tables " + ", ".join(sorted(wanted))
        is_old = {"key_remote_jid", "key_from_me", "data"} <= set(source.tables.get("messages", ()))
        return "a database with the old table messages of WhatsApp" if is_old else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the chats, each message or call with the accounts it brings, and what does not fit."""
        yield from _Reading(source).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.store = Store(source)
        self.whose = own_account(source)
        self.own = self.whose.account if self.whose.is_known else None
        self.chats = Chats(self.store, self.whose)
        self.seen_keys: set[tuple[str, str, bool]] = set()
        self.both = bool(source.tables.get("message")) and bool(source.tables.get("messages"))
        self.lost_chats: set[int] = set()
        self.wrote: set[str] = set()
        """Who wrote as another than the device."""

        self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """Everything, in the order of the tables."""
        yield self.chats.own_sighting()
        yield from self.chats.sightings()
        yield from self.chats.changed_numbers()
        linked: set[int] = set()
        for one in said(self.store):
            linked.add(one.call)
            yield from self.chats.accounts(one.table, one.row, (one.sender, *one.participants))
            yield self._message(one)
        yield from self._calls(linked)
        yield from self.chats.owners(self.wrote)
        yield from self._closing()

    def _message(self, one: Said) -> Message | Flaw:
        """One row as a message, or as a flaw where it is none or stands twice."""
        place = self.source.place(table=one.table, row=str(one.row))
        position = f"{one.table}:{one.row}"
        if not one.chat and one.chat_row <= 0:
            return flaw(
                self.source, position, "a row of no conversation, such as the app writes first", place, one.text or None
            )
        if self.both and self._is_repeated(one):
            return flaw(self.source, position, "the same message stands in both tables; it is counted once", place)
        conversation = self.chats.id_of(one.chat) if one.chat else self._lost(one.chat_row)
        native = self._native(one.chat, one.original or one.key, broadcast=one.broadcast)
        return Message(
            id=record_id("message", self.source.file, position),
            conversation=conversation,
            kind=_kind(one),
            place=place,
            sent=_when(one.millis),
            sender=self._sender(one),
            text="\n".join(part for part in (_words(one), *one.extra) if part),
            attachments=self._attachments(one),
            native=None if one.system else native,
            native_kind=one.native_kind or None,
            forwarded=one.forwarded,
            reply_to=self._native(*one.quoted, broadcast=False) if one.quoted else None,
            edited=one.edited,
            beside=one.beside,
        )

    def _is_repeated(self, one: Said) -> bool:
        """Whether the other table has told of this message already; the app's own key, chat and direction say so."""
        key = one.chat, one.key, one.from_me
        repeated = bool(one.key) and key in self.seen_keys
        self.seen_keys.add(key)
        return repeated

    def _native(self, chat: str, key: str, *, broadcast: bool) -> str | None:
        """The name of a message on every phone, where it has one."""
        if not chat or not key:
            return None
        jid = self.store.phones.get(chat, chat)
        return native_of(jid, self.chats.id_of(chat), key.removeprefix("call:"), own=self.own, broadcast=broadcast)

    def _lost(self, chat: int) -> str:
        """A conversation whose chat is gone from the database: bound to this file."""
        self.lost_chats.add(chat)
        return f"whatsapp:chat/{self.source.exhibit}/{self.source.file}/{chat}"

    def _sender(self, one: Said) -> str | None:
        """Who sent it. What was sent from this device has a sender only where its account is stated."""
        if one.system:
            return account_of(one.sender) if is_person(one.sender) else None
        if one.from_me:
            self.ownerless += self.own is None
            return self.whose.account
        jid = one.sender or (one.chat if kind_of(one.chat) == "direct" else "")
        if one.type != _CALL:
            self.wrote.add(jid)
        return account_of(jid) if jid else None

    def _attachments(self, one: Said) -> tuple[Attachment, ...]:
        """The file of a message with the SHA-256 that the app states for it."""
        if one.media is None:
            return (Attachment(state="omitted"),) if KINDS.get(one.type) == "media" and not one.system else ()
        sha256 = self._sha256(one, one.media)
        return (
            Attachment(
                state="named",
                name=one.media.name or None,
                sha256=sha256,
                stated=sha256 is not None,
                mime=one.media.mime or None,
                size=one.media.size or None,
            ),
        )

    def _sha256(self, one: Said, media: Media) -> str | None:
        """The hash that the app keeps in base64, as hex; one that is none becomes a flaw."""
        if not media.hash64:
            return None
        try:
            raw = base64.b64decode(media.hash64, validate=True)
        except (binascii.Error, ValueError):
            raw = b""
        if len(raw) == _DIGEST_BYTES:
            return raw.hex()
        reason = f"the file hash of {one.table} {one.row} is no SHA-256 in base64"
        self._keep_flaw(f"hash:{one.table}:{one.row}", reason, "message_media", media.hash64)
        return None

    def _calls(self, linked: set[int]) -> Iterator[Record | Flaw]:
        """The calls of the log that no message row tells of."""
        columns = ("jid_row_id", "from_me", "call_id", "timestamp", "video_call", "duration", "call_result")
        for row in self.store.rows("call_log", (*columns, "group_jid_row_id")):
            if row.id in linked:
                continue
            jid, from_me, key, stamp, video, duration, result, group = row.cells
            other = self.store.jid(jid)
            kind = f"call_log/video {whole_of(video)}/result {whole_of(result)}/seconds {whole_of(duration)}"
            one = Said(
                "call_log",
                row.id,
                self.store.jid(group) or other,
                0,
                whole_of(from_me) == 1,
                text_of(key),
                other,
                whole_of(stamp),
                _CALL,
                kind,
                "",
            )
            yield from self.chats.accounts(one.table, one.row, (one.sender, *one.participants))
            yield self._message(one)

    def _closing(self) -> Iterator[Flaw]:
        """What is known only at the end."""
        sides, gone = self.store.left(), self.store.aside.gone()
        yield from self.store.flaws
        for chat in sorted(self.lost_chats):
            reason = f"chat {chat} is gone from the database; its messages stand in a conversation of their own"
            yield flaw(self.source, f"chat:{chat}", reason, self.source.place(table="chat"))
        for row, cells in sorted(sides.pop("message_media").items()):
            raw = " ".join(text_of(cell) for one in cells for cell in one)
            reason = f"row {row} of message_media belongs to no message: the message is gone, its file may not be"
            yield flaw(self.source, f"media:{row}", reason, self.source.place(table="message_media"), raw)
        for table, rows in sides.items():
            if rows:
                reason = f"rows of {table} belong to no message: {', '.join(str(one) for one in sorted(rows))}"
                yield flaw(self.source, f"left:{table}", reason[:500], self.source.place(table=table))
        yield from self._unread(gone)
        if self.ownerless:
            reason = (
                f"{self.ownerless} messages were sent from this device, whose own account is not known: "
                "state it with --account whatsapp:+62..."
            )
            yield flaw(self.source, "own", reason, self.source.place())
        if self.whose.contradicts:
            reason = (
                "the settings of the app name another account as its own than was stated with --account: "
                "see which of them is right"
            )
            yield flaw(self.source, "own:settings", reason, self.source.place())
        if self.chats.contradicts(self.wrote):
            reason = (
                "all groups of the database have one member who writes in none of its chats as another, and it is not "
                "the account that was stated with --account: see which of them is right"
            )
            yield flaw(self.source, "own:groups", reason, self.source.place())

    def _unread(self, gone: int) -> Iterator[Flaw]:
        """Tables that hold something which is not read, and what tables say of messages that are gone."""
        if gone:
            reason = f"what further tables say of {gone} messages belongs to none that is there: they are gone"
            yield flaw(self.source, "aside", reason, self.source.place())
        left = list(self.store.aside.left())
        if left:
            named = ", ".join(f"{table} ({number})" for table, number in left)
            reason = f"tables that hold rows and are not read, with their rows: {named}"
            yield flaw(self.source, "tables", reason[:_LONGEST], self.source.place())

    def _keep_flaw(self, position: str, reason: str, table: str, raw: str) -> None:
        self.store.flaws.append(flaw(self.source, position, reason, self.source.place(table=table), raw))


def _kind(one: Said) -> Kind:
    """What the row is: a text with a file is a media message."""
    if one.system:
        return "system"
    kind = KINDS.get(one.type, "unsupported")
    return "media" if kind == "text" and one.media is not None and one.type == 0 else kind


def _words(one: Said) -> str:
    """The text, or the caption of a file that has none beside it."""
    return one.text or (one.media.caption if one.media else "")


def _when(millis: int) -> When | None:
    """The instant of a row: the app stores milliseconds in UTC; zero is no time."""
    if millis <= 0:
        return None
    days, rest = divmod(millis, _DAY)
    try:
        day = _day(days)
    except OverflowError:
        return When(written=str(millis), precision="millisecond")
    seconds, parts = divmod(rest, 1000)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}" + (f".{parts:03}" if parts else "")
    return When(written=str(millis), precision="millisecond", at=f"{day}T{clock}Z")


@lru_cache(maxsize=4096)
def _day(number: int) -> str:
    """The day of this number since 1970. Raises `OverflowError` where no calendar has it."""
    return (_EPOCH + timedelta(days=number)).isoformat()
