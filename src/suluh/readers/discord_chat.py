# SPDX-License-Identifier: Apache-2.0
"""Reads a channel of Discord that the program DiscordChatExporter wrote as JSON."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.readers.apps.telling import Kind, Said
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import entries, in_zone, known, named, word
from suluh.readers.json_stream import BrokenJson, Json, JsonStream, skip_mark
from suluh.readers.reader import Reader, Record

SERVICE = "discord"
_BEGINS = re.compile(rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\{\s{0,64}+\"guild\":\s{0,8}+\{.{0,8000}?\"channel\":\s{0,8}+\{")
_SPOKEN = frozenset({"Default", "Reply", "ChatInputCommand", "ContextMenuCommand", "ThreadStarterMessage", ""})
_KNOWN = frozenset(
    {
        *("id", "type", "timestamp", "timestampEdited", "content", "author", "attachments", "reference", "isPinned"),
        *("reactions", "stickers", "embeds", "mentions", "callEndedTimestamp", "inlineEmojis", "forwardedMessage"),
    }
)


class DiscordChat(Reader):
    """A channel or conversation of Discord as JSON of the program DiscordChatExporter, versions 2.20 to 2.46.

    Accounts are Discord's own numbers. Described by github.com/Tyrrrz/DiscordChatExporter (MIT).
    """

    name = "discord-chat"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the first keys."""
        return "JSON that begins with a guild and a channel" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the conversation."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.about: dict[str, Json] = {}
        self.room = Room(self.export, f"{SERVICE}:chat/{source.file}")
        self.at, self.count = "", 0

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the file."""
        try:
            yield from self._walk()
        except BrokenJson as error:
            yield self.export.broken(self.at, error)
        channel = _object(self.about.get("channel"))
        title = word(channel.get("name")) or None
        yield self.room.told(self.source.place(pointer="/channel"), title=title, kind=_kind(channel))
        yield from self.export.closing("123")
        told = self.about.get("messageCount")
        if isinstance(told, int) and told != self.count:
            yield self.export.note("count", f"the file says that it holds {told} messages, {self.count} were read")

    def _walk(self) -> Iterator[Record | Flaw]:
        with self.source.open() as file:
            stream = JsonStream(skip_mark(file))
            for key in stream.fields():
                if key != "messages":
                    self.about[key] = stream.value()
                    continue
                native = known(_object(self.about.get("channel")).get("id"))
                self.room.called = f"{SERVICE}:{native}" if native else self.room.called
                for index in stream.items():
                    self.at = f"/messages/{index}"
                    self.count += 1
                    yield from self._message(stream.value())

    def _message(self, written: Json) -> Iterator[Record | Flaw]:
        if not isinstance(written, dict):
            yield self.export.odd(self.at, written, "no message: not an object")
            return
        self.export.count_keys(written, _KNOWN)
        author = _object(written.get("author"))
        native, type_ = known(author.get("id")), word(written.get("type"))
        files = named(word(one.get("fileName")) or word(one.get("url")) for one in entries(written.get("attachments")))
        is_spoken = type_ in _SPOKEN
        kind: Said = ("media" if files else "text") if is_spoken else "call" if "Call" in type_ else "system"
        yield from self.room.say(
            self.source.place(pointer=self.at),
            self.export.account(native) if native else None,
            (word(author.get("nickname")), word(author.get("name"))),
            kind=kind,
            text=word(written.get("content")),
            sent=in_zone(word(written.get("timestamp"))),
            attachments=files,
            native=known(written.get("id")) or None,
            native_kind=type_ or None,
            reply_to=known(_object(written.get("reference")).get("messageId")) or None,
            edited=bool(written.get("timestampEdited")),
            beside=tuple(self._besides(written)),
        )

    def _besides(self, written: dict[str, Json]) -> Iterator[Beside]:
        for one in entries(written.get("reactions")):
            sign = word(_object(one.get("emoji")).get("name"))
            users = [known(who.get("id")) for who in entries(one.get("users"))] or [""]
            for who in users:
                yield Beside(what="reaction", text=sign, account=self.export.account(who) if who else None)
        for one in entries(written.get("stickers")):
            yield Beside(what="sticker", text=word(one.get("name")))
        for one in entries(written.get("embeds")):
            said = (word(one.get(key)) for key in ("title", "url", "description"))
            yield Beside(what="embed", text="\n".join(filter(None, said)))
        passed = _object(written.get("forwardedMessage"))
        if passed:
            yield Beside(what="forwarded", text=word(passed.get("content")))


def _object(written: Json) -> dict[str, Json]:
    return written if isinstance(written, dict) else {}


def _kind(channel: dict[str, Json]) -> Kind | None:
    type_ = word(channel.get("type"))
    if not type_:
        return None
    return "direct" if type_ == "DirectTextChat" else "group"
