# SPDX-License-Identifier: Apache-2.0
"""Reads ``signal.db``, the database of Signal for Android, decrypted."""

import base64
from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal, NamedTuple

from suluh.model.evidence.source import Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside, device_account
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.numbers import international
from suluh.readers.reader import Reader, Record, flaw

SERVICE = "signal"
COLUMNS = (
    *("date_sent", "thread_id", "from_recipient_id", "type", "body", "remote_deleted", "quote_id", "quote_author"),
    *("quote_body", "original_message_id"),
)
PEOPLE = (
    *("e164", "phone", "aci", "uuid", "group_id", "system_joined_name", "system_display_name"),
    *("profile_joined_name", "signal_profile_name"),
)
SILENT = (
    *("date_received", "date_server", "read", "receipt_timestamp", "has_delivery_receipt", "has_read_receipt"),
    *("viewed", "notified", "unidentified", "to_recipient_id", "from_device_id", "expires_in", "expire_started"),
    *("reactions_last_seen", "mismatched_identities", "exp", "m_type", "m_size", "st", "server_guid", "receipts"),
)
_KIND, _GROUP_CHANGE = 0x1F, 0x10000 | 0x20000 | 0x40000 | 0x80000
_CALLS, _CALLS_OUT = frozenset({1, 2, 3, 8, 10, 11, 12}), frozenset({2, 11})
_INBOX, _SENT, _NEVER_LEFT = 20, range(21, 27), frozenset({24, 27})
_GROUP = "__signal_group__v2__!"


class Person(NamedTuple):
    """One row of those whom the app knows: a person or a group."""

    account: str | None
    aci: str
    group: str
    saved: str
    chosen: str


class SignalAndroid(Reader):
    """Signal for Android, decrypted outside; versions since 2023, in which one table holds all messages.

    Described by github.com/abrignoni/ALEAPP, in `signalAndroid.py`.
    """

    name = "signal-android"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the tables and the columns that this app alone has together."""
        known = {"from_recipient_id", "thread_id", "body"} <= set(source.tables.get("message", ()))
        wanted = {"recipient", "thread"} <= set(source.tables)
        return "a database with the tables message, recipient, thread" if known and wanted else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the chats, each message with the account it brings, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.people = {row.id: _person(row) for row in base.rows("recipient", PEOPLE)}
        self.own_row = self._own_row()
        mine = self.people.get(self.own_row)
        stated = [one for one in base.source.accounts if one.startswith(f"{SERVICE}:")]
        self.own = (mine.account if mine else None) or (stated[0] if len(stated) == 1 else None)
        self.device = self.own or device_account(SERVICE, base.source.exhibit)
        self.chats: dict[int, str] = {}
        self.nobody = self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The own account, whom the app knows, the chats, every message."""
        yield self.telling.own(self.device)
        for number, one in self.people.items():
            yield from self._known(number, one)
        yield from self._chats()
        files, answers = self._files(), self._answers()
        for row in self.base.rows("message", COLUMNS):
            yield self._message(row, tuple(files[row.id]), tuple(answers[row.id]))
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "signal:+62...")
        yield from self.base.left()

    def _known(self, number: int, one: Person) -> Iterator[Record | Flaw]:
        """A person, or a group, that the app knows."""
        place = self.telling.row("recipient", number)
        if one.group:
            yield conversation(place, f"{SERVICE}:group/{_group_of(one.group)}", "group")
        elif one.account is None:
            reason = "a contact without a number or an account"
            yield flaw(self.source, f"recipient:{number}", reason, place, one.saved or one.chosen or None)
        elif one.account == self.device:
            yield from self.telling.seen(place, one.account)
        else:
            alias = (f"{SERVICE}:{one.aci}",) if one.aci and one.account != f"{SERVICE}:{one.aci}" else ()
            names = (one.chosen,) if one.chosen else ()
            yield from self.telling.account(place, one.account, names=names, aliases=alias)
            yield from self.telling.listed(place, one.saved, one.account)

    def _own_row(self) -> int:
        """The row of whoever wrote what went out, where that is one alone."""
        found = {
            whole_of(row.cells[0])
            for row in self.base.rows("message", ("from_recipient_id", "type"))
            if whole_of(row.cells[1]) & _KIND in _SENT
        }
        return found.pop() if len(found) == 1 else 0

    def _chats(self) -> Iterator[Record]:
        members: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.base.rows("group_membership", ("group_id", "recipient_id")):
            one = self.people.get(whole_of(row.cells[1]))
            if one is not None and one.account is not None:
                members[text_of(row.cells[0])].add(one.account)
        titles = {
            text_of(row.cells[0]): text_of(row.cells[1]) for row in self.base.rows("groups", ("group_id", "title"))
        }
        for row in self.base.rows("thread", ("recipient_id",)):
            one = self.people.get(whole_of(row.cells[0]))
            place = self.telling.row("thread", row.id)
            if one is not None and one.group:
                self.chats[row.id] = called = f"{SERVICE}:group/{_group_of(one.group)}"
                named = tuple(sorted({*members[one.group], self.device}))
                yield conversation(place, called, "group", title=titles.get(one.group), members=named)
            elif one is not None and one.account is not None:
                sides = sorted((self.device.partition(":")[2], one.account.partition(":")[2]))
                self.chats[row.id] = called = f"{SERVICE}:direct/" + "/".join(sides)
                named = tuple(sorted({one.account, self.device}))
                yield conversation(place, called, "direct", title=one.saved or one.chosen, members=named)

    def _files(self) -> defaultdict[int, list[Attachment]]:
        found: defaultdict[int, list[Attachment]] = defaultdict(list)
        columns = ("message_id", "content_type", "file_name", "data_file", "data_size")
        for row in self.base.rows("attachment", columns):
            message_id, mime, name, path, size = row.cells
            one = Attachment(
                state="omitted",
                name=text_of(name) or text_of(path).rpartition("/")[2] or None,
                mime=text_of(mime) or None,
                size=max(0, whole_of(size)) or None,
            )
            found[whole_of(message_id)].append(one)
        return found

    def _answers(self) -> defaultdict[int, list[Beside]]:
        found: defaultdict[int, list[Beside]] = defaultdict(list)
        for row in self.base.rows("reaction", ("message_id", "author_id", "emoji")):
            who = self.people.get(whole_of(row.cells[1]))
            one = Beside(what="reaction", text=text_of(row.cells[2]), account=who.account if who else None)
            found[whole_of(row.cells[0])].append(one)
        return found

    def _message(self, row: Row, files: tuple[Attachment, ...], answers: tuple[Beside, ...]) -> Record:
        date, thread, who, type_, body, deleted, quoted, author, words, original = row.cells
        kind = _kind(whole_of(type_), is_gone=deleted == 1, is_media=bool(files))
        base = whole_of(type_) & _KIND
        person = self.people.get(whole_of(who))
        is_mine = base in _SENT or base in _CALLS_OUT
        sender = self.device if is_mine else person.account if person else None
        self.ownerless += is_mine and self.own is None
        self.nobody += sender is None and kind != "system"
        cited = self.people.get(whole_of(author))
        quote = (Beside(what="quoted", text=text_of(words), account=cited.account if cited else None),)
        edited = (Beside(what="before the edit", text=f"message {whole_of(original)}"),) if whole_of(original) else ()
        return message(
            self.telling.row("message", row.id),
            self.chats.get(whole_of(thread))
            or f"{SERVICE}:chat/{self.source.exhibit}/{self.source.file}/{whole_of(thread)}",
            kind,
            sent=counted_from(UNIX, date),
            sender=sender if kind != "system" else None,
            text="" if kind == "system" else text_of(body),
            attachments=files,
            native=_native(person, whole_of(date)) if kind != "system" else None,
            native_kind=f"type {whole_of(type_):#x}",
            reply_to=f"signal/{cited.aci}/{whole_of(quoted)}" if cited and cited.aci and whole_of(quoted) else None,
            edited=bool(edited),
            beside=(*(quote if text_of(words) else ()), *edited, *answers),
        )


def _person(row: Row) -> Person:
    e164, phone, aci, uuid, group, saved, older, chosen, profile = (text_of(cell).strip() for cell in row.cells)
    number = international(e164 or phone) if (e164 or phone).startswith("+") else None
    key = aci or uuid
    account = f"{SERVICE}:{number}" if number else f"{SERVICE}:{key}" if key else None
    return Person(account, key, group, saved or older, chosen or profile)


def _native(person: Person | None, date: int) -> str | None:
    """The id of a message on every device of Signal's: none without a time, which would be one for many."""
    return f"signal/{person.aci}/{date}" if person and person.aci and date else None


def _group_of(written: str) -> str:
    """The id of a group as every device of Signal's has it, in base64."""
    plain = written.removeprefix(_GROUP)
    try:
        return base64.b64encode(bytes.fromhex(plain)).decode("ascii") if plain != written else written
    except ValueError:
        return written


def _kind(type_: int, *, is_gone: bool, is_media: bool) -> Said:
    base = type_ & _KIND
    if base in _CALLS:
        return "call"
    if type_ & _GROUP_CHANGE or (base != _INBOX and base not in _SENT and base not in _NEVER_LEFT):
        return "system"
    if is_gone:
        return "revoked"
    return "unsupported" if base in _NEVER_LEFT else "media" if is_media else "text"
