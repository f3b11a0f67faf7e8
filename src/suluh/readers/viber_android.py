# SPDX-License-Identifier: Apache-2.0
"""Reads ``viber_messages`` and ``viber_data``, the databases of Viber for Android."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside
from suluh.readers.apps.base import Base, shown, text_of, whole_of
from suluh.readers.apps.notes import numberless
from suluh.readers.apps.side import Side
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.calls_android import WAYS
from suluh.readers.numbers import international
from suluh.readers.reader import Reader, Record

SERVICE = "viber"
COLUMNS = (
    *("conversation_id", "participant_id", "msg_date", "date", "send_type", "type", "body", "extra_uri", "extra_mime"),
    *("deleted", "token", "description", "address", "status"),
)
PEOPLE = ("number", "participant_type", "viber_name", "contact_name", "member_id", "encrypted_member_id")
SILENT = (
    *("unread", "read", "opened", "sync_read", "flag", "flags", "seq", "order_key", "has_extras", "count"),
    *("extra_status", "extra_flags", "extra_flags2", "extra_duration", "thumbnail_x", "thumbnail_y", "event_count"),
    *("display_name", "has_contact_name", "contact_id", "native_contact_id", "up_date", "participant_info_flags"),
    *("last_message_id", "unread_message_count", "unread_calls_count", "read_notification_token", "delete_token"),
    *(
        "call_id",
        "aggregate_hash",
        "viber_call",
        "end_reason",
        "start_reason",
        "looked",
        "clear",
        "native_id",
        "raw_id",
    ),
    *(f"participant_id_{number}" for number in range(1, 9)),
)
_IN, _OUT, _OWN = 0, 1, 0
_FAILED = -1
"""The status of what was to go out and did not."""

_NO_WAY = -1
"""Of a row that does not say whether it came in or went out."""

_MEDIA = {1, 2, 3, 4, 10, 1003, 1005, 1009, 1010, "image", "video", "sound", "sticker", "animated_message"}
_KINDS: dict[object, Said] = {
    **dict.fromkeys((0, 5, 7, 8, 9, "text", "location", "share_contact"), "text"),
    **dict.fromkeys((1000, "notif"), "system"),
    **dict.fromkeys((1002, "call"), "call"),
    1008: "revoked",
    **dict.fromkeys(_MEDIA, "media"),
}
"""What a row is, by the app's number, a word in its first versions; one that is not here stays `unsupported`."""

_SERVERS = 1 << 32
"""From this number on the id of a group is one that the service gave, the same on every device."""


class ViberAndroid(Reader):
    """Viber for Android: who said what, when and in which chat, its calls and its contacts; forms of 2013 to 2025.

    Described by github.com/abrignoni/ALEAPP, in `Viber.py`, and github.com/log2timeline/plaso.
    """

    name = "viber-android"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the columns of its tables, never the file's name."""
        tables = source.tables
        if "participants_info" in tables and {"participant_id", "body"} <= set(tables.get("messages", ())):
            return "a database with the tables messages, participants_info"
        return "a database with the calls of Viber" if "viber_call" in tables.get("calls", ()) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the people and chats, each message and call, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.people: dict[int, str] = {}
        """Accounts by the row of a person."""

        self.names: dict[str, str] = {}
        self.rows = list(base.rows("participants_info", PEOPLE))
        self.mine = {row.id for row in self.rows if row.cells[1] == _OWN}
        self.side = Side(base.source, SERVICE, _own(base.source))
        self.takes_part: dict[int, int] = {}
        """The person behind the row of one who takes part in a chat."""

        self.members: defaultdict[int, set[str]] = defaultdict(set)
        self.chats: dict[int, str] = {}

    def records(self) -> Iterator[Record | Flaw]:
        """The device, whom the app knows, every chat, every message, every call."""
        yield self.telling.own(self.side.account)
        for row in self.rows:
            yield from self._person(row)
        for row in self.base.rows("participants", ("conversation_id", "participant_info_id", "active")):
            chat, person, _ = row.cells
            self.takes_part[row.id] = whole_of(person)
            if whole_of(person) in self.people:
                self.members[whole_of(chat)].add(self.people[whole_of(person)])
        for row in self.base.rows(
            "conversations", ("conversation_type", "group_id", "recipient_number", "name", "message_draft")
        ):
            yield self._chat(row)
            yield from self._draft(row)
        for row in self.base.rows("messages", COLUMNS):
            yield from self._message(row)
        yield from self._calls()
        yield from self._contacts()
        yield from self.side.notes()
        yield from self.base.left()

    def _person(self, row: Row) -> Iterator[Record]:
        number, _, chosen, given, member, sealed = row.cells
        place = self.telling.row("participants_info", row.id)
        if row.id in self.mine:
            self.people[row.id] = self.side.account
            yield from self.telling.seen(place, self.side.account)
            return
        key = next((one for one in map(text_of, (member, sealed, number)) if one), f"row {row.id}")
        account = _account(number) or self.side.named(key)
        self.people[row.id] = account
        self.names[account] = text_of(given) or text_of(chosen)
        yield from self.telling.account(place, account, names=(text_of(chosen),) if text_of(chosen) else ())
        yield from self.telling.listed(place, text_of(given), account)

    def _chat(self, row: Row) -> Record:
        kind, group, number, title, _ = row.cells
        others = self.members[row.id] - {self.side.account}
        other = next(iter(others), None) or _account(number)
        is_direct = whole_of(kind) == 0 and len(others) <= 1 and other is not None
        given = whole_of(group)
        called = (
            self.side.direct(other)
            if is_direct and other
            else f"{SERVICE}:group/{given}"
            if given >= _SERVERS
            else self.side.bound("chat", row.id)
        )
        self.chats[row.id] = called
        members = tuple(sorted({*others, *((other,) if other else ()), self.side.account}))
        shown = text_of(title) or (self.names.get(other or "", "") if is_direct else "")
        place = self.telling.row("conversations", row.id)
        return conversation(place, called, "direct" if is_direct else "group", title=shown, members=members)

    def _draft(self, row: Row) -> Iterator[Record]:
        """What was typed in a chat and never sent; when, the app does not say."""
        words = text_of(row.cells[-1])
        if words:
            place, unsent = self.telling.row("conversations", row.id), (Beside(what="not sent", text="draft"),)
            sender = self.side.sent()
            yield message(place, self.chats[row.id], "unsupported", sender=sender, text=words, beside=unsent)

    def _message(self, row: Row) -> Iterator[Record]:
        chat, who, date, old_date, way, old_way, body, path, mime, deleted, token, words, address, status = row.cells
        has_file = bool(text_of(path))
        kind = _kind(mime, has_file=has_file, has_words=bool(text_of(body)))
        place = self.telling.row("messages", row.id)
        sent_out = whole_of(_NO_WAY if way is None and old_way is None else old_way if way is None else way)
        sender = self._sender(sent_out, whole_of(who), address) if kind != "system" else None
        has_failed = sent_out == _OUT and whole_of(status) == _FAILED
        called = self.chats.get(whole_of(chat)) or self.side.bound("chat", whole_of(chat))
        if whole_of(chat) not in self.chats:
            yield from self.telling.chat(place, called, "group", (sender, self.side.account))
        yield message(
            place,
            called,
            "unsupported" if has_failed else kind,
            sent=counted_from(UNIX, old_date if date is None else date),
            sender=sender,
            text="\n".join(one for one in (text_of(body), text_of(words)) if one),
            attachments=_files(text_of(path)) if kind == "media" else (),
            native=f"{SERVICE}/{whole_of(token)}" if whole_of(token) else None,
            native_kind=f"mime {shown(mime) or 0}/sent {sent_out}",
            beside=(
                *((Beside(what="deleted"),) if whole_of(deleted) else ()),
                *((Beside(what="not sent", text="failed"),) if has_failed else ()),
            ),
        )

    def _sender(self, way: int, who: int, address: Cell) -> str | None:
        """The device where it went out, the one of the row where it came in: never the device for what came in."""
        if way == _OUT:
            return self.side.sent()
        found = self.people.get(self.takes_part.get(who, 0)) or _account(address, is_whole=False)
        if way != _IN or found is None or found == self.side.account:
            self.side.unknown()
            return None
        return found

    def _calls(self) -> Iterator[Record]:
        for row in self.base.rows(
            "calls", ("number", "canonized_number", "date", "duration", "type", "viber_call_type")
        ):
            if "viber_call" not in self.source.tables["calls"]:
                return
            number, whole, date, seconds, way, how = row.cells
            other = _account(whole) or _account(number, is_whole=False)
            place = self.telling.row("calls", row.id)
            called = self.side.direct(other) if other else self.side.bound("call", row.id)
            yield from self.telling.account(place, other)
            yield from self.telling.chat(place, called, "direct", (other, self.side.account))
            sender = self.side.sent() if way == _CALLED_OUT else other if way in WAYS else None
            if sender is None:
                self.side.unknown()
            kind = f"call/{WAYS.get(whole_of(way), whole_of(way))}/seconds {whole_of(seconds)}/type {whole_of(how)}"
            yield message(place, called, "call", sent=counted_from(UNIX, date), sender=sender, native_kind=kind)

    def _contacts(self) -> Iterator[Record | Flaw]:
        empty = 0
        names = {row.id: text_of(row.cells[0]) for row in self.base.rows("phonebookcontact", ("display_name",))}
        for row in self.base.rows("vibernumbers", ("canonized_number", "viber_name")):
            chosen = text_of(row.cells[1])
            place = self.telling.row("vibernumbers", row.id)
            yield from self.telling.account(place, _account(row.cells[0]), names=(chosen,) if chosen else ())
        for row in self.base.rows("phonebookdata", ("contact_id", "data1", "data2", "data3")):
            account = _account(row.cells[2]) or _account(row.cells[1], is_whole=False)
            empty += account is None
            if account is not None:
                place = self.telling.row("phonebookdata", row.id)
                yield from self.telling.listed(place, names.get(whole_of(row.cells[0]), ""), account)
        yield from numberless(self.source, empty)


_CALLED_OUT = 2
_BESIDE = "viber_messages"


def _own(source: Source) -> Iterator[str]:
    """The owner's number, which the database of messages knows; that of calls lies beside it."""
    messages = source if "participants_info" in source.tables else None
    if messages is None and _BESIDE in source.names:
        messages = source.beside(_BESIDE)
    try:
        for row in messages.rows("participants_info", ("number", "participant_type")) if messages else ():
            account = _account(row.cells[0])
            if row.cells[1] == _OWN and account is not None:
                yield account
    except TimeoutError:
        raise
    except (OSError, ValueError):
        return  # that database says so itself, where it is read


def _account(written: Cell, *, is_whole: bool = True) -> str | None:
    """The account of an international number: with its sign, or without where a column holds such alone."""
    bare = text_of(written).strip()
    if not is_whole and not bare.startswith("+"):
        return None
    found = international(bare if bare.startswith("+") else f"+{bare}") if bare.lstrip("+").isdigit() else None
    return f"{SERVICE}:{found}" if found else None


def _kind(mime: Cell, *, has_file: bool, has_words: bool) -> Said:
    word = whole_of(mime) if isinstance(mime, str) and mime.isdigit() else mime
    found = _KINDS.get(word)
    if found is not None:
        return found
    if mime is None:
        return "media" if has_file else "text" if has_words else "unsupported"
    return "unsupported"


def _files(path: str) -> tuple[Attachment, ...]:
    return (Attachment(state="named", name=path) if path else Attachment(state="omitted"),)
