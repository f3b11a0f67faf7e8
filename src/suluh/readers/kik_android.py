# SPDX-License-Identifier: Apache-2.0
"""Reads ``kikDatabase.db``, the database of Kik for Android."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.model.talk import Attachment
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.side import Side
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.reader import Reader, Record

SERVICE = "kik"
COLUMNS = ("body", "partner_jid", "was_me", "timestamp", "uid", "bin_id", "content_id", "sys_msg", "stat_msg", "app_id")
PEOPLE = ("jid", "display_name", "user_name", "local_name", "is_group")
SILENT = (
    *("length", "read_state", "req_read_reciept", "req_delivered_reciept", "encryption_failure", "encryption_key"),
    *("in_roster", "is_blocked", "is_ignored", "is_stub", "verified", "sort_order", "show_when_empty", "retained"),
)


class KikAndroid(Reader):
    """Kik for Android: who said what, when and in which chat; tried on made-up databases alone.

    Accounts are Kik's own addresses; in a group the partner of a message that came in is who wrote it. Described by
    github.com/abrignoni/ALEAPP, in `kikMessenger.py`.
    """

    name = "kik-android"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the columns of its table, never the file's name."""
        known = {"partner_jid", "was_me", "body"} <= set(source.tables.get("messagesTable", ()))
        return "a database with the table messagesTable of Kik" if known else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the people and chats, each message, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


def account_of(jid: str) -> str | None:
    """The account of a Kik address, without the server that all have in common."""
    name = jid.strip().partition("@")[0].casefold()
    return f"{SERVICE}:{name}" if name else None


def is_group(jid: str) -> bool:
    """Whether an address is that of a group."""
    return jid.strip().casefold().endswith("@groups.kik.com")


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.side = Side(base.source, SERVICE)
        self.names: dict[str, str] = {}
        self.groups: set[str] = set()
        self.members: defaultdict[str, set[str]] = defaultdict(set)
        self.files: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self.met: set[str] = set()

    def records(self) -> Iterator[Record | Flaw]:
        """The device, whom the app knows, every message with its chat where that is first met."""
        yield self.telling.own(self.side.account)
        for row in self.base.rows("memberTable", ("group_id", "member_id")):
            member = account_of(text_of(row.cells[1]))
            self.members[text_of(row.cells[0]).casefold()] |= {member} if member else set()
        for row in self.base.rows("KIKcontactsTable", PEOPLE):
            yield from self._person(row)
        for row in self.base.rows("KIKContentTable", ("content_id", "content_name", "content_string")):
            key, what, value = map(text_of, row.cells)
            self.files[key][what] = value
        for row in self.base.rows("messagesTable", COLUMNS):
            yield from self._message(row)
        yield from self.side.notes()
        yield from self.base.left()

    def _person(self, row: Row) -> Iterator[Record]:
        jid, shown, user, given, several = row.cells
        key, account = text_of(jid).casefold(), account_of(text_of(jid))
        self.names[key] = text_of(given) or text_of(shown)
        if whole_of(several) or is_group(key):
            self.groups.add(key)
            yield from self._chat(self.telling.row("KIKcontactsTable", row.id), key)
        elif account:
            place = self.telling.row("KIKcontactsTable", row.id)
            names = tuple(dict.fromkeys(one for one in (text_of(shown), text_of(user)) if one))
            yield from self.telling.account(place, account, names=names)
            yield from self.telling.listed(place, text_of(given), account)

    def _message(self, row: Row) -> Iterator[Record]:
        body, partner, mine, date, uid, chat, content, said, status, app = row.cells
        place = self.telling.row("messagesTable", row.id)
        key = (text_of(chat) or text_of(partner)).casefold()
        yield from self._chat(place, key)
        notice = text_of(said) or text_of(status)
        kind = _kind(has_words=bool(text_of(body)), is_media=bool(content), is_notice=bool(notice))
        sender = None if kind == "system" else self._sender(text_of(partner), mine)
        yield from self.telling.account(place, None if sender == self.side.account else sender)
        yield message(
            place,
            self._called(key),
            kind,
            sent=counted_from(UNIX, date),
            sender=sender,
            text="\n".join(one for one in (text_of(body), notice) if one),
            attachments=(self._file(text_of(content)),) if content else (),
            native=f"{SERVICE}/{text_of(uid)}" if text_of(uid) else None,
            native_kind=text_of(app) or None,
        )

    def _sender(self, partner: str, mine: Cell) -> str | None:
        """The device where it went out; where it came in who stands in the row, but no group, which writes nothing."""
        if whole_of(mine) == 1:
            return self.side.sent()
        is_unsaid = mine is None or str(mine) != "0"
        found = None if is_unsaid or is_group(partner) or partner.casefold() in self.groups else account_of(partner)
        if found is None:
            self.side.unknown()
        return found

    def _called(self, key: str) -> str:
        if key in self.groups or is_group(key):
            return f"{SERVICE}:group/{key.partition('@')[0]}"
        other = account_of(key)
        return self.side.direct(other) if other else self.side.bound("chat", "unknown")

    def _chat(self, place: Place, key: str) -> Iterator[Record]:
        if key in self.met:
            return
        self.met.add(key)
        several = key in self.groups or is_group(key)
        others = self.members[key] if several else {account_of(key) or self.side.account}
        kind: Literal["direct", "group"] = "group" if several else "direct"
        members = tuple(sorted({*others, self.side.account}))
        yield conversation(place, self._called(key), kind, title=self.names.get(key), members=members)

    def _file(self, content: str) -> Attachment:
        """What the app says of a file: it keeps it under the id of the content."""
        said = self.files.get(content, {})
        size = said.get("file-size", "")
        return Attachment(state="named", name=said.get("file-name") or content, size=whole_of(size) or None)


def _kind(*, has_words: bool, is_media: bool, is_notice: bool) -> Said:
    if is_notice and not is_media and not has_words:
        return "system"
    return "media" if is_media else "text" if has_words else "unsupported"
