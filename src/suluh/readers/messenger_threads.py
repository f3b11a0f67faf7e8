# SPDX-License-Identifier: Apache-2.0
"""Reads ``threads_db2``, the database of Messenger for Android until about 2020."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

import msgspec

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.side import Side
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.json_stream import Json
from suluh.readers.messenger_msys import SERVICE, account_of, own_of
from suluh.readers.reader import Reader, Record

COLUMNS = (
    *("msg_id", "thread_key", "text", "sender", "timestamp_ms", "msg_type", "attachments", "shares"),
    *("generic_admin_message_extensible_data", "snippet", "sticker_id"),
)
SILENT = (
    *("action_id", "timestamp_sent_ms", "offline_threading_id", "source", "channel_source", "is_non_authoritative"),
    *(
        "pending_send_media_attachment",
        "publicity",
        "send_queue_type",
        "folder",
        "timestamp_ms",
        "unread_message_count",
    ),
    *("is_messenger_user", "rank", "commerce", "can_reply_to", "last_visible_action_id", "initial_fetch_complete"),
)
_MARKER, _SAID, _NOT_SENT = -1, 0, frozenset({900, 901})
"""What a row is, by the app's number: the mark of a beginning, said, waiting or failed; all others are its notices."""

_DIRECT, _GROUP = "ONE_TO_ONE", "GROUP"


class MessengerThreads(Reader):
    """Messenger for Android until about 2020: who said what, when and in which thread.

    Described by github.com/abrignoni/ALEAPP, in `FacebookMessenger.py`; tried on made-up databases alone.
    """

    name = "messenger-threads"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the columns of its tables, never the file's name."""
        known = {"thread_key", "sender", "timestamp_ms", "msg_type"} <= set(source.tables.get("messages", ()))
        return (
            "a database with the tables messages, threads of Messenger"
            if known and "threads" in source.tables
            else None
        )

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the people and threads, each message, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.side = Side(base.source, SERVICE, own_of(base.source))
        self.members: defaultdict[str, set[str]] = defaultdict(set)
        self.titles: dict[str, str] = {}
        self.signs: defaultdict[str, list[Beside]] = defaultdict(list)
        self.met: set[str] = set()

    def records(self) -> Iterator[Record | Flaw]:
        """The device, whom the app knows, every message with its thread where that is first met."""
        yield self.telling.own(self.side.account)
        for row in self.base.rows("thread_users", ("user_key", "name", "first_name", "last_name", "username")):
            key, whole, first, last, user = map(text_of, row.cells)
            names = tuple(dict.fromkeys(one for one in (whole or f"{first} {last}".strip(), user) if one))
            yield from self.telling.account(self.telling.row("thread_users", row.id), account_of(key), names=names)
        for row in self.base.rows("thread_participants", ("thread_key", "user_key")):
            account = account_of(text_of(row.cells[1]))
            self.members[text_of(row.cells[0])] |= {account} if account else set()
        for row in self.base.rows("threads", ("thread_key", "name")):
            self.titles[text_of(row.cells[0])] = text_of(row.cells[1])
        for row in self.base.rows("message_reactions", ("msg_id", "user_key", "reaction")):
            one = Beside(what="reaction", text=text_of(row.cells[2]), account=account_of(text_of(row.cells[1])))
            self.signs[text_of(row.cells[0])].append(one)
        for row in self.base.rows("messages", COLUMNS):
            yield from self._message(row)
        yield from self.side.notes()
        yield from self.base.left()

    def _message(self, row: Row) -> Iterator[Record]:
        key, thread, words, sender, date, type_, files, shares, notice, snippet, sticker = row.cells
        place = self.telling.row("messages", row.id)
        yield from self._chat(row.id, text_of(thread))
        who = _object(sender)
        account = account_of(str(who.get("user_key", "")))
        name = who.get("name")
        yield from self.telling.account(place, account, names=(name,) if isinstance(name, str) and name else ())
        carried = tuple(_file(one) for one in _objects(files))
        kind = _kind(whole_of(type_), is_call="call_duration" in text_of(notice), is_media=bool(carried or sticker))
        if account is None and kind != "system":
            self.side.unknown()
        lines = [text_of(words), *_shared(shares)]
        yield message(
            place,
            self._called(text_of(thread)),
            kind,
            sent=counted_from(UNIX, date),
            sender=account,
            text="\n".join(one for one in lines if one) or text_of(snippet),
            attachments=carried,
            native=f"{SERVICE}/{text_of(key)}" if text_of(key) else None,
            native_kind=f"type {whole_of(type_)}",
            beside=tuple(self.signs.get(text_of(key), ())) + ((Beside(what="not sent"),) if type_ in _NOT_SENT else ()),
        )

    def _called(self, thread: str) -> str:
        """The conversation of a key such as ``ONE_TO_ONE:OTHER:OWN`` or ``GROUP:NUMBER``."""
        word, _, rest = thread.partition(":")
        other = self._other(thread)
        if word == _DIRECT and other:
            return self.side.direct(other)
        return f"{SERVICE}:group/{rest}" if word == _GROUP and rest else self.side.bound("chat", thread or "unknown")

    def _numbers(self, thread: str) -> list[str]:
        """Who is in a thread of two, apart from the device where that is known."""
        word, *numbers = thread.split(":")
        named = [one for number in numbers if (one := account_of(number)) and one != self.side.own]
        return named if word == _DIRECT else []

    def _other(self, thread: str) -> str | None:
        """Who is on the other side of a thread of two, where nobody else is left."""
        named = self._numbers(thread)
        return named[0] if len(named) == 1 else None

    def _chat(self, row: int, thread: str) -> Iterator[Record]:
        if thread in self.met:
            return
        self.met.add(thread)
        of_two = self._numbers(thread)
        others = set(of_two) if of_two else self.members[thread]
        kind: Literal["direct", "group"] = "direct" if of_two else "group"
        own = set() if len(of_two) > 1 else {self.side.account}
        members = tuple(sorted(others | own))
        place = self.telling.row("messages", row)
        yield conversation(place, self._called(thread), kind, title=self.titles.get(thread), members=members)


def _kind(type_: int, *, is_call: bool, is_media: bool) -> Said:
    if is_call:
        return "call"
    if type_ == _SAID:
        return "media" if is_media else "text"
    return "unsupported" if type_ in _NOT_SENT else "system"


def _loaded(cell: Cell) -> Json:
    """What a cell of JSON holds; null where it is none."""
    try:
        found: Json = msgspec.json.decode(text_of(cell))
    except (msgspec.DecodeError, RecursionError, ValueError):
        return None
    return found


def _object(cell: Cell) -> dict[str, Json]:
    found = _loaded(cell)
    return found if isinstance(found, dict) else {}


def _objects(cell: Cell) -> Iterator[dict[str, Json]]:
    found = _loaded(cell)
    yield from (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def _file(one: dict[str, Json]) -> Attachment:
    name, mime = one.get("filename"), one.get("mime_type")
    return Attachment(
        state="named" if name else "omitted",
        name=name if isinstance(name, str) and name else None,
        mime=mime if isinstance(mime, str) and mime else None,
    )


def _shared(cell: Cell) -> Iterator[str]:
    """Name, words and address of what was shared."""
    for one in _objects(cell):
        yield from (
            value for key in ("name", "description", "href") if isinstance(value := one.get(key), str) and value
        )
