# SPDX-License-Identifier: Apache-2.0
"""Reads what somebody wrote on Discord, from a person's own download: ``messages.json`` or ``messages.csv``."""

import json
import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.readers.apps.telling import Kind
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import in_utc, known, named, word
from suluh.readers.exported.tables import records_of
from suluh.readers.json_stream import BrokenJson, Json, JsonStream, skip_mark
from suluh.readers.reader import Reader, Record, flaw

SERVICE = "discord"
_JSON = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\[\s{0,64}+\{\s{0,64}+\"ID\":\s{0,8}+\"?\d{15,22}\"?,\s{0,64}+\"Timestamp\":"
)
_CSV = re.compile(rb"(?:\xef\xbb\xbf)?ID,Timestamp,Contents,Attachments\r?\n")
_COLUMNS = 4
_LARGEST = 1 << 20


class DiscordPackage(Reader):
    """What the holder of an account wrote on Discord, as its own download gives it, of 2018 to 2025.

    It holds the holder's own words alone: nothing of what others answered, and `channel.json` beside it says who they
    are. Times are those of UTC.
    """

    name = "discord-package"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the first keys or the heading of the columns."""
        found = _JSON.match(source.head) or _CSV.match(source.head)
        return "messages with ID, Timestamp and Contents" if found else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message, then the conversation and whom it names."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.channel = _channel(source)
        native = known(self.channel.get("id"))
        self.room = Room(self.export, f"{SERVICE}:{native}" if native else f"{SERVICE}:chat/{source.file}")
        self.at = ""

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the file."""
        if self.source.head.lstrip(b"\xef\xbb\xbf").startswith(b"ID"):
            yield from self._table()
        else:
            try:
                yield from self._array()
            except BrokenJson as error:
                yield self.export.broken(self.at, error)
        there = self.channel.get("recipients")
        for one in there if isinstance(there, list) else []:
            if native := known(one):
                self.room.members[self.export.account(native)] = None
        place = self.source.place()
        for one in self.room.members:
            if one != self.export.device:
                yield from self.export.seen(place, one)
        yield self.room.told(place, title=word(self.channel.get("name")) or None, kind=self._kind())
        yield from self.export.closing("123")
        yield self.export.note("alone", "the download of an account holds its own words alone: ask for the other side")

    def _kind(self) -> Kind:
        return "direct" if self.channel.get("type") in {"DM", 1} else "group"

    def _table(self) -> Iterator[Record | Flaw]:
        for first, last, cells in records_of(self.source):
            place = self.source.place(line=first, last_line=last if last != first else None)
            if len(cells) != _COLUMNS:
                yield flaw(
                    self.source, f"line:{first}", f"{len(cells)} columns, {_COLUMNS} expected", place, ",".join(cells)
                )
            elif first > 1:
                yield from self._message(place, *cells)
            else:
                yield from self.room.say(place, None, kind="system", text=",".join(cells))

    def _array(self) -> Iterator[Record | Flaw]:
        with self.source.open() as file:
            stream = JsonStream(skip_mark(file))
            for index in stream.items():
                self.at = f"/{index}"
                one = stream.value()
                if not isinstance(one, dict):
                    yield self.export.odd(self.at, one, "no message: not an object")
                    continue
                cells = (
                    known(one.get("ID")),
                    *(word(one.get(key)) for key in ("Timestamp", "Contents", "Attachments")),
                )
                yield from self._message(self.source.place(pointer=self.at), *cells)

    def _message(self, place: Place, native: str, at: str, text: str, files: str) -> Iterator[Record]:
        found = named(files.split())
        yield from self.room.say(
            place,
            self.export.device,
            kind="media" if found else "text",
            text=text,
            sent=in_utc(at),
            attachments=found,
            native=native or None,
        )


def _channel(source: Source) -> dict[str, Json]:
    """What lies beside the messages and says of which channel they are."""
    beside = source.beside("channel.json")
    if beside is None or beside.size > _LARGEST:
        return {}
    with beside.open() as file:
        try:
            found = json.loads(file.read().decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError):
            return {}
    return found if isinstance(found, dict) else {}
