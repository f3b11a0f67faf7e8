# SPDX-License-Identifier: Apache-2.0
"""Reads a channel of Discord that the program DiscordChatExporter wrote as a web page."""

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
from suluh.readers.exported.written import CLOCK, DAY, clock_of, day_first, day_of, iso_of, when
from suluh.readers.reader import Reader, Record

SERVICE = "discord"
_BEGINS = re.compile(rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+<(?:!DOCTYPE|html).{0,64000}?(?:chatlog__|class=\"?preamble)")
_AT = re.compile(rf"(?:[^\W\d_]{{3,12}}, )?(?P<day>{DAY}),? (?:at )?(?P<clock>{CLOCK})")
_MESSAGE = frozenset({"chatlog__message-container", "preamble__entry"})
_EMPTY = Element("", {})


class DiscordPages(Reader):
    """A channel or conversation of Discord as a web page of the program DiscordChatExporter, of 2021 to 2025.

    Accounts are Discord's own numbers where the page has them; times have no zone.
    """

    name = "discord-pages"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the classes that this program writes."""
        found = _BEGINS.match(source.head) and b"chatlog" in source.head
        return "a page with a chat log of Discord" if found else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the channel."""
        yield from _Reading(source).records()


class _Reading:
    """One page while it is read, twice: the order of day and month is learned from the whole of it."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.room = Room(self.export, f"{SERVICE}:chat/{source.file}")
        self.last: tuple[str | None, tuple[str, ...]] = None, ()
        self.titles: list[str] = []
        self.open = self.number = 0

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the page."""
        order = day_first(day_of(found["day"]) for one in self._blocks() if (found := _AT.fullmatch(_shown(one))))
        for block in self._blocks():
            if "preamble__entry" in block.parts:
                self.titles.append(block.text())
            else:
                yield from self._message(block, is_day_first=order)
        is_direct = self.titles[:1] == ["Direct Messages"]
        title = self.titles[1] if len(self.titles) > 1 else None
        yield self.room.told(self.source.place(pointer="page"), title=title, kind=None if is_direct else "group")
        yield from self.export.closing("123")
        if self.open:
            yield self.export.note("times", f"times in words that are not known and stay as written: {self.open}")

    def _blocks(self) -> Iterator[Element]:
        with self.source.open() as file:
            yield from blocks(file, _MESSAGE)

    def _message(self, block: Element, *, is_day_first: bool | None) -> Iterator[Record]:
        author = block.first("chatlog__author") or block.first("chatlog__author-name")
        native = author.attributes.get("data-user-id", "") if author is not None else ""
        if author is not None:
            names = author.text(), author.attributes.get("title", "")
            self.last = (self.export.account(native) if native else self.room.named(names[0])), names
        self.number += 1
        sender, names_ = self.last
        is_notice = block.first("chatlog__system-notification-content") is not None
        files = named(_name(one) for one in block.all("chatlog__attachment"))
        said = block.first("chatlog__content", without="chatlog__reply") or _EMPTY
        yield from self.room.say(
            self.source.place(pointer=f"message/{self.number}"),
            sender,
            names_,
            kind="system" if is_notice else "media" if files else "text",
            text=said.text(),
            sent=self._sent(block, is_day_first=is_day_first),
            attachments=files,
            native=block.attributes.get("data-message-id") or None,
            edited=block.first("chatlog__edited-timestamp") is not None,
            beside=tuple(Beside(what="embed", text=one.text()) for one in block.all("chatlog__embed") if one.text()),
        )

    def _sent(self, block: Element, *, is_day_first: bool | None) -> When | None:
        written = _shown(block)
        found = _AT.fullmatch(written)
        day = iso_of(day_of(found["day"]), is_day_first=is_day_first) if found else None
        self.open += day is None
        return when(written, day, clock_of(found["clock"]) if found else None)


def _shown(block: Element) -> str:
    """The time of a message: in full where the page has it, else as shown; further ones have a short form."""
    one = block.first("chatlog__timestamp") or block.first("chatlog__short-timestamp")
    if one is None:
        return ""
    return one.attributes.get("title", "") or one.text()


def _name(one: Element) -> str:
    """A file by the address of its link or picture."""
    found = next(one.links(), None)
    return found.attributes.get("href", "") if found is not None else ""
