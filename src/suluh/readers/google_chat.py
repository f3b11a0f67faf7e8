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
from suluh.readers.exported.months import MONTHS, month_in
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import entries, in_utc, named, word
from suluh.readers.json_stream import BrokenJson, Json
from suluh.readers.reader import Reader, Record
from suluh.readers.whatsapp.export.halves import half_of

SERVICE = "google"
_BEGINS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\{\s{0,64}+\"messages\":\s{0,8}+\[\s{0,64}+\{"
    rb"(?=\s{0,64}+\"(?:creator|topic_id|created_date)\"|(?=.{0,8000}?\"created_date\":).{0,8000}?\"(?:topic|message)_id\":)"
)
_NUMBERS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(
    r"(?:(?P<early>午前|午後|上午|下午|오전|오후) ?)?(?P<h>\d{1,2})(?:[:.]|[시時时] ?)(?P<m>\d\d?)"
    r"(?:[:.]|[분分] ?)(?P<s>\d\d?)[초秒]?"
    r"(?:\s?(?P<half>(?!UTC)[^\W\d_]\.?(?:\s?(?!UTC)[^\W\d_]{1,3})?\.?(?!\w)))?"
)
_YEAR_FIRST = re.compile(r"\d{4}\W{0,2}[年년]")
_MONTH_BY_NUMBER = re.compile(r"(?:[Tt]háng|เดือน) (?P<month>\d{1,2})")
_KNOWN = frozenset(
    {
        *("creator", "created_date", "updated_date", "text", "topic_id", "message_id", "attached_files", "annotations"),
        *("message_state", "deletion_metadata", "quoted_message_metadata", "reactions"),
    }
)
_NOON, _LAST_YEAR, _BUDDHIST = 12, 2099, 543


class GoogleChat(Reader):
    """Conversations of Google Chat from a person's own download, of 2020 to 2025; dates in the languages of phones.

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
    """``Saturday, August 30, 2025 at 11:01:00 AM UTC`` and its like in other languages: a day, a clock, UTC."""
    clock = _CLOCK.search(written)
    if clock is None or "UTC" not in written:
        return When(written=written) if written else None
    word = clock["early"] or clock["half"]
    half = half_of(word) if word else "none"
    hour = int(clock["h"])
    if half in {"am", "pm"}:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    day = _day(written[: clock.start()] + " " + written[clock.end() :])
    try:
        if day is None or half is None:
            return When(written=written)
        at = datetime(*day, hour, int(clock["m"]), int(clock["s"]))  # noqa: DTZ001 # its zone follows
    except ValueError:
        return When(written=written)
    found = in_utc(at.isoformat())
    return None if found is None else When(written=written, at=found.at)


def _day(written: str) -> tuple[int, int, int] | None:
    """Year, month and day of a day in words; null where the month is not known."""
    numbers = [int(one) for one in _NUMBERS.findall(written)]
    if len(numbers) == 3:  # noqa: PLR2004 # a day has three
        if _YEAR_FIRST.search(written):
            return numbers[0], numbers[1], numbers[2]
        named = _MONTH_BY_NUMBER.search(written)
        return (numbers[2], numbers[1], numbers[0]) if named and int(named["month"]) == numbers[1] else None
    months = {MONTHS[one] for found in _WORDS.findall(written) if (one := found.casefold()) in MONTHS}
    month = months.pop() if len(months) == 1 else month_in(written)
    if len(numbers) != 2 or month is None:  # noqa: PLR2004 # a day and a year
        return None
    day, year = sorted(numbers)
    return year - (_BUDDHIST if year > _LAST_YEAR else 0), month, day
