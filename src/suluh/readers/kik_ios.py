# SPDX-License-Identifier: Apache-2.0
"""Reads ``kik.sqlite``, the database of Kik for iOS."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.side import Side
from suluh.readers.apps.telling import Telling, conversation, message
from suluh.readers.apps.times import COCOA, counted_from
from suluh.readers.kik_android import SERVICE, account_of, is_group
from suluh.readers.reader import Reader, Record

COLUMNS = ("ZBODY", "ZTYPE", "ZUSER", "ZTIMESTAMP", "ZRECEIVEDTIMESTAMP", "ZSTANZAID", "ZSTATE", "ZDRAFTMESSAGECHAT")
PEOPLE = ("ZJID", "ZDISPLAYNAME", "ZUSERNAME")
SILENT = (
    *("ZFLAGS", "ZINTERNALID", "ZSYSTEMSTATE", "ZCHATEXTRA", "ZLASTMESSAGECHAT", "ZLASTMESSAGEUSER", "ZEXTRA"),
    *("ZPRESENCE", "ZCHATUSER", "ZLASTMESSAGE", "ZDISPLAYNAMEASCII", "ZPPTIMESTAMP", "ZPPURL", "ZDATEUPDATED"),
    *("ZRETRYCOUNT", "ZLASTACCESSTIMESTAMP", "ZFIRSTNAME", "ZLASTNAME", "ZLASTSEENMESSAGE", "ZCHAT", "ZLOCALFLAGS"),
    "ZDRAFTMESSAGE",
)
_RECEIVED, _SENT = 1, 2
_FAILED = {2: "failed", 38: "not a member of the group"}
"""States of what was to go out and did not, as plaso's formatters name them."""

_JOINS = re.compile(r"Z_\d+(MESSAGES|MEMBERS)")


class KikIos(Reader):
    """Kik for iOS: who said what, when and in which chat; forms of 2015 to 2025.

    What was sent names whom it went to, so who wrote it is told by its type alone. Described by
    github.com/abrignoni/iLEAPP, in `kikMessages.py`, and github.com/log2timeline/plaso.
    """

    name = "kik-ios"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the tables and their columns, never the file's name."""
        known = {"ZBODY", "ZTYPE", "ZUSER"} <= set(source.tables.get("ZKIKMESSAGE", ()))
        return "a database with the tables ZKIKMESSAGE, ZKIKUSER" if known and "ZKIKUSER" in source.tables else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the people and chats, each message, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.side = Side(base.source, SERVICE)
        self.people: dict[int, str] = {}
        """Addresses by the row of a user; a group is one too."""

        self.names: dict[int, str] = {}
        self.members: defaultdict[int, set[str]] = defaultdict(set)
        self.chats: dict[int, str] = {}
        self.with_whom: dict[int, int] = {}
        """The user of each chat, by its row."""

        self.of: dict[int, list[int]] = defaultdict(list)
        """The chats in which a message stands, by its row: what was sent to a member also stands in the group."""

    def records(self) -> Iterator[Record | Flaw]:
        """The device, whom the app knows, every chat, every message."""
        yield self.telling.own(self.side.account)
        for row in self.base.rows("ZKIKUSER", PEOPLE):
            jid, shown, user = map(text_of, row.cells)
            self.people[row.id], self.names[row.id] = jid, shown
            names = tuple(dict.fromkeys(one for one in (shown, user) if one))
            if jid and not is_group(jid):
                yield from self.telling.account(self.telling.row("ZKIKUSER", row.id), account_of(jid), names=names)
        for left, right in self._joined("MEMBERS", "MEMBERS"):
            group, member = sorted((left, right), key=lambda one: not is_group(self.people.get(one, "")))
            self.members[group] |= {account_of(self.people.get(member, "")) or self.side.account}
        for chat, number in self._joined("MESSAGES", "CHAT"):
            self.of[number].append(chat)
        for row in self.base.rows("ZKIKCHAT", ("ZUSER",)):
            yield self._chat(row)
        files: defaultdict[int, list[str]] = defaultdict(list)
        for row in self.base.rows("ZKIKATTACHMENT", ("ZMESSAGE", "ZCONTENT")):
            files[whole_of(row.cells[0])].append(text_of(row.cells[1]))
        for row in self.base.rows("ZKIKMESSAGE", COLUMNS):
            yield self._message(row, tuple(files.get(row.id, ())))
        yield from self.side.notes()
        yield from self.base.left()

    def _joined(self, what: str, first: str) -> Iterator[tuple[int, int]]:
        """The pairs of a table that joins two, whose name and columns begin with numbers that differ by version."""
        for table in sorted(self.source.tables):
            found = _JOINS.fullmatch(table)
            if found is None or found[1] != what:
                continue
            columns = sorted(self.source.tables[table], key=lambda one: first not in one)
            for row in self.base.rows(table, columns[:2]):
                yield whole_of(row.cells[0]), whole_of(row.cells[1])

    def _chat(self, row: Row) -> Record:
        user = whole_of(row.cells[0])
        jid = self.people.get(user, "")
        several = is_group(jid)
        other = account_of(jid)
        called = self.side.bound("chat", row.id)
        if other:
            called = f"{SERVICE}:group/{other.partition(':')[2]}" if several else self.side.direct(other)
        self.chats[row.id], self.with_whom[row.id] = called, user
        others = self.members[user] if several else {other or self.side.account}
        kind: Literal["direct", "group"] = "group" if several or not other else "direct"
        members = tuple(sorted({*others, self.side.account}))
        place = self.telling.row("ZKIKCHAT", row.id)
        return conversation(place, called, kind, title=self.names.get(user), members=members)

    def _message(self, row: Row, files: tuple[str, ...]) -> Record:
        body, type_, user, date, received, key, state, draft = row.cells
        unsent = "draft" if whole_of(draft) else _FAILED.get(whole_of(state), "") if whole_of(type_) == _SENT else ""
        jid = self.people.get(whole_of(user), "")
        sender = self.side.sent() if whole_of(draft) else self._sender(whole_of(type_), jid)
        is_said = whole_of(type_) in {_RECEIVED, _SENT}
        words = text_of(body)
        return message(
            self.telling.row("ZKIKMESSAGE", row.id),
            self.chats.get(whole_of(draft)) or self._called(row.id, whole_of(user)),
            "unsupported" if unsent else ("media" if files else "text") if is_said else "system",
            sent=counted_from(COCOA, date) or counted_from(COCOA, received),
            sender=sender,
            text="" if words in files else words,
            attachments=tuple(Attachment(state="named", name=one or None) for one in files),
            native=f"{SERVICE}/{text_of(key)}" if text_of(key) else None,
            native_kind=f"type {whole_of(type_)}/state {whole_of(state)}",
            beside=(Beside(what="not sent", text=unsent),) if unsent else (),
        )

    def _called(self, number: int, user: int) -> str:
        several = len(self.of.get(number, ())) > 1
        chats = sorted(self.of.get(number, ()), key=lambda one: several and self.with_whom.get(one) != user)
        found = next((self.chats[one] for one in chats if one in self.chats), None)
        jid = self.people.get(user, "")
        if found is not None or not account_of(jid):
            return found or self.side.bound("chat", "unknown")
        return (
            f"{SERVICE}:group/{jid.partition('@')[0].casefold()}"
            if is_group(jid)
            else self.side.direct(account_of(jid) or "")
        )

    def _sender(self, type_: int, jid: str) -> str | None:
        """The device for what was sent, the user of the row for what came in, nobody for notices of the group."""
        if type_ == _SENT:
            return self.side.sent()
        if type_ != _RECEIVED:
            return None
        found = None if is_group(jid) else account_of(jid)
        if found is None:
            self.side.unknown()
        return found
