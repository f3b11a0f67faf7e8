# SPDX-License-Identifier: Apache-2.0
"""Reads a room of Matrix that the program Element exported as JSON."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.readers.apps.telling import Said
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import known, named, word
from suluh.readers.json_stream import BrokenJson, Json
from suluh.readers.reader import Reader, Record

SERVICE = "matrix"
_BEGINS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\{\s{0,64}+\"room_name\":.{0,60000}?\"(?:room_creator|exported_by|messages)\":"
)
_TEXTS = frozenset({"m.text", "m.notice", "m.emote"})


class ElementExport(Reader):
    """A room of Matrix as JSON of the program Element, of 2021 to 2025; accounts are Matrix's own."""

    name = "element-export"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the first keys, and events of Matrix."""
        is_matrix = _BEGINS.match(source.head) is not None and b'"origin_server_ts"' in source.head
        return "a room with events of Matrix" if is_matrix else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each event with the account it brings, then the room."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.room = Room(self.export, f"{SERVICE}:chat/{source.file}")

    def records(self) -> Iterator[Record | Flaw]:
        """Every event in the order of the file."""
        try:
            for _, event in self.export.listed(("messages",)):
                yield from self._event(event)
        except BrokenJson as error:
            yield self.export.broken(self.export.at, error)
        title, holder = (word(self.export.about.get(key)) for key in ("room_name", "exported_by"))
        yield self.room.told(self.source.place(pointer="/messages"), title=title or None)
        if _ID.fullmatch(holder):
            yield self.export.telling.own(self.export.account(holder), "holder")
        yield from self.export.closing("@name:example.com")

    def _event(self, written: Json) -> Iterator[Record | Flaw]:
        if not isinstance(written, dict):
            yield self.export.odd(self.export.at, written, "no event: not an object")
            return
        room = word(written.get("room_id"))
        self.room.called = f"{SERVICE}:{room}" if room else self.room.called
        content = written.get("content")
        said = content if isinstance(content, dict) else {}
        type_, what, sender = word(written.get("type")), word(said.get("msgtype")), word(written.get("sender"))
        kind = _kind(type_, what, is_gone=not said)
        at = written.get("origin_server_ts")
        shown = word(said.get("displayname")) if type_ == "m.room.member" else ""
        file = word(said.get("filename")) or word(said.get("body"))
        yield from self.room.say(
            self.source.place(pointer=self.export.at),
            self.export.account(sender) if sender else None,
            (shown,) if word(written.get("state_key")) == sender else (),
            kind=kind,
            text=word(said.get("body")) if kind != "media" or said.get("filename") else "",
            sent=counted_from(UNIX, known(at)),
            attachments=named([file]) if kind == "media" else (),
            native=word(written.get("event_id")) or None,
            native_kind=what or type_ or None,
            edited=_relation(said).get("rel_type") == "m.replace",
            beside=tuple(self._besides(type_, said)),
        )

    def _besides(self, type_: str, said: dict[str, Json]) -> Iterator[Beside]:
        relation = _relation(said)
        if type_ == "m.reaction":
            yield Beside(what="reaction", text=word(relation.get("key")))
        for key in ("membership", "name", "topic"):
            if word(said.get(key)):
                yield Beside(what=key, text=word(said.get(key)))


_ID = re.compile(r"@[^:\s]{1,250}:\S{1,250}")


def _relation(said: dict[str, Json]) -> dict[str, Json]:
    found = said.get("m.relates_to")
    return found if isinstance(found, dict) else {}


def _kind(type_: str, what: str, *, is_gone: bool) -> Said:
    if type_ in {"m.room.message", "m.room.encrypted", "m.sticker"} and is_gone:
        return "revoked"
    if type_ == "m.room.encrypted":
        return "unsupported"
    if type_ == "m.room.message":
        return "text" if what in _TEXTS or what == "m.location" else "media"
    return "media" if type_ == "m.sticker" else "call" if type_.startswith("m.call") else "system"
