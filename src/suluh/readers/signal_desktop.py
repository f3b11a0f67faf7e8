# SPDX-License-Identifier: Apache-2.0
"""Reads the decrypted database of Signal Desktop."""

from collections.abc import Iterator
from typing import ClassVar, Literal

import msgspec

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside, device_account
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.json_stream import Json
from suluh.readers.numbers import international
from suluh.readers.reader import Reader, Record

SERVICE = "signal"
Object = dict[str, Json]
COLUMNS = ("id", "json", "conversationId", "type", "body", "source", "sourceServiceId", "sent_at", "isErased", "callId")
CHATS = ("id", "json", "type", "members", "name", "profileFullName", "e164", "serviceId", "groupId")
SILENT = (
    *("readStatus", "schemaVersion", "received_at", "received_at_ms", "hasAttachments", "hasFileAttachments"),
    *("hasVisualMediaAttachments", "sourceDevice", "seenStatus", "active_at", "profileLastFetchedAt", "profileName"),
    *("profileFamilyName", "expireTimerVersion", "serverGuid", "expirationStartTimestamp", "timestamp", "rowid"),
    *("serverTimestamp", "unidentifiedDeliveryReceived", "hasUnreadPollVotes", "isChangeCreatedByUs", "mentionsMe"),
)
_SIDES = frozenset({"incoming", "outgoing", "story"})
_SHA256 = 64


class SignalDesktop(Reader):
    """Signal Desktop's database, decrypted outside; forms seen of 2024.

    Described by github.com/frozenspider/chat-history-manager (MIT).
    """

    name = "signal-desktop"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the tables and the two columns that this app alone has together."""
        tables = source.tables
        known = {"conversationId", "json"} <= set(tables.get("messages", ()))
        return "a database with the tables conversations, messages" if known and "conversations" in tables else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the chats, each message with the account it brings, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.accounts: dict[str, str] = {}
        """The account behind the app's own ids of persons: of conversations and of the service."""

        self.chats: dict[str, str] = {}
        self.calls: dict[str, tuple[str, bool]] = {}
        self.rows = list(base.rows("conversations", CHATS))
        self.own, self.own_id = self._own()
        if self.own and self.own_id:
            self.accounts[self.own_id] = self.own
        self.device = self.own or device_account(SERVICE, self.source.exhibit)
        self.nobody = self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The own account, the chats, every message."""
        yield self.telling.own(self.device)
        rows = self.rows
        for row in rows:
            self._person(row)
        for row in rows:
            yield from self._chat(row)
        columns = ("callId", "type", "direction", "status", "mode")
        for row in self.base.rows("callsHistory", columns):
            key, *words = (text_of(cell) for cell in row.cells)
            self.calls[key] = "/".join(("call", *(one for one in words if one))), "Outgoing" in words
        for row in self.base.rows("messages", COLUMNS):
            yield from self._message(row)
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "signal:+62...")
        yield from self.base.left()

    def _own(self) -> tuple[str | None, str]:
        """The app's own number and id, else as an officer stated it."""
        values = {text_of(row.cells[0]): row.cells[1] for row in self.base.rows("items", ("id", "json"))}
        number, key = (str(_object(values.get(one)).get("value") or "") for one in ("number_id", "uuid_id"))
        plain = key.partition(".")[0]
        told = [text_of(row.cells[6]) for row in self.rows if plain and row.cells[7] == plain]
        known = international("+" + (number.partition(".")[0] or next(iter(told), "")).lstrip("+"))
        stated = [one for one in self.source.accounts if one.startswith(f"{SERVICE}:")]
        own = f"{SERVICE}:{known}" if known else stated[0] if len(stated) == 1 else None
        return own or (f"{SERVICE}:{plain}" if plain else None), plain

    def _person(self, row: Row) -> None:
        key, number, service = (text_of(row.cells[at]) for at in (0, 6, 7))
        phone = international(number) if number.startswith("+") else None
        account = self.own if service and service == self.own_id else None
        account = account or (f"{SERVICE}:{phone}" if phone else f"{SERVICE}:{service}" if service else None)
        for one in (key, service):
            if one and account is not None:
                self.accounts[one] = account

    def _chat(self, row: Row) -> Iterator[Record]:
        key, members, name, profile, service, group = (text_of(row.cells[at]) for at in (0, 3, 4, 5, 7, 8))
        more, place = _object(row.cells[1]), self.telling.row("conversations", row.id)
        other = self.accounts.get(key)
        title = name or str(more.get("name") or "") or profile
        if row.cells[2] == "group" or group:
            called = f"{SERVICE}:group/{group or key}"
            named = {self.accounts.get(one, f"{SERVICE}:{one}") for one in members.split()}
            yield conversation(place, called, "group", title=title, members=tuple(sorted({*named, self.device})))
        else:
            sides = sorted((self.device.partition(":")[2], (other or f"{SERVICE}:{key}").partition(":")[2]))
            called = f"{SERVICE}:direct/" + "/".join(sides)
            if other is not None:
                names = (profile,) if profile else ()
                alias = (f"{SERVICE}:{service}",) if service and other != f"{SERVICE}:{service}" else ()
                yield from self.telling.account(place, other, names=names, aliases=alias)
                if other != self.own:
                    yield from self.telling.listed(place, name, other)
            named = {one for one in (other, self.device) if one}
            yield conversation(place, called, "direct", title=title, members=tuple(sorted(named)))
        self.chats[key] = called

    def _message(self, row: Row) -> Iterator[Record]:
        _, written, chat, type_, body, number, service, sent, erased, call = row.cells
        more, place = _object(written), self.telling.row("messages", row.id)
        what = text_of(type_) or str(more.get("type") or "")
        key = text_of(call) or str(more.get("callId") or "")
        shown, went_out = self.calls.get(key, ("call", False))
        is_mine = what == "outgoing" or (what == "call-history" and went_out)
        who = text_of(service) or str(more.get("sourceServiceId") or "")
        sender = self.device if is_mine else self._who(who, text_of(number) or str(more.get("source") or ""))
        if what == "call-history" and not is_mine:
            sender = self.accounts.get(text_of(chat))
        self._count(what, sender, is_mine=is_mine)
        if not is_mine:
            yield from self.telling.account(place, sender)
        files = tuple(_files(more.get("attachments")))
        gone = bool(erased) or bool(more.get("deletedForEveryone"))
        author = self.own_id if is_mine else who
        yield message(
            place,
            self.chats.get(text_of(chat))
            or f"{SERVICE}:chat/{self.source.exhibit}/{text_of(chat) or self.source.file}",
            _kind(what, is_gone=gone, is_media=bool(files)),
            sent=counted_from(UNIX, sent or _number(more.get("sent_at"))),
            sender=sender if what in _SIDES or what == "call-history" else None,
            text=text_of(body) or str(more.get("body") or ""),
            attachments=files,
            native=f"signal/{author}/{whole_of(sent)}" if author and what in _SIDES and whole_of(sent) else None,
            native_kind=shown if what == "call-history" else what or None,
            edited=bool(more.get("editHistory")),
            reply_to=_answered(more.get("quote")),
            beside=tuple(self._besides(more)),
        )

    def _who(self, service: str, number: str) -> str | None:
        if service in self.accounts:
            return self.accounts[service]
        phone = international(number) if number.startswith("+") else None
        return f"{SERVICE}:{phone}" if phone else f"{SERVICE}:{service}" if service else None

    def _count(self, what: str, sender: str | None, *, is_mine: bool) -> None:
        self.ownerless += is_mine and self.own is None
        self.nobody += sender is None and what in _SIDES

    def _besides(self, more: Object) -> Iterator[Beside]:
        quote = more.get("quote")
        if isinstance(quote, dict) and quote.get("text"):
            author = self.accounts.get(str(quote.get("authorAci") or quote.get("authorUuid") or ""))
            yield Beside(what="quoted", text=str(quote["text"]), account=author)
        for one in _list(more.get("reactions")):
            if isinstance(one, dict) and one.get("emoji"):
                yield Beside(what="reaction", text=str(one["emoji"]), account=self.accounts.get(str(one.get("fromId"))))
        for one in _list(more.get("editHistory"))[1:]:
            if isinstance(one, dict) and one.get("body"):
                yield Beside(what="before the edit", text=str(one["body"]))
        for one in _list(more.get("contact")):
            if one:
                yield Beside(what="contact", text=msgspec.json.encode(one).decode()[:2000])


def _kind(what: str, *, is_gone: bool, is_media: bool) -> Said:
    if what == "call-history":
        return "call"
    if what not in _SIDES:
        return "system"
    return "revoked" if is_gone else "media" if is_media else "text"


def _files(written: Json) -> Iterator[Attachment]:
    """The files with the hash of their plain bytes, which the app keeps."""
    for one in _list(written):
        if isinstance(one, dict):
            digest = str(one.get("plaintextHash") or "").casefold()
            known = len(digest) == _SHA256 and set(digest) <= set("0123456789abcdef")
            name, path, mime = (one.get(key) for key in ("fileName", "path", "contentType"))
            yield Attachment(
                state="named" if path or known else "omitted",
                name=str(name or path) if name or path else None,
                sha256=digest if known else None,
                stated=known,
                mime=str(mime) if mime else None,
                size=_size(one.get("size")),
            )


def _size(written: Json) -> int | None:
    return written if isinstance(written, int) and 0 < written < 10**15 else None


def _answered(quote: Json) -> str | None:
    author = quote.get("authorAci") or quote.get("authorUuid") if isinstance(quote, dict) else None
    number = quote.get("id") if isinstance(quote, dict) else None
    return f"signal/{author}/{number}" if author and isinstance(number, int) else None


def _object(cell: Cell) -> Object:
    """What a cell holds as JSON; nothing where it is none."""
    try:
        found = msgspec.json.decode(cell, type=dict) if isinstance(cell, str | bytes) else {}
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}
    return found


def _number(written: Json) -> int | None:
    return written if isinstance(written, int) and not isinstance(written, bool) else None


def _list(written: Json) -> list[Json]:
    return written if isinstance(written, list) else []
