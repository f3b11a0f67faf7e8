# SPDX-License-Identifier: Apache-2.0
"""Reads ``Line.sqlite``, the database of LINE for iOS."""

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
COLUMNS = ("ZCHAT", "ZSENDER", "ZTEXT", "ZTIMESTAMP", "ZCONTENTTYPE")
SILENT = ("ZID", "ZREADCOUNT", "ZREADUPTO", "ZSENDSTATUS", "ZLATITUDE", "ZLONGITUDE", "ZTYPE")
KINDS: dict[int, Said] = {
    **dict.fromkeys((0, 15), "text"),
    **dict.fromkeys((1, 2, 3, 7, 14), "media"),
    6: "call",
    18: "system",
}
"""What a row is, by the service's number; a number that is not here stays `unsupported` and is kept."""

_DIRECT = "u"


class LineIos(Reader):
    """LINE for iOS: who said what, when and in which chat; files are told as left out, groups have no title here.

    Words and files that name no sender went out from the device. Described by github.com/abrignoni/iLEAPP, in
    `line.py`; tried on made-up databases alone.
    """

    name = "line-ios"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables and their columns, never the file's name."""
        tables = source.tables
        known = set(COLUMNS) <= set(tables.get("ZMESSAGE", ())) and "ZMID" in tables.get("ZCHAT", ())
        return "a database with the tables ZMESSAGE, ZCHAT, ZUSER" if known and "ZUSER" in tables else None

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
        self.people: dict[int, str] = {}
        """Accounts by the row of their user."""

        self.names: dict[str, str] = {}
        self.chats: dict[int, str] = {}
        self.nobody = self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The device, whom the app knows, every chat, every message."""
        yield self.telling.own(self.device)
        for row in self.base.rows("ZUSER", ("ZMID", "ZNAME", "ZADDRESSBOOKNAME", "ZCUSTOMNAME")):
            key, chosen, *saved = (text_of(cell).strip() for cell in row.cells)
            if not key:
                continue
            account, given = f"{SERVICE}:{key}", next((one for one in saved if one), "")
            self.people[row.id], self.names[key] = account, given or chosen
            place = self.telling.row("ZUSER", row.id)
            yield from self.telling.account(place, account, names=(chosen,) if chosen else ())
            yield from self.telling.listed(place, given, account)
        for row in self.base.rows("ZCHAT", ("ZMID",)):
            yield self._chat(row.id, text_of(row.cells[0]).strip())
        for row in self.base.rows("ZMESSAGE", COLUMNS):
            yield from self._message(row)
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "line:u...")
        yield from self.base.left()

    def _chat(self, row: int, key: str) -> Record:
        """A chat: with one other it bears that one's id, with several its own."""
        self.chats[row] = key
        is_direct = key.startswith(_DIRECT)
        members = {self.device, f"{SERVICE}:{key}"} if is_direct else {self.device}
        kind: Literal["direct", "group"] = "direct" if is_direct else "group"
        title = self.names.get(key) if is_direct else None
        place = self.telling.row("ZCHAT", row)
        return conversation(place, self._called(row), kind, title=title, members=tuple(sorted(members)))

    def _called(self, row: int) -> str:
        key = self.chats.get(row, "")
        if not key:
            return f"{SERVICE}:chat/{self.source.file}/{row}"
        if not key.startswith(_DIRECT):
            return f"{SERVICE}:{key}"
        if self.own is None:
            return f"{SERVICE}:direct/{quote(self.source.exhibit, safe='')}/{key}"
        return f"{SERVICE}:direct/" + "/".join(sorted((self.own.partition(":")[2], key)))

    def _message(self, row: Row) -> Iterator[Record]:
        chat, who, words, date, type_ = row.cells
        kind = KINDS.get(whole_of(type_), "unsupported")
        sender = None if kind == "system" else self._sender(who, is_own=kind in {"text", "media"})
        place = self.telling.row("ZMESSAGE", row.id)
        yield message(
            place,
            self._called(whole_of(chat)),
            kind,
            sent=counted_from(UNIX, date),
            sender=sender,
            text=text_of(words),
            attachments=(Attachment(state="omitted"),) if kind == "media" else (),
            native_kind=str(whole_of(type_)),
        )

    def _sender(self, who: object, *, is_own: bool) -> str | None:
        """Who wrote it: the user of the row; the device where words or a file name none; nobody that is known else."""
        if who is None and is_own:
            self.ownerless += self.own is None
            return self.device
        sender = self.people.get(who) if isinstance(who, int) else None
        self.nobody += sender is None
        return sender
