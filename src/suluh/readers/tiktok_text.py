# SPDX-License-Identifier: Apache-2.0
"""Reads ``Direct Messages.txt`` of a person's own download of TikTok as text."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import in_utc
from suluh.readers.reader import Reader, Record, flaw

SERVICE = "tiktok"
_WITH = re.compile(r">>> Chat History with (?P<name>[^\n]{1,200}?):{0,2}\s*")
_AT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC")
_SAID = re.compile(r"(?P<name>[^:\s]{1,100}): ?(?P<text>.*)", re.DOTALL)
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}+>>> Chat History with ")
_BOTH = 2


class TikTokText(Reader):
    """Direct messages of a person's own download of TikTok as text, of 2021 to 2025; times are those of UTC."""

    name = "tiktok-text"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the first line."""
        return "the first line names a chat history" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, and behind its messages each chat."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.room: Room | None = None
        self.name, self.at, self.first = "", 0, 1

    def records(self) -> Iterator[Record | Flaw]:
        """The chats in the order of the file."""
        block: list[str] = []
        for line in self.source.lines():
            is_next = bool(block) and (_AT.fullmatch(line.text.strip()) or _WITH.fullmatch(line.text))
            if is_next:
                yield from self._block(block, line.number - 1)
                block, self.first = [], line.number
            block.append(line.text)
        yield from self._block(block, self.first + len(block) - 1)
        yield from self._end()
        yield from self.export.closing("name")

    def _block(self, block: list[str], last: int) -> Iterator[Record | Flaw]:
        """A heading of a chat, or one message with its time above it."""
        if not block:
            return
        place = self.source.place(line=self.first, last_line=last if last != self.first else None)
        head = _WITH.fullmatch(block[0])
        if head is not None:
            yield from self._end()
            self.name = head["name"]
            where = f"{quote(self.source.exhibit, safe='')}/{self.source.file}/{quote(self.name, safe='')}"
            self.room = Room(self.export, f"{SERVICE}:chat/{where}")
            self.at = self.first
            yield from self.room.say(place, None, kind="system", text="\n".join(block).strip())
            return
        said = _SAID.fullmatch("\n".join(block[1:]).rstrip())
        if self.room is None or said is None or _AT.fullmatch(block[0].strip()) is None:
            yield flaw(self.source, f"line:{self.first}", "no message: a time and NAME: TEXT below it", place, block[0])
            return
        account = self.export.account(said["name"])
        yield from self.room.say(place, account, (said["name"],), text=said["text"], sent=in_utc(block[0].strip()))

    def _end(self) -> Iterator[Record]:
        if self.room is None:
            return
        place, other = self.source.place(line=self.at), self.export.account(self.name)
        if len(self.room.members) < _BOTH:
            self.room.members[other] = None
            yield from self.export.seen(place, other, (self.name,))
        is_group = len(self.room.members) > _BOTH or other not in self.room.members
        yield self.room.told(place, title=self.name, kind="group" if is_group else "direct")
