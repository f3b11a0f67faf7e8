# SPDX-License-Identifier: Apache-2.0
"""Reads ``naver_line``, the database of LINE for Android."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal
from urllib.parse import quote

from suluh.model.evidence.source import Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, device_account
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.reader import Reader, Record

SERVICE = "line"
COLUMNS = (
    *("chat_id", "from_mid", "content", "created_time", "status", "attachement_type", "location_name"),
    *("location_address", "server_id", "attachement_local_uri", "type"),
)
SILENT = (
    "id",
    *("delivered_time", "sent_count", "read_count", "location_phone", "location_latitude", "location_longitude"),
    *("attachement_image", "attachement_image_height", "attachement_image_width", "attachement_image_size", "chunks"),
)
_INCOMING, _OUTGOING = 1, frozenset({2, 3})
_MEDIA, _CALL, _PLACE = frozenset({1, 2, 3, 7, 14}), 6, 15
_DIRECT = "u"


class LineAndroid(Reader):
    """LINE for Android: chats, groups, people and files; described by github.com/abrignoni/ALEAPP, in `line.py`."""

    name = "line-android"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the columns of its table, never the file's name."""
        known = {"chat_id", "from_mid", "content", "created_time"} <= set(source.tables.get("chat_history", ()))
        return "a database with the table chat_history" if known else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the people and chats, each message, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        stated = [one for one in base.source.accounts if one.startswith(f"{SERVICE}:")]
        self.own = stated[0] if len(stated) == 1 else None
        self.device = self.own or device_account(SERVICE, base.source.exhibit)
        self.names: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        self.members: defaultdict[str, set[str]] = defaultdict(set)
        self.met: set[str] = set()
        self.nobody = self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The device, whom the app knows, every message with its chat where that is first met."""
        yield self.telling.own(self.device)
        for row in self.base.rows("contacts", ("m_id", "server_name", "name", "addressbook_name", "custom_name")):
            key, chosen, name, *saved = (text_of(cell).strip() for cell in row.cells)
            given = next((one for one in saved if one), "")
            self.names[key] = given or name or chosen
            place = self.telling.row("contacts", row.id)
            if key:
                names = (chosen,) if chosen else ()
                yield from self.telling.account(place, f"{SERVICE}:{key}", names=names)
                yield from self.telling.listed(place, given, f"{SERVICE}:{key}")
        for row in self.base.rows("groups", ("id", "name")):
            self.titles[text_of(row.cells[0])] = text_of(row.cells[1])
        for row in self.base.rows("membership", ("id", "m_id")):
            self.members[text_of(row.cells[0])].add(f"{SERVICE}:{text_of(row.cells[1])}")
        for row in self.base.rows("chat_history", COLUMNS):
            yield from self._message(row)
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "line:u...")
        yield from self.base.left()

    def _message(self, row: Row) -> Iterator[Record]:
        chat, who, content, date, status, what, place_name, address, _, path, type_ = row.cells
        key = text_of(chat)
        place = self.telling.row("chat_history", row.id)
        called = self._called(key)
        yield from self._chat(row.id, key, called)
        sender = self._sender(key, text_of(who), whole_of(status))
        if sender is not None and sender != self.device:
            yield from self.telling.account(place, sender)
        kind = _kind(whole_of(what), has_words=bool(text_of(content)), has_sender=sender is not None)
        self.nobody += sender is None and kind != "system"
        media = kind == "media"
        files = (
            (Attachment(state="named" if text_of(path) else "omitted", name=text_of(path) or None),) if media else ()
        )
        lines = (text_of(content), text_of(place_name), text_of(address))
        yield message(
            place,
            called,
            kind,
            sent=counted_from(UNIX, date),
            sender=sender,
            text="\n".join(one for one in lines if one),
            attachments=files,
            native_kind=f"type {whole_of(type_)}/attachment {whole_of(what)}/status {whole_of(status)}",
        )

    def _called(self, key: str) -> str:
        """A conversation with several bears its own id everywhere; one with one other that of both sides."""
        if not key.startswith(_DIRECT):
            return f"{SERVICE}:{key}" if key else f"{SERVICE}:chat/{self.source.file}"
        if self.own is None:
            return f"{SERVICE}:direct/{quote(self.source.exhibit, safe='')}/{key}"
        return f"{SERVICE}:direct/" + "/".join(sorted((self.own.partition(":")[2], key)))

    def _chat(self, row: int, key: str, called: str) -> Iterator[Record]:
        if called in self.met:
            return
        self.met.add(called)
        place = self.telling.row("chat_history", row)
        is_direct = key.startswith(_DIRECT)
        members = {f"{SERVICE}:{key}"} if is_direct else self.members[key]
        title = self.names.get(key) if is_direct else self.titles.get(key)
        kind: Literal["direct", "group"] = "direct" if is_direct else "group"
        yield conversation(place, called, kind, title=title, members=tuple(sorted({*members, self.device})))

    def _sender(self, key: str, who: str, status: int) -> str | None:
        """Who wrote it: the one named, the device where it went out, the only other where it came in, else nobody."""
        if who:
            return f"{SERVICE}:{who}"
        if status in _OUTGOING:
            self.ownerless += self.own is None
            return self.device
        return f"{SERVICE}:{key}" if status == _INCOMING and key.startswith(_DIRECT) else None


def _kind(what: int, *, has_words: bool, has_sender: bool) -> Said:
    """What a row is: one without words, file and sender is a notice of the app."""
    if what in _MEDIA:
        return "media"
    if what == _CALL:
        return "call"
    if not has_words and not has_sender:
        return "system"
    return "text" if has_words or what == _PLACE else "unsupported"
