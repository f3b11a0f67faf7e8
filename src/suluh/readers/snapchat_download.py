# SPDX-License-Identifier: Apache-2.0
"""Reads ``chat_history.json`` and ``snap_history.json`` of a person's own download of Snapchat."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment
from suluh.readers.apps.telling import Said
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import in_utc, known, word
from suluh.readers.json_stream import BrokenJson, Json
from suluh.readers.reader import Reader, Record

SERVICE = "snapchat"
_BEGINS = re.compile(rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\{.{0,60000}?\"(?:From|To|Sender)\":.{0,600}?\"Media Type\":")
_OLD = re.compile(r"(?P<way>Received|Sent) .{1,30}History")
_FILES = frozenset({"MEDIA", "IMAGE", "VIDEO", "NOTE", "STICKER", "SHARE"})
_KNOWN = frozenset(
    {
        *("From", "To", "Sender", "Media Type", "Created", "Content", "Text", "Conversation Title", "IsSender"),
        *("Created(microseconds)", "Media IDs", "IsSaved", "Conversation ID"),
    }
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class SnapchatDownload(Reader):
    """Chats and snaps of a person's own download of Snapchat as JSON, of 2018 to 2025.

    Accounts are user names, times are those of UTC. What vanished is not in it.
    """

    name = "snapchat-download"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the keys of a message."""
        return "messages with From and Media Type" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then each conversation."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.rooms: dict[str, tuple[Room, str | None]] = {}
        self.holder = ""

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the file."""
        try:
            for key, said in self.export.listed():
                yield from self._message(key, said)
        except BrokenJson as error:
            yield self.export.broken(self.export.at, error)
        for number, (room, title) in enumerate(self.rooms.values()):
            place = self.source.place(pointer=f"conversation/{number}")
            is_direct = room.called.rpartition("/")[2].startswith("with-")
            yield room.told(place, title=title, kind="direct" if is_direct else "group")
        if self.holder:
            yield self.export.telling.own(self.export.account(self.holder), "holder")
        yield from self.export.closing("name")

    def _message(self, key: str, written: Json) -> Iterator[Record | Flaw]:
        if not isinstance(written, dict):
            yield self.export.odd(self.export.at, written, "no message: not an object")
            return
        self.export.count_keys(written, _KNOWN)
        old = _OLD.fullmatch(key)
        sender, other = self._sides(key, written, is_sent=old is not None and old["way"] == "Sent")
        room = self._room(other if old else key, word(written.get("Conversation Title")))
        place = self.source.place(pointer=self.export.at)
        if other:
            account = self.export.account(other)
            room.members[account] = None
            yield from self.export.seen(place, account, (other,))
        type_ = word(written.get("Media Type")).upper()
        files = (Attachment(state="omitted"),) if type_ in _FILES else ()
        yield from room.say(
            place,
            sender,
            (sender.partition(":")[2],) if sender and sender != self.export.device else (),
            kind=_kind(type_, is_media=bool(files)),
            text=word(written.get("Content")) or word(written.get("Text")),
            sent=in_utc(word(written.get("Created"))),
            attachments=files,
            native_kind=type_ or None,
        )

    def _sides(self, key: str, written: dict[str, Json], *, is_sent: bool) -> tuple[str | None, str]:
        """Who sent it, and the user name of the other side where it is known."""
        name = known(written.get("From")) or known(written.get("Sender"))
        if written.get("IsSender") is True:
            self.holder = self.holder or name
            other = "" if _UUID.fullmatch(key) else key
            return (self.export.account(name) if name else self.export.device), other
        if is_sent:
            return self.export.device, known(written.get("To"))
        return (self.export.account(name) if name else None), name

    def _room(self, key: str, title: str) -> Room:
        if key not in self.rooms:
            where = f"{quote(self.source.exhibit, safe='')}/{self.source.acquisition}"
            word_ = quote(key, safe="") if _UUID.fullmatch(key) else f"with-{quote(key, safe='')}"
            self.rooms[key] = Room(self.export, f"{SERVICE}:chat/{where}/{word_}"), title or key or None
        return self.rooms[key][0]


def _kind(type_: str, *, is_media: bool) -> Said:
    if is_media:
        return "media"
    return "text" if type_ in {"TEXT", ""} else "system"
