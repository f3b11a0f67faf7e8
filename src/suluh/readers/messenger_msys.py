# SPDX-License-Identifier: Apache-2.0
"""Reads the databases of Messenger since 2020: ``msys_database`` of Android, ``lightspeed-userDatabases`` of iOS."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal, NamedTuple

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.model.talk import Attachment, Beside
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.side import Side
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.reader import Reader, Record

SERVICE = "facebook"
UID = "threads_db2-uid"
"""The file beside the databases of Android in which the app keeps whose they are."""

_NAMED = re.compile(r"msys_database_(\d{5,20})(?:\.db)?$|/lightspeed-userDatabases/(\d{5,20})\.db$")
_NUMBER = re.compile(r"(?:FACEBOOK:)?([0-9]{1,20})")
_FILES = ("filename", "filesize", "playable_url_mime_type", "attachment_mime_type", "title_text", "subtitle_text")
SILENT = (
    *("authority", "primary_sort_key", "offline_threading_id", "cutoff_reason", "send_status", "folder_name", "ranges"),
    *("attachment_index", "has_media", "has_attachment", "normalized_name_for_search", "profile_picture_url", "rank"),
    *("is_messenger_user", "friendship_status", "contact_type", "first_name", "last_activity_timestamp_ms", "gender"),
    *("playable_url", "preview_url", "attachment_fbid", "local_message_id", "is_muted", "snippet", "unread_count"),
)
_CALL = re.compile(r"\b(?:call|panggilan|appel|anruf|llamada|chamada)\b|(?<!\w)звон", re.IGNORECASE)


class Form(NamedTuple):
    """Where one form of the database keeps messages, and under which names."""

    table: str
    chat: str
    who: str
    date: str
    key: str


FORMS = (
    Form("messages", "thread_key", "sender_id", "timestamp_ms", "message_id"),
    Form("thread_messages", "thread_key", "sender_id", "timestamp_ms", "message_id"),
    Form("secure_messages", "thread_key", "sender_id", "timestamp_ms", "message_id"),
    Form("client_messages", "thread_pk", "sender_contact_pk", "display_ts_ms", "message_id"),
)
"""Android; iOS; secret conversations; what is encrypted between both ends, since 2023."""


class Thread(NamedTuple):
    """One conversation: its name everywhere, what it is, and who is known to be in it."""

    called: str
    kind: Literal["direct", "group"]
    members: set[str]


class MessengerMsys(Reader):
    """Messenger since 2020, Android and iOS: who said what, when and in which thread, and its calls.

    Described by github.com/abrignoni/ALEAPP, in `FacebookMessenger.py`, and iLEAPP, in `facebookMessenger.py`; tried on
    made-up databases alone. Whose it is stands in the name of the database or beside it.
    """

    name = "messenger-msys"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the columns of its tables, never the file's name."""
        tables = source.tables
        has_people = {"id", "name"} <= set(tables.get("contacts", ()))
        found = [one.table for one in FORMS if {one.chat, one.who, one.date, "text"} <= set(tables.get(one.table, ()))]
        return f"a database with the tables contacts, {', '.join(found)} of Messenger" if found and has_people else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the people, each message with its thread where that is first met, the calls, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


def account_of(key: Cell) -> str | None:
    """The account of a number of Facebook; null for none."""
    found = _NUMBER.fullmatch(str(key)) if isinstance(key, str | int) else None
    return f"{SERVICE}:{found[1]}" if found and int(found[1]) else None


def own_of(source: Source) -> Iterator[str]:
    """Whose a database is, as the file beside it and its own name say."""
    beside = source.beside(UID) if UID in source.names else None
    said = beside.head.strip()[:40].decode("ascii", "replace") if beside else ""
    named = _NAMED.search(f"/{source.path}")
    for one in (said, (named[1] or named[2]) if named else ""):
        if (account := account_of(one)) is not None:
            yield account


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        own = [account_of(row.cells[0]) for row in base.rows("_user_info", ("facebook_user_id",))]
        self.side = Side(base.source, SERVICE, filter(None, own or own_of(base.source)))
        self.names: dict[str, str] = {}
        self.titles: dict[int, str] = {}
        self.members: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        self.files: defaultdict[str, list[Row]] = defaultdict(list)
        self.met: set[str] = set()
        self.signs: defaultdict[str, list[Beside]] = defaultdict(list)

    def records(self) -> Iterator[Record | Flaw]:
        """The device, whom the app knows, every message of every form, every call."""
        yield self.telling.own(self.side.account)
        yield from self._people()
        for row in self.base.rows("threads", ("thread_key", "thread_name", "thread_type")):
            self.titles[whole_of(row.cells[0])] = text_of(row.cells[1])
        for table, who in (("participants", "contact_id"), ("thread_participant_detail", "contact_id")):
            for row in self.base.rows(table, ("thread_key", who)):
                self.members["thread_key", whole_of(row.cells[0])] |= set(filter(None, (account_of(row.cells[1]),)))
        for table in ("attachments", "attachment_items"):
            for row in self.base.rows(table, ("message_id", *_FILES)):
                self.files[text_of(row.cells[0])].append(row)
        for row in self.base.rows("reactions", ("message_id", "actor_id", "reaction")):
            one = Beside(what="reaction", text=text_of(row.cells[2]), account=account_of(row.cells[1]))
            self.signs[text_of(row.cells[0])].append(one)
        for form in FORMS:
            yield from self._messages(form)
        yield from self._calls()
        yield from self.side.notes()
        yield from self.base.left()

    def _people(self) -> Iterator[Record]:
        for row in self.base.rows("contacts", ("id", "name", "username", "phone_number", "email_address")):
            key, name, user, phone, mail = row.cells
            account = account_of(key)
            if account is None:
                continue
            self.names[account] = text_of(name)
            names = tuple(dict.fromkeys(one for one in (text_of(name), text_of(user)) if one))
            aliases = [f"email:{text_of(mail).casefold()}"] if "@" in text_of(mail) else []
            aliases += [f"phone:{text_of(phone)}"] if text_of(phone).startswith("+") else []
            place = self.telling.row("contacts", row.id)
            yield from self.telling.account(place, account, names=names, aliases=tuple(aliases))

    def _messages(self, form: Form) -> Iterator[Record]:
        if not {form.chat, form.who, form.date, "text"} <= set(self.source.tables.get(form.table, ())):
            return
        for row in self.base.rows(form.table, (form.chat, form.who)):
            self.members[form.chat, whole_of(row.cells[0])] |= set(filter(None, (account_of(row.cells[1]),)))
        columns = (form.chat, form.who, form.date, form.key, "text", "is_admin_message", "is_unsent", "reply_source_id")
        for row in self.base.rows(form.table, columns):
            chat, who, date, key, words, is_notice, is_gone, reply = row.cells
            place = self.telling.row(form.table, row.id)
            sender = self._sender(who, is_notice=whole_of(is_notice) > 0)
            thread = self._thread(form, whole_of(chat))
            yield from self._told(place, thread, self.titles.get(whole_of(chat), ""))
            files = self.files.get(text_of(key), []) if text_of(key) else []
            has_file = any(True for one in files for _ in _file(one))
            lines = [text_of(words), *(text_of(cell) for one in files for cell in one.cells[5:])]
            yield message(
                place,
                thread.called,
                _kind(
                    [] if lines[0] or has_file else lines[1:],
                    is_notice=whole_of(is_notice) > 0,
                    is_gone=whole_of(is_gone) > 0,
                    has_file=bool(files),
                ),
                sent=counted_from(UNIX, date),
                sender=sender,
                text="\n".join(dict.fromkeys(one for one in lines if one)),
                attachments=tuple(one for row in files for one in _file(row)),
                native=f"{SERVICE}/{text_of(key)}" if text_of(key) else None,
                native_kind=form.table,
                reply_to=f"{SERVICE}/{text_of(reply)}" if text_of(reply) else None,
                beside=tuple(self.signs.get(text_of(key), ())) if text_of(key) else (),
            )

    def _sender(self, who: Cell, *, is_notice: bool) -> str | None:
        found = account_of(who)
        if found is None and not is_notice:
            self.side.unknown()
        return found

    def _thread(self, form: Form, chat: int) -> Thread:
        """The thread of a message: with one other it bears that one's number."""
        members = self.members[form.chat, chat] | {self.side.account}
        other = account_of(chat) if form.chat == "thread_key" else None
        if other is None:
            return Thread(self.side.bound("chat", chat), "direct" if len(members) <= _TWO else "group", members)
        if other in self.names or other in members:
            return Thread(self.side.direct(other), "direct", members | {other})
        return Thread(f"{SERVICE}:group/{chat}", "group", members)

    def _told(self, place: Place, thread: Thread, title: str) -> Iterator[Record]:
        if thread.called not in self.met:
            self.met.add(thread.called)
            yield conversation(place, thread.called, thread.kind, title=title, members=tuple(sorted(thread.members)))

    def _calls(self) -> Iterator[Record]:
        columns = ("thread_key", "call_timestamp_ms", "call_duration", "call_direction", "call_media_type")
        for row in self.base.rows("call_log", columns):
            chat, date, seconds, way, how = row.cells
            other = account_of(chat)
            place = self.telling.row("call_log", row.id)
            thread = self._thread(FORMS[0], whole_of(chat))
            yield from self._told(place, thread, self.titles.get(whole_of(chat), ""))
            sender = self.side.sent() if way == _OUT else other if thread.kind == "direct" else None
            kind = f"call/way {whole_of(way)}/seconds {whole_of(seconds)}/media {whole_of(how)}"
            yield message(place, thread.called, "call", sent=counted_from(UNIX, date), sender=sender, native_kind=kind)


_TWO = 2
_OUT = 1


def _kind(titles: list[str], *, is_notice: bool, is_gone: bool, has_file: bool) -> Said:
    if is_gone:
        return "revoked"
    if any(_CALL.search(one) for one in titles):
        return "call"
    return "system" if is_notice else "media" if has_file else "text"


def _file(row: Row) -> Iterator[Attachment]:
    """A file, where the row names one: a card of a link has a title alone."""
    name, size, mime, other = row.cells[1:5]
    if text_of(name) or whole_of(size):
        kind = text_of(mime) or text_of(other)
        yield Attachment(
            state="named", name=text_of(name) or None, size=max(0, whole_of(size)) or None, mime=kind or None
        )
