# SPDX-License-Identifier: Apache-2.0
"""Reads ``messages.json`` of Google Chat, from a person's own download."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.model.times import When
from suluh.readers.exported.months import MONTHS
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import entries, in_utc, named, word
from suluh.readers.json_stream import BrokenJson, Json
from suluh.readers.reader import Reader, Record

SERVICE = "google"
_BEGINS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\{\s{0,64}+\"messages\":\s{0,8}+\[\s{0,64}+\{\s{0,64}+\"(?:creator|topic_id|created_date)\""
)
_NUMBERS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"(?P<h>\d{1,2})[:.](?P<m>\d\d)[:.](?P<s>\d\d)(?:[\s\u202f]?(?P<half>[AaPp])\.?\s?[Mm]\.?)?")
_KNOWN = frozenset(
    {
        *("creator", "created_date", "updated_date", "text", "topic_id", "message_id", "attached_files", "annotations"),
        *("message_state", "deletion_metadata", "quoted_message_metadata", "reactions"),
    }
)
_NOON = 12


class GoogleChat(Reader):
    """Conversations of Google Chat from a person's own download, of 2020 to 2025; dates in English and Indonesian.

    Accounts are mail addresses. Who belongs to a conversation stands in `group_info.json`, which is not read.
    """

    name = "google-chat"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the first keys."""
        return "messages with a creator" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the conversation."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.room = Room(self.export, f"{SERVICE}:chat/{source.file}")

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the file."""
        try:
            for _, said in self.export.listed(("messages",)):
                yield from self._message(said)
        except BrokenJson as error:
            yield self.export.broken(self.export.at, error)
        yield self.room.told(self.source.place(pointer="/messages"))
        yield from self.export.closing("name@example.com")

    def _message(self, written: Json) -> Iterator[Record | Flaw]:
        if not isinstance(written, dict):
            yield self.export.odd(self.export.at, written, "no message: not an object")
            return
        self.export.count_keys(written, _KNOWN)
        creator = written.get("creator")
        who = creator if isinstance(creator, dict) else {}
        name, mail = word(who.get("name")), word(who.get("email"))
        sender = self.export.account(mail.casefold()) if mail else self.room.named(name) if name else None
        native = word(written.get("message_id"))
        self.room.called = f"{SERVICE}:{native.partition('/')[0]}" if "/" in native else self.room.called
        files = named(word(one.get("export_name")) for one in entries(written.get("attached_files")))
        is_gone = word(written.get("message_state")) == "DELETED"
        yield from self.room.say(
            self.source.place(pointer=self.export.at),
            sender,
            (name,),
            kind="revoked" if is_gone else "media" if files else "text",
            text=word(written.get("text")),
            sent=sent_at(word(written.get("created_date"))),
            attachments=files,
            native=native or None,
            edited="updated_date" in written,
            beside=tuple(_besides(written)),
        )


def _besides(written: dict[str, Json]) -> Iterator[Beside]:
    for one in entries(written.get("annotations")):
        link = one.get("url_metadata")
        url = link.get("url") if isinstance(link, dict) else None
        address = (
            word(url.get("private_do_not_access_or_else_safe_url_wrapped_value"))
            if isinstance(url, dict)
            else word(url)
        )
        if address:
            yield Beside(what="link", text=address)
    quoted = written.get("quoted_message_metadata")
    if isinstance(quoted, dict) and word(quoted.get("text")):
        yield Beside(what="quoted", text=word(quoted.get("text")))


def sent_at(written: str) -> When | None:
    """``Saturday, August 30, 2025 at 11:01:00 AM UTC`` and its like: a day in words, a clock, UTC."""
    clock = _CLOCK.search(written)
    months = [MONTHS[one] for found in _WORDS.findall(written) if (one := found.casefold()) in MONTHS]
    if clock is None or len(months) != 1 or "UTC" not in written:
        return When(written=written) if written else None
    numbers = [int(one) for one in _NUMBERS.findall(written[: clock.start()])]
    hour = int(clock["h"])
    if clock["half"]:
        hour = hour % _NOON + (_NOON if clock["half"] in "Pp" else 0)
    try:
        day, year = sorted(numbers)
        at = datetime(year, months[0], day, hour, int(clock["m"]), int(clock["s"]))  # noqa: DTZ001 # its zone follows
    except ValueError:
        return When(written=written)
    found = in_utc(at.isoformat())
    return None if found is None else When(written=written, at=found.at)
