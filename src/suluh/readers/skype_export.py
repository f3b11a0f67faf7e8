# SPDX-License-Identifier: Apache-2.0
"""Reads ``messages.json`` of an export of Skype, or of Teams for private persons, which writes alike."""

import html
import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.apps.telling import Said
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import in_zone, known, named, word
from suluh.readers.json_stream import BrokenJson, Json, JsonStream, skip_mark
from suluh.readers.reader import Reader, Record

_BEGINS = re.compile(rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\{.{0,60000}?\"MessageList\"")
_TAG = re.compile(r"<[^<>]{1,4000}>")
_QUOTE = re.compile(r"<(?:quote|partlist|URIObject)\b.{0,20000}?</(?:quote|partlist|URIObject)>", re.DOTALL)
_TEXTS = ("Text", "RichText", "RichText/Html")
_KNOWN = frozenset(
    {
        *("id", "displayName", "originalarrivaltime", "messagetype", "version", "content", "conversationid", "from"),
        *("properties", "amsreferences"),
    }
)


class SkypeExport(Reader):
    """An export of Skype as JSON, of 2018 to 2025, and of Teams for private persons; answers stand in their text.

    Accounts are Skype's own names, with the kind of account before them. Described by several public readers.
    """

    name = "skype-export"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the list of messages within a conversation."""
        return "conversations with a MessageList" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then its conversation."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.service = "teams" if b"orgid:" in source.head else "skype"
        self.export = Export(source, self.service)
        self.at, self.holder = "", ""

    def records(self) -> Iterator[Record | Flaw]:
        """The conversations in the order of the file."""
        try:
            with self.source.open() as file:
                yield from self._entries(JsonStream(skip_mark(file)))
        except BrokenJson as error:
            yield self.export.broken(self.at, error)
        if self.holder:
            yield self.export.telling.own(self._account(self.holder), "holder")
        yield from self.export.closing("live:name")

    def _entries(self, stream: JsonStream) -> Iterator[Record | Flaw]:
        for key in stream.fields():
            if key == "userId":
                self.holder = word(stream.value())
                continue
            if key != "conversations":
                stream.skip()
                continue
            for index in stream.items():
                self.at = f"/conversations/{index}"
                yield from self._chat(stream)

    def _chat(self, stream: JsonStream) -> Iterator[Record | Flaw]:
        pointer, about = self.at, dict[str, Json]()
        room = Room(self.export, f"{self.service}:chat/{self.source.file}{pointer}")
        for key in stream.fields():
            if key != "MessageList":
                about[key] = stream.value()
                room.called = f"{self.service}:{known(about['id'])}" if known(about.get("id")) else room.called
                continue
            for index in stream.items():
                self.at = f"{pointer}/MessageList/{index}"
                yield from self._message(room, stream.value())
        native = known(about.get("id"))
        is_group = native.startswith("19:")
        if not is_group and native:
            other = self._account(native)
            room.members[other] = None
            yield from self.export.seen(self.source.place(pointer=pointer), other, (word(about.get("displayName")),))
        title = word(about.get("displayName")) or None
        yield room.told(self.source.place(pointer=pointer), title=title, kind="group" if is_group else "direct")

    def _account(self, native: str) -> str:
        return self.export.account(native.removeprefix("8:"))

    def _message(self, room: Room, written: Json) -> Iterator[Record | Flaw]:
        if not isinstance(written, dict):
            yield self.export.odd(self.at, written, "no message: not an object")
            return
        self.export.count_keys(written, _KNOWN)
        type_, sender, content = (word(written.get(key)) for key in ("messagetype", "from", "content"))
        kind = _kind(type_)
        properties = written.get("properties")
        is_gone = isinstance(properties, dict) and "deletetime" in properties
        is_edited = isinstance(properties, dict) and "edittime" in properties
        yield from room.say(
            self.source.place(pointer=self.at),
            self._account(sender) if sender else None,
            (word(written.get("displayName")),),
            kind="revoked" if is_gone else kind,
            text=plain(content) if type_ in _TEXTS else content,
            sent=in_zone(word(written.get("originalarrivaltime"))),
            attachments=named([_file(content)]) if kind == "media" else (),
            native=known(written.get("id")) or None,
            native_kind=type_ or None,
            edited=is_edited and not is_gone,
        )


def plain(written: str) -> str:
    """The words of a message without its marks."""
    return (
        html.unescape(_TAG.sub("", _QUOTE.sub(lambda found: _TAG.sub("", found[0]), written)))
        if "<" in written
        else html.unescape(written)
    )


def _kind(type_: str) -> Said:
    if type_.startswith(("RichText/Media", "RichText/UriObject", "RichText/Files")):
        return "media"
    if type_.startswith("Event/Call"):
        return "call"
    return "text" if type_.startswith(("Text", "RichText")) else "system"


def _file(content: str) -> str:
    found = re.search(r"<OriginalName v=\"([^\"]{1,300})\"", content)
    return html.unescape(found[1]) if found else ""
