# SPDX-License-Identifier: Apache-2.0
"""Reads ``mmssms.db``, the SMS and MMS of Android."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal, NamedTuple

from suluh.model.evidence.source import Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.phones import Phone
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.reader import Reader, Record

BOXES = {1: "inbox", 2: "sent", 3: "draft", 4: "outbox", 5: "failed", 6: "queued"}
_INBOX, _NEVER_LEFT = 1, frozenset({3, 5})
"""What lies as a draft or failed was written and reached nobody: it is kept, and no rule takes it for said."""

_FROM, _TO = 137, (151, 130, 129)
SILENT = (
    *("read", "seen", "locked", "person", "protocol", "status", "reply_path_present", "error_code", "date_sent"),
    *("m_cls", "m_type", "v", "m_size", "pri", "rr", "rpt_a", "exp", "d_rpt", "d_tm", "st", "tr_id", "ct_t", "ct_l"),
    *("resp_st", "retr_st", "read_status", "sub_cs", "text_only", "seq", "chset", "cid", "cd", "charset", "priority"),
    *("snippet", "snippet_cs", "message_count", "date", "type", "has_attachment", "error", "archived", "index_text"),
)
_INDEX = ("words", "words_content", "words_segments", "words_segdir", "words_docsize", "words_stat", "rate")


class Thread(NamedTuple):
    """Who is on the other side of a thread."""

    others: tuple[str, ...]


class SmsAndroid(Reader):
    """SMS and MMS of Android; forms seen of Android 4.4 to 15, described by github.com/abrignoni/ALEAPP.

    A sender's name such as ``BANKKU`` is an account of its own and nobody's name.
    """

    name = "sms-android"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        if {"sms", "threads"} <= set(source.tables) and {"address", "body"} <= set(source.tables["sms"]):
            return "a database with the tables sms, threads"
        return None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the threads, each message with the account it brings, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source = base, base.source
        self.telling, self.phone = Telling(base.source), Phone(base.source)
        self.threads: dict[int, Thread] = {}
        self.known: set[str] = set()
        """Conversations that were told."""

        self.nobody = self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The telephone, its threads, SMS and MMS."""
        self.base.pass_over(*_INDEX)
        yield self.telling.own(self.phone.account)
        yield from self._threads()
        for row in self.base.rows("sms", ("thread_id", "address", "date", "type", "subject", "body", "service_center")):
            yield from self._sms(row)
        yield from self._mms()
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "phone:+62...")
        yield from self.base.left()

    def _threads(self) -> Iterator[Record]:
        numbers = {row.id: text_of(row.cells[0]) for row in self.base.rows("canonical_addresses", ("address",))}
        for row in self.base.rows("threads", ("recipient_ids",)):
            cell = row.cells[0]
            ids = [int(one) for one in str(cell or "").split() if one.isascii() and one.isdigit()]
            found = (self.phone.who(numbers.get(one, "")) for one in ids)
            others = tuple(dict.fromkeys(one for one in found if one is not None))
            self.threads[row.id] = Thread(others)
            place = self.telling.row("threads", row.id)
            for one in others:
                yield from self.telling.account(place, one)
            if others:
                called = self._called(row.id, others[0])
                if called in self.known:
                    continue
                self.known.add(called)
                members = tuple(sorted({*others, self.phone.account}))
                yield conversation(place, called, self.phone.kind(others), members=members)

    def _called(self, thread: int, *named: str | None) -> str:
        """The conversation of a thread, by its other side where there is one alone."""
        others = self.threads.get(thread, Thread(())).others or tuple(dict.fromkeys(one for one in named if one))
        return self.phone.direct(others[0]) if len(others) == 1 else self.phone.group(thread)

    def _sms(self, row: Row) -> Iterator[Record]:
        thread, address, date, box, subject, body, centre = row.cells
        other = self.phone.who(str(address or ""))
        lines = [one for one in (text_of(subject), text_of(body)) if one]
        place = self.telling.row("sms", row.id)
        called = self._called(whole_of(thread), other)
        yield from self.telling.account(place, other)
        if called not in self.known:
            self.known.add(called)
            members = tuple(sorted({one for one in (other, self.phone.account) if one}))
            yield conversation(place, called, self.phone.kind((other,) if other else ()), members=members)
        del centre  # the operator's own number says nothing of the two
        yield message(
            place,
            called,
            _kind(whole_of(box), is_media=False),
            sent=counted_from(UNIX, date),
            sender=self._sender(whole_of(box), other),
            text="\n".join(lines),
            native_kind=f"sms/{BOXES.get(whole_of(box), whole_of(box))}",
            beside=unsent(whole_of(box)),
        )

    def _sender(self, box: int, other: str | None) -> str | None:
        if box in BOXES and box != _INBOX:
            self.ownerless += self.phone.own is None
            return self.phone.account
        found = other if box == _INBOX else None
        self.nobody += found is None
        return found

    def _mms(self) -> Iterator[Record]:
        """Messages of several parts, with whom they name and what they carry."""
        people: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for row in self.base.rows("addr", ("msg_id", "address", "type")):
            people[whole_of(row.cells[0])].append((whole_of(row.cells[2]), text_of(row.cells[1])))
        parts: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
        for row in self.base.rows("part", ("mid", "ct", "text", "_data", "name", "fn", "cl")):
            parts[whole_of(row.cells[0])].append(tuple(text_of(cell) for cell in row.cells[1:]))
        for row in self.base.rows("pdu", ("thread_id", "date", "msg_box", "sub", "m_id")):
            thread, date, box, subject, _ = row.cells
            known = [(kind, self.phone.who(one)) for kind, one in people[row.id] if one != "insert-address-token"]
            sender = next((one for kind, one in known if kind == _FROM), None)
            to = tuple(dict.fromkeys(one for kind, one in known if kind in _TO and one and one != self.phone.own))
            place = self.telling.row("pdu", row.id)
            for one in dict.fromkeys(filter(None, (one for _, one in known))):
                yield from self.telling.account(place, one)
            # of what came in alone one receiver is this telephone
            others = to if whole_of(box) != _INBOX else (sender, *(to if len(to) > 1 else ()))
            called = self._called(whole_of(thread), *others)
            if called not in self.known and any(others):
                self.known.add(called)
                listed = tuple(one for one in others if one)
                members = tuple(sorted({*listed, self.phone.account}))
                yield conversation(place, called, self.phone.kind(listed), members=members)
            texts = [text for kind, text, *_ in parts[row.id] if kind == "text/plain" and text]
            files = tuple(_file(*one) for one in parts[row.id] if one[0] not in {"text/plain", "application/smil"})
            yield message(
                place,
                called,
                _kind(whole_of(box), is_media=bool(files)),
                sent=counted_from(UNIX, date),
                sender=self._sender(whole_of(box), sender),
                text="\n".join([one for one in (text_of(subject),) if one] + texts),
                attachments=files,
                native_kind=f"mms/{BOXES.get(whole_of(box), whole_of(box))}",
                beside=unsent(whole_of(box)),
            )


def unsent(box: int) -> tuple[Beside, ...]:
    """That a message was written and never left, in the telephone's own word."""
    return (Beside(what="not sent", text=BOXES[box]),) if box in _NEVER_LEFT else ()


def _kind(box: int, *, is_media: bool) -> Said:
    if box in _NEVER_LEFT or box not in BOXES:
        return "unsupported"
    return "media" if is_media else "text"


def _file(kind: str, text: str, path: str, name: str, given: str, at: str) -> Attachment:
    """A file of an MMS: where the telephone keeps it, else the name it was sent under."""
    del text
    known = path or name or given or at
    return Attachment(state="named" if path else "omitted", name=known or None, mime=kind or None)
