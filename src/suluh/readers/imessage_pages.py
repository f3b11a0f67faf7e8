# SPDX-License-Identifier: Apache-2.0
"""Reads a chat of iMessage that the program imessage-exporter wrote as a web page."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.model.times import When
from suluh.readers.apps.pages import Element, blocks
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import named
from suluh.readers.exported.written import clock_of, day_of, when
from suluh.readers.numbers import international
from suluh.readers.reader import Reader, Record

SERVICE = "phone"
_BEGINS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+<(?:!DOCTYPE|html).{0,64000}?<div class=\"(?:message|announcement)\">.{0,400}?(?:sms://open|class=\"timestamp\")"
)
_AT = re.compile(r"(?P<day>[A-Z][a-z]{2} \d{2}, \d{4})\s{1,2}(?P<clock>\d{1,2}:\d\d:\d\d [AP]M)")
_GUID = re.compile(r"message-guid=(?P<guid>[\w-]{3,60})")


class IMessagePages(Reader):
    """A chat of SMS or iMessage as a web page of the program imessage-exporter, versions 1 to 3.

    Numbers and addresses are accounts, names are known in this conversation alone; `Me` is the exporting side.
    """

    name = "imessage-pages"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the classes of a message and its time."""
        return "a page of messages with their times" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat."""
        yield from _Reading(source).records()


class _Reading:
    """One page while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.room = Room(self.export, f"{SERVICE}:chat/{source.file}")
        self.number = 0

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the page."""
        with self.source.open() as file:
            for block in blocks(file, frozenset({"message", "announcement"})):
                yield from self._message(block)
        yield self.room.told(self.source.place(pointer="page"))
        yield from self.export.closing("+62...")

    def _message(self, block: Element) -> Iterator[Record]:
        self.number += 1
        place = self.source.place(pointer=f"message/{self.number}")
        shown = block.first("timestamp")
        written = shown.text() if shown is not None else ""
        sent = _sent(written)
        if "announcement" in block.parts:
            yield from self.room.say(place, None, kind="system", text=block.text(without="timestamp"), sent=sent)
            return
        who = block.first("sender", without="reply")
        name = who.text() if who is not None else ""
        sender, names = self._who(block, name)
        parts = list(block.all("message_part"))
        files = named(_path(one) for one in block.all("attachment"))
        lines = [bubble.text() for part in parts for bubble in part.all("bubble")]
        yield from self.room.say(
            place,
            sender,
            names,
            kind="media" if files else "text",
            text="\n".join(one for one in lines if one),
            sent=sent,
            attachments=files,
            native=_guid(block),
            beside=tuple(Beside(what="reaction", text=one.text()) for one in block.all("tapback")),
        )

    def _who(self, block: Element, name: str) -> tuple[str | None, tuple[str, ...]]:
        """Whose message it is; the frame around what was sent names the side of the device."""
        if name == "Me" or any("sent" in one.parts for one in block.inside if isinstance(one, Element)):
            return self.export.device, ()
        known = international(name)
        if known:
            return f"{SERVICE}:{known}", ()
        if "@" in name:
            return f"email:{name.casefold()}", ()
        return (self.room.named(name) if name else None), (name,)


def _sent(written: str) -> When | None:
    found = _AT.search(written)
    if found is None:
        return When(written=written) if written else None
    return when(found[0], day_of(found["day"]).iso, clock_of(found["clock"]))


def _guid(block: Element) -> str | None:
    for one in block.links():
        if found := _GUID.search(one.attributes.get("href", "")):
            return found["guid"]
    return None


def _path(one: Element) -> str:
    for inner in (one, *(part for part in one.inside if isinstance(part, Element))):
        path = inner.attributes.get("src", "") or inner.attributes.get("href", "")
        if path:
            return path
    return ""
