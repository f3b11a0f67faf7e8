# SPDX-License-Identifier: Apache-2.0
"""Reads a chat that Viber sent as CSV."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment
from suluh.readers.exported.lined import Entry, Head
from suluh.readers.exported.saying import Saying
from suluh.readers.exported.text_export import TextReading
from suluh.readers.exported.written import day_of
from suluh.readers.numbers import international
from suluh.readers.reader import Reader, Record

SERVICE = "viber"
_LINE = re.compile(
    r"(?P<day>\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d\d-\d\d),\s?(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?: [AaPp][Mm])?),"
    r"(?P<name>\"[^\"]{0,200}\"|[^,\n]{0,200}),\s?(?P<number>\+?\d{0,20}),\s?(?P<text>.*)"
)
_OWN = frozenset({"Me", "Saya", "Я", "Ich", "Ako", "ฉัน", "Tôi"})
_LEFT_OUT = re.compile(
    r"(?:Photo|Video|Sticker|GIF|Voice|File|Location|Contact|Pesan (?:foto|video|suara)) ?[Mm]essages?"
)
_SHARE = 60


class ViberTable(Reader):
    """A chat of Viber as its mail of all messages holds it: day, clock, name, number, text.

    Whoever has a number is known by it, others by name in this conversation alone; times have no zone. The side of the
    exporting phone is `Me`.
    """

    name = "viber-table"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust lines of five cells with a day, a clock and a number, and that somebody has one."""
        if source.head.count(b"\0"):
            return None
        lines = [one for one in source.head.decode("utf-8", "replace").removeprefix("\ufeff").splitlines() if one]
        found = [match for one in lines if (match := _LINE.fullmatch(one))]
        if not found or _LINE.fullmatch(lines[0]) is None or 100 * len(found) < _SHARE * len(lines):
            return None
        has_sign = any(one["number"].startswith("+") for one in found)
        return "lines of day, clock, name, number and text" if has_sign else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat."""
        yield from _Reading(source, SERVICE, _begins).records()


class _Reading(TextReading):
    """One file while it is read."""

    def account(self, entry: Entry) -> str | None:
        """By the number where there is one."""
        name, _, number = (entry.head.name or "").partition("\t")
        if not number and name in _OWN:
            return self.export.device
        known = international(number) if number else None
        return f"{SERVICE}:{known}" if known else self.room.named(name) if name else None

    def names(self, entry: Entry) -> tuple[str, ...]:
        """The name that stands beside the number."""
        name = (entry.head.name or "").partition("\t")[0]
        return () if name in _OWN or not name else (name,)

    def saying(self, entry: Entry) -> Saying:
        """Words of Viber's own stand for what it left out."""
        text = entry.text()
        if text.startswith('"') and text.endswith('"') and len(text) > 1:
            text = text[1:-1].replace('""', '"')
        if _LEFT_OUT.fullmatch(text):
            return Saying(kind="media", text=text, attachments=(Attachment(state="omitted"),), native_kind=text)
        return Saying(kind="text", text=text)


def _begins(line: str, _: str) -> Head | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    name = found["name"].strip('"').strip()
    who = f"{name}\t{found['number']}" if found["number"] else name
    return Head(day_of(found["day"]), found["clock"], who or None, found["text"], f"{found['day']} {found['clock']}")
