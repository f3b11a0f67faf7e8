# SPDX-License-Identifier: Apache-2.0
"""Reads ``ChatStorage.sqlite``, the message database of WhatsApp for iOS."""

import base64
import binascii
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.proto import fields
from suluh.readers.apps.telling import Said, message
from suluh.readers.apps.times import COCOA, counted_from
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.whatsapp.ios.sides import Media, answers_of, media_of
from suluh.readers.whatsapp.ios.store import Store
from suluh.readers.whatsapp.jids import account_of, is_person, kind_of, native_of, split

KINDS: dict[int, Said] = {
    **dict.fromkeys((0, 4, 5, 7, 16), "text"),
    **dict.fromkeys((1, 2, 3, 8, 11, 15, 38, 39), "media"),
    **dict.fromkeys((6, 10), "system"),
    14: "revoked",
    59: "call",
}
"""What a row is, by the app's number; a number that is not here stays `unsupported` and is kept."""

CAPTIONED = frozenset({1, 2, 3, 11, 15, 38, 39})
"""Types whose title is what its sender wrote under a file; elsewhere it is the name of a document or a page."""

COLUMNS = (
    *("ZCHATSESSION", "ZGROUPMEMBER", "ZISFROMME", "ZFROMJID", "ZMESSAGETYPE", "ZGROUPEVENTTYPE", "ZMESSAGEDATE"),
    *("ZSTANZAID", "ZTEXT", "ZPUSHNAME"),
)
SILENT = (
    *("ZSORT", "ZDOCID", "ZFLAGS", "ZSPOTLIGHTSTATUS", "ZDATAITEMVERSION", "ZENCRETRYCOUNT", "ZMESSAGESTATUS"),
    *("ZMESSAGEERRORSTATUS", "ZLASTSESSION", "ZMESSAGEINFO", "ZMEDIAITEM", "ZFILTEREDRECIPIENTCOUNT", "ZPHASH"),
    *("ZMEDIASECTIONID", "ZLASTMESSAGE", "ZGROUPINFO", "ZPROPERTIES", "ZIDENTITYVERIFICATIONEPOCH", "ZETAG"),
    *("ZIDENTITYVERIFICATIONSTATE", "ZMESSAGECOUNTER", "ZLASTMESSAGEDATE", "ZLASTMESSAGETEXT", "ZSESSIONTYPE"),
    *("ZSENDERKEYSENT", "ZASPECTRATIO", "ZMEDIAURL", "ZMEDIAURLDATE", "ZCLOUDSTATUS", "ZMEDIAORIGIN", "ZHACCURACY"),
    *("ZMOVIEDURATION", "ZXMPPTHUMBPATH", "ZUNREADCOUNT", "ZSENTDATE"),
)

_OTHER_RECEIVER = (
    "what was received was sent to another account than was stated with --account: see which of them is right"
)
_OTHER_SETTINGS = (
    "the settings of the app name another account as its own than was stated with --account: see which of them is right"
)


class WhatsAppIos(Reader):
    """WhatsApp for iOS and macOS, as versions 2.20 to 25 keep it.

    Described by github.com/abrignoni/iLEAPP, in `whatsApp.py` and `whatsAppExtended.py`.
    """

    name = "whatsapp-ios"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        if {"ZWAMESSAGE", "ZWACHATSESSION"} <= set(source.tables):
            return "a database with the tables ZWACHATSESSION, ZWAMESSAGE"
        return None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the chats, each message with the account it brings, and what does not fit."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source = base, base.source
        self.store = Store(base)
        self.media = media_of(base)
        self.answers = answers_of(base)
        self.nobody = self.ownerless = 0
        self.lost: set[int] = set()

    def records(self) -> Iterator[Record | Flaw]:
        """Everything, in the order of the tables."""
        yield from self.store.sightings()
        for row in self.base.rows("ZWAMESSAGE", COLUMNS):
            yield from self._row(row)
        yield from self._changes()
        yield from self._closing()

    def _row(self, row: Row) -> Iterator[Record | Flaw]:
        session, member, from_me, from_jid, type_, event, date, key, text, pushed = row.cells
        kind = KINDS.get(whole_of(type_), "unsupported")
        chat = self.store.sessions.get(whole_of(session))
        jid = chat.jid if chat else ""
        who = self._jid(
            jid, self.store.members.get(whole_of(member), ""), text_of(from_jid), is_system=kind == "system"
        )
        is_theirs = from_me != 1 and kind != "system"
        if is_theirs and who and who not in self.store.names and (name := _chosen(pushed)):
            self.store.names[who] = name
        yield from self.store.person("ZWAMESSAGE", row.id, who)
        media = self.media.pop(row.id, [])
        files = self._files(kind, media)
        lines = (text_of(text), *(line for one in media for line in one.lines(whole_of(type_))))
        titles = dict.fromkeys(one.title for one in media if one.title) if whole_of(type_) in CAPTIONED else ()
        caption = "\n".join(titles)
        yield message(
            self.store.telling.row("ZWAMESSAGE", row.id),
            self.store.id_of(jid) if jid else self._lost(whole_of(session)),
            "media" if kind == "text" and files else kind,
            sent=counted_from(COCOA, date),
            sender=self._sender(who, kind, from_me=from_me == 1),
            text="\n".join(one for one in lines if one) or caption,
            attachments=files,
            native=None if kind == "system" else self._native(jid, text_of(key)),
            native_kind=f"{whole_of(type_)}/{whole_of(event)}" if whole_of(event) else str(whole_of(type_)),
            forwarded=any(one.is_forwarded for one in media),
            reply_to=self._native(jid, next((one.quoted_key for one in media if one.quoted_key), "")),
            beside=(
                *(said for one in media for said in one.besides(is_title=not caption)),
                *self.answers.pop(row.id, ()),
            ),
        )

    def _jid(self, chat: str, member: str, from_jid: str, *, is_system: bool) -> str:
        """The jid of who wrote it, or whom a notice is about; empty where the row names nobody."""
        if member or is_system:
            return member
        if is_person(from_jid):
            return from_jid
        user, server = split(chat)
        if server == "status":
            return f"{user}@s.whatsapp.net"
        return chat if kind_of(chat) == "direct" else ""

    def _sender(self, jid: str, kind: Said, *, from_me: bool) -> str | None:
        """Who sent it: the device itself, the account of the jid, or nobody that the row names."""
        if from_me and kind != "system":
            self.ownerless += self.store.own is None
            return self.store.whose.account
        if is_person(jid):
            return account_of(jid)
        self.nobody += kind != "system"
        return None

    def _files(self, kind: Said, media: list[Media]) -> tuple[Attachment, ...]:
        if files := tuple(one.file for one in media if one.is_file):
            return files
        return (Attachment(state="omitted"),) if kind == "media" else ()

    def _native(self, chat: str, key: str) -> str | None:
        if not chat or not key:
            return None
        jid = self.store.phones.get(chat, chat)
        return native_of(jid, self.store.id_of(chat), key, own=self.store.own, broadcast=False)

    def _lost(self, session: int) -> str:
        """A conversation whose chat is gone from the database: bound to this file."""
        self.lost.add(session)
        return f"whatsapp:chat/{self.source.exhibit}/{self.source.file}/{session}"

    def _changes(self) -> Iterator[Record]:
        """The app's own log of who joined and left groups."""
        columns = ("ZCHANGEDATE", "ZCHANGETYPE", "ZGROUPJID", "ZMEMBERJIDS")
        for row in self.base.rows("ZWAGROUPMEMBERSCHANGE", columns):
            date, type_, group, members = row.cells
            jids = [one.strip() for one in text_of(members).split(",")]
            place = self.store.telling.row("ZWAGROUPMEMBERSCHANGE", row.id)
            for jid in jids:
                yield from self.store.person("ZWAGROUPMEMBERSCHANGE", row.id, jid)
            yield message(
                place,
                self.store.id_of(text_of(group)) if text_of(group) else self._lost(0),
                "system",
                sent=counted_from(COCOA, date),
                text=", ".join(account_of(one) for one in jids if is_person(one)),
                native_kind=f"members/{whole_of(type_)}",
            )

    def _closing(self) -> Iterator[Flaw]:
        """What is known only at the end."""
        for session in sorted(self.lost):
            reason = f"chat {session} is gone from the database; its messages stand in a conversation of their own"
            yield flaw(self.source, f"chat:{session}", reason, self.source.place(table="ZWACHATSESSION"))
        if self.media:
            rows = ", ".join(map(str, sorted(one.row for media in self.media.values() for one in media)))
            reason = f"rows of ZWAMEDIAITEM belong to no message: {rows}"[:500]
            yield flaw(self.source, "left:media", reason, self.source.place(table="ZWAMEDIAITEM"))
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "whatsapp:+62...")
        if self.store.whose.contradicts:
            reason = _OTHER_SETTINGS if self.store.by_settings else _OTHER_RECEIVER
            yield flaw(self.source, "own:settings", reason, self.source.place())
        yield from self.base.left()


def _chosen(pushed: Cell) -> str | None:
    """The name that a sender goes by; newer versions keep a note of their own there, in base64."""
    text = text_of(pushed).strip()
    try:
        is_note = not text.isalpha() and bool(fields(base64.b64decode(text, validate=True)))
    except (binascii.Error, ValueError):
        is_note = False
    return None if is_note or not text else text
