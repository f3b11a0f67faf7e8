# SPDX-License-Identifier: Apache-2.0
"""Reads the direct messages of a person's own download of TikTok as JSON."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import in_utc, word
from suluh.readers.json_stream import BrokenJson, Json, JsonStream, skip_mark
from suluh.readers.reader import Reader, Record

SERVICE = "tiktok"
_BEGINS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\{.{0,60000}?"
    rb"\"(?:Chat History with |ChatHistory\"|ProfileMap\"|Direct Messages?\":\s{0,8}+\{)"
)
_TIKTOK = re.compile(
    rb"\"(?:ChatHistory|Chat History with |VideoList|ProfileMap|FansList|BrowsingHistoryList|LoginHistoryList)"
)
_WITH = re.compile(r"Chat History with (?P<name>.{1,200}?):{0,2}")
_KNOWN = frozenset({"Date", "From", "Content"})
_BOTH = 2


class TikTokDownload(Reader):
    """Direct messages of a person's own download of TikTok as JSON, of 2021 to 2025; other lists of it are counted.

    Accounts are the user names of that time, times are those of UTC. Described by github.com/abrignoni/RLEAPP.
    """

    name = "tiktok-download"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust keys that nobody else writes."""
        head = source.head
        found = _BEGINS.match(head) is not None and _TIKTOK.search(head) is not None
        return "JSON with the lists of a download of TikTok" if found else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then each conversation, and what is not read."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read, twice: who holds the account stands anywhere in it."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.at, self.holder = "", ""
        self.others: dict[str, int] = {}
        self.rooms = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The conversations in the order of the file."""
        try:
            yield from self._walk()
        except BrokenJson as error:
            yield self.export.broken(self.at, error)
        yield from self.export.closing("name")
        if self.holder:
            own = self.export.account(self.holder)
            yield self.export.telling.own(own, "holder")
        if self.others:
            told = ", ".join(f"{key} ({number})" for key, number in sorted(self.others.items()))
            yield self.export.note(
                "lists", f"lists of the download that are not read, with their entries: {told}"[:900]
            )

    def _walk(self) -> Iterator[Record | Flaw]:
        with self.source.open() as file:
            yield from self._inside(JsonStream(skip_mark(file)), "")

    def _inside(self, stream: JsonStream, at: str) -> Iterator[Record | Flaw]:
        """Objects within objects, down to the conversations; what else is an array is counted."""
        for key in stream.fields():
            pointer = f"{at}/{key.replace('~', '~0').replace('/', '~1')}"
            if stream.peek() == "start_map":
                yield from self._inside(stream, pointer)
            elif stream.peek() == "start_array" and (found := _WITH.fullmatch(key)):
                yield from self._chat(stream, pointer, found["name"])
            elif stream.peek() == "start_array":
                number = stream.skip()
                self.others[key] = self.others.get(key, 0) + number
                if not number:
                    del self.others[key]
            else:
                said = stream.value()
                if key in {"userName", "Username"} and at.endswith("/ProfileMap") and word(said):
                    self.holder = word(said)

    def _chat(self, stream: JsonStream, pointer: str, name: str) -> Iterator[Record | Flaw]:
        exhibit = quote(self.source.exhibit, safe="")
        room = Room(self.export, f"{SERVICE}:chat/{exhibit}/{self.source.file}/{quote(name, safe='')}")
        for index in stream.items():
            self.at = f"{pointer}/{index}"
            yield from self._message(room, stream.value())
        other = self.export.account(name)
        is_group = len(room.members) > _BOTH or (len(room.members) == _BOTH and other not in room.members)
        if not is_group:
            room.members[other] = None
            yield from self.export.seen(self.source.place(pointer=pointer), other, (name,))
        place = self.source.place(pointer=pointer)
        yield room.told(place, title=name, kind="group" if is_group else "direct")

    def _message(self, room: Room, written: Json) -> Iterator[Record | Flaw]:
        if not isinstance(written, dict):
            yield self.export.odd(self.at, written, "no message: not an object")
            return
        self.export.count_keys(written, _KNOWN)
        sender = word(written.get("From"))
        yield from room.say(
            self.source.place(pointer=self.at),
            self.export.account(sender) if sender else None,
            (sender,),
            text=word(written.get("Content")),
            sent=in_utc(word(written.get("Date"))),
        )
