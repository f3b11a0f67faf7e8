# SPDX-License-Identifier: Apache-2.0
"""Reads ``sms.db``, the SMS and iMessages of iOS and macOS."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.phones import Phone, account_of
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import COCOA, counted_from
from suluh.readers.apps.typedstream import text_of as archived
from suluh.readers.reader import Reader, Record

COLUMNS = (
    *("guid", "text", "attributedBody", "handle_id", "service", "date", "is_from_me", "item_type", "group_title"),
    *("associated_message_guid", "associated_message_type", "date_edited", "date_retracted", "subject"),
    *("thread_originator_guid", "other_handle", "error", "is_sent"),
)
SILENT = (
    *("replace", "service_center", "version", "type", "date_read", "date_delivered", "is_delivered"),
    *("is_finished", "is_emote", "is_empty", "is_delayed", "is_auto_reply", "is_prepared", "is_read"),
    *("is_system_message", "has_dd_results", "is_service_message", "is_forward", "was_downgraded", "is_archive"),
    *("cache_has_attachments", "cache_roomnames", "was_data_detected", "was_deduplicated", "is_spam", "ck_sync_state"),
    *("ck_record_id", "ck_record_change_tag", "sr_ck_sync_state", "message_source", "associated_message_range_length"),
    *("country", "uncanonicalized_id", "person_centric_id", "properties", "state", "successful_query", "is_filtered"),
    *("is_blackholed", "group_id", "original_group_id", "last_addressed_handle", "last_read_message_timestamp"),
    *("message_date", "start_date", "created_date", "transfer_state", "is_outgoing", "hide_attachment", "uti"),
    *("original_guid", "ck_server_change_token_blob", "attribution_info", "user_info", "is_sticker", "reply_to_guid"),
    *("thread_originator_part", "was_delivered_quietly", "did_notify_recipient", "part_count", "account_guid"),
    *("is_stewie", "is_kt_verified", "server_message_id", "cloudkit_record_id", "engram_id", "account_id"),
)
_GROUP = 43
_TAPBACKS = range(1000, 4000)
_FIRST_SIGN, _TAKEN_BACK = 2000, 3000
_SIGNS = ("loved", "liked", "disliked", "laughed", "emphasised", "questioned", "emoji", "sticker")
"""What the last figure of a tapback means; of 3000 and more it was taken back, below 2000 it is a sticker."""

_EMPTY = "\ufffc"


class SmsIos(Reader):
    """SMS and iMessages of iOS and macOS; forms seen of iOS 6 to 18, described by github.com/abrignoni/iLEAPP.

    Where the column of the text is empty, the words stand in an archive of Apple's own, which is read.
    """

    name = "sms-ios"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        wanted = {"message", "handle", "chat_message_join"}
        return "a database with the tables " + ", ".join(sorted(wanted)) if wanted <= set(source.tables) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the chats, each message with the account it brings, and what is not read."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.phone = Phone(base.source, self._own())
        self.handles: dict[int, str] = {}
        self.chats: dict[int, str] = {}
        """The conversation of each chat, by its row."""

        self.of: dict[int, list[int]] = defaultdict(list)
        self.gone: dict[int, Cell] = {}
        """When a message was put among the recently deleted, by its row."""

        self.files: dict[int, list[Attachment]] = defaultdict(list)
        self.signs: dict[str, list[Beside]] = defaultdict(list)
        """Tapbacks by the id of the message under which they stand."""

        self.nobody = self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The telephone, its chats, every message."""
        yield self.telling.own(self.phone.account)
        for row in self.base.rows("handle", ("id", "country")):
            written, country = text_of(row.cells[0]), text_of(row.cells[1])
            found = self.phone.who(written, country if len(country) == len("id") else None)
            if found is not None:
                self.handles[row.id] = found
                yield from self.telling.account(self.telling.row("handle", row.id), found)
        yield from self._chats()
        self._links()
        self._tapbacks()
        for row in self.base.rows("message", COLUMNS):
            yield from self._row(row)
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "phone:+62...")
        yield from self.base.left()

    def _own(self) -> Iterator[str]:
        """The numbers to which what came in was sent, and those of the accounts that sent."""
        for row in self.base.rows("message", ("destination_caller_id", "account")):
            for cell in row.cells:
                written = text_of(cell).removeprefix("P:").removeprefix("p:")
                if written.startswith("+"):
                    found = account_of(written, self.source.exhibit)
                    yield from (found,) if found else ()

    def _chats(self) -> Iterator[Record]:
        members: dict[int, list[str]] = defaultdict(list)
        for row in self.base.rows("chat_handle_join", ("chat_id", "handle_id")):
            if (one := self.handles.get(whole_of(row.cells[1]))) is not None:
                members[whole_of(row.cells[0])].append(one)
        for row in self.base.rows("chat", ("style", "chat_identifier", "display_name", "room_name")):
            style, identifier, title, _ = row.cells
            others = members[row.id]
            single = others[0] if len(others) == 1 else self.phone.who(text_of(identifier))
            is_group = style == _GROUP or len(others) > 1 or single is None
            called = self.phone.group(text_of(identifier) or row.id) if is_group else self.phone.direct(single or "")
            self.chats[row.id] = called
            named = tuple(sorted({*(others if is_group else (single or "",)), self.phone.account}))
            kind = "group" if is_group else self.phone.kind((single or "",))
            place = self.telling.row("chat", row.id)
            yield conversation(place, called, kind, title=text_of(title), members=named)

    def _links(self) -> None:
        for table in ("chat_message_join", "chat_recoverable_message_join"):
            columns = ("chat_id", "message_id", "delete_date")
            for row in self.base.rows(table, columns):
                chat, number, deleted = row.cells
                self.of[whole_of(number)].append(whole_of(chat))
                if table != "chat_message_join":
                    self.gone[whole_of(number)] = deleted
        files = {}
        for row in self.base.rows("attachment", ("filename", "mime_type", "transfer_name", "total_bytes")):
            path, mime, name, size = row.cells
            shown = text_of(path).removeprefix("~/") or text_of(name)
            state: Literal["named", "omitted"] = "named" if text_of(path) else "omitted"
            files[row.id] = Attachment(
                state=state, name=shown or None, mime=text_of(mime) or None, size=max(0, whole_of(size)) or None
            )
        for row in self.base.rows("message_attachment_join", ("message_id", "attachment_id")):
            found = files.get(whole_of(row.cells[1]))
            self.files[whole_of(row.cells[0])].append(found or Attachment(state="omitted"))

    def _tapbacks(self) -> None:
        columns = ("associated_message_guid", "associated_message_type", "handle_id", "is_from_me")
        for row in self.base.rows("message", columns):
            about, how, handle, mine = row.cells
            if whole_of(how) in _TAPBACKS and text_of(about):
                who = self.phone.account if mine == 1 else self.handles.get(whole_of(handle))
                self.signs[_guid(about)].append(Beside(what="reaction", text=_sign(whole_of(how)), account=who))

    def _row(self, row: Row) -> Iterator[Record]:
        guid, text, body, handle, service, date, mine, item, title, about, how, edited, retracted = row.cells[:13]
        subject, thread, _, error, is_sent = row.cells[13:]
        has_failed = mine == 1 and whole_of(error) != 0 and is_sent == 0
        files = tuple(self.files.pop(row.id, ()))
        words = text_of(text) or archived(body)
        lines = [one for one in (text_of(subject), "" if not words.strip(_EMPTY) else words, text_of(title)) if one]
        other = self.handles.get(whole_of(handle))
        kind = _kind(whole_of(item), whole_of(how), is_gone=whole_of(retracted) > 0, is_media=bool(files))
        kind = "unsupported" if has_failed else kind
        beside = tuple(_beside(about, how, self.gone.get(row.id), row.id in self.gone))
        beside += (Beside(what="not sent", text=f"error {whole_of(error)}"),) if has_failed else ()
        beside += tuple(self.signs.get(text_of(guid), ()))
        reply = _guid(about) or text_of(thread)
        yield message(
            self.telling.row("message", row.id),
            self._called(row.id, other),
            kind,
            sent=counted_from(COCOA, date),
            sender=self._sender(other, kind, is_mine=mine == 1),
            text="\n".join(lines),
            attachments=files,
            native=f"imessage/{text_of(guid)}" if text_of(service) == "iMessage" and text_of(guid) else None,
            native_kind="/".join(str(one) for one in (service or "?", item, how) if one),
            reply_to=f"imessage/{reply}" if reply else None,
            edited=whole_of(edited) > 0,
            beside=beside,
        )

    def _called(self, number: int, other: str | None) -> str:
        chats = [self.chats[one] for one in self.of.get(number, ()) if one in self.chats]
        if chats:
            return chats[0]
        return self.phone.direct(other) if other else self.phone.group("unknown")

    def _sender(self, other: str | None, kind: Said, *, is_mine: bool) -> str | None:
        if is_mine:
            self.ownerless += self.phone.own is None
            return self.phone.account
        self.nobody += other is None and kind != "system"
        return other


def _guid(about: Cell) -> str:
    """The id of the message that another one is about; before it stands which part of it."""
    return text_of(about).rpartition("/")[2].rpartition(":")[2]


def _sign(how: int) -> str:
    """A tapback in words, and its number."""
    last = how % 1000
    word = "sticker" if how < _FIRST_SIGN else _SIGNS[last] if last < len(_SIGNS) else "?"
    return f"{word}{', taken back' if how >= _TAKEN_BACK else ''} ({how})"


def _kind(item: int, how: int, *, is_gone: bool, is_media: bool) -> Said:
    """What a row is: a notice of the group, a sign under another message, taken back, or said."""
    if item:
        return "system"
    if how in _TAPBACKS:
        return "unsupported"
    return "revoked" if is_gone else "media" if is_media else "text"


def _beside(about: Cell, how: Cell, deleted: Cell, is_deleted: bool) -> Iterator[Beside]:  # noqa: FBT001 # a fact of the row
    if whole_of(how) in _TAPBACKS:
        yield Beside(what="tapback", text=f"{_sign(whole_of(how))} {text_of(about)}".strip())
    if is_deleted:
        when = counted_from(COCOA, deleted)
        yield Beside(what="deleted", text=(when.at or when.written) if when else "")
