# SPDX-License-Identifier: Apache-2.0
"""Reads ``Hangouts.json`` of a person's own download of Google."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.readers.apps.telling import Said
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import entries, known, named, word
from suluh.readers.json_stream import BrokenJson, Json
from suluh.readers.reader import Reader, Record

SERVICE = "hangouts"
_BEGINS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\{.{0,4000}?\"conversation_id\":.{0,60000}?\"(?:gaia_id|participant_data|event_id)\""
)


class Hangouts(Reader):
    """Conversations of Google Hangouts from a person's own download, of 2013 to 2022; accounts are Google's numbers."""

    name = "hangouts"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the keys of a conversation."""
        return "conversations with Google's numbers" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, and behind them each conversation."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read; one conversation at a time."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.own: dict[str, None] = {}

    def records(self) -> Iterator[Record | Flaw]:
        """The conversations in the order of the file."""
        try:
            for _, chat in self.export.listed():
                yield from self._chat(chat)
        except BrokenJson as error:
            yield self.export.broken(self.export.at, error)
        for number, one in enumerate(self.own):
            yield self.export.telling.own(self.export.account(one), f"holder{number}")
        yield from self.export.closing("123")

    def _chat(self, written: Json) -> Iterator[Record | Flaw]:
        pointer, about = self.export.at, _object(written)
        outer = _object(about.get("conversation") or about.get("conversation_state"))
        inner = _object(outer.get("conversation")) or outer
        native = known(
            _object(inner.get("id") or outer.get("conversation_id") or about.get("conversation_id")).get("id")
        )
        room = Room(self.export, f"{SERVICE}:{native}" if native else f"{SERVICE}:chat/{self.source.file}{pointer}")
        events = about.get("events") or _object(about.get("conversation_state")).get("event")
        if not inner and not entries(events):
            yield self.export.odd(pointer, None, "no conversation: none of its keys is known")
            return
        place = self.source.place(pointer=pointer)
        for one in entries(inner.get("participant_data")):
            who = known(_object(one.get("id")).get("gaia_id"))
            if who:
                room.members[self.export.account(who)] = None
                yield from self.export.seen(place, self.export.account(who), (word(one.get("fallback_name")),))
        read = _object(_object(inner.get("self_conversation_state")).get("self_read_state"))
        holder = known(_object(read.get("participant_id")).get("gaia_id"))
        if holder:
            self.own[holder] = None
        for index, one in enumerate(entries(events)):
            yield from self._event(room, one, f"{pointer}/events/{index}")
        is_group = word(inner.get("type")) == "GROUP"
        yield room.told(place, title=word(inner.get("name")) or None, kind="group" if is_group else "direct")

    def _event(self, room: Room, written: dict[str, Json], pointer: str) -> Iterator[Record]:
        sender = known(_object(written.get("sender_id")).get("gaia_id"))
        type_ = word(written.get("event_type"))
        content = _object(_object(written.get("chat_message")).get("message_content"))
        files = named(_url(one) for one in entries(content.get("attachment")))
        kind: Said = "call" if "HANGOUT" in type_ else "system"
        if "chat_message" in written:
            kind = "media" if files else "text"
        yield from room.say(
            self.source.place(pointer=pointer),
            self.export.account(sender) if sender else None,
            kind=kind,
            text="".join(_pieces(content)),
            sent=counted_from(UNIX, known(written.get("timestamp")) or None),
            attachments=files,
            native=word(written.get("event_id")) or None,
            native_kind=type_ or None,
            beside=tuple(
                Beside(what=key, text=word(_object(written.get(key)).get("new_name")))
                for key in written
                if key == "conversation_rename"
            ),
        )


def _pieces(content: dict[str, Json]) -> Iterator[str]:
    for one in entries(content.get("segment")):
        yield "\n" if one.get("type") == "LINE_BREAK" else word(one.get("text"))


def _url(one: dict[str, Json]) -> str:
    item = _object(one.get("embed_item"))
    photo = _object(item.get("plus_photo") or item.get("embeds.PlusPhoto.plus_photo"))
    return word(photo.get("url"))


def _object(written: Json) -> dict[str, Json]:
    return written if isinstance(written, dict) else {}
