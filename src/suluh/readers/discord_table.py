# SPDX-License-Identifier: Apache-2.0
"""Reads a channel of Discord that the program DiscordChatExporter wrote as CSV."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import in_zone, named
from suluh.readers.exported.tables import records_of
from suluh.readers.reader import Reader, Record, flaw

SERVICE = "discord"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?AuthorID,Author,Date,Content,Attachments(?:,Reactions)?\r?\n")
_FEWEST, _REACTIONS = 5, 5
_WITHIN = re.compile(r"\n\"?\d{15,22}\"?(?:,|$)")
"""A line inside a cell that begins with the number of an author, as rows do."""


class DiscordTable(Reader):
    """A channel of Discord as CSV of the program DiscordChatExporter; accounts are Discord's own numbers."""

    name = "discord-table"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the names of the columns."""
        return "a table of AuthorID, Author, Date and Content" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the channel."""
        export = Export(source, SERVICE)
        room = Room(export, f"{SERVICE}:chat/{source.file}")
        for first, last, cells in records_of(source):
            place = source.place(line=first, last_line=last if last != first else None)
            if first == 1:
                yield from room.say(place, None, kind="system", text=",".join(cells))
                continue
            if any(map(_WITHIN.search, cells)):
                reason = "a quotation mark that is not closed joins rows: none of them is read"
                yield flaw(source, f"line:{first}", reason, place, ",".join(cells))
                continue
            if len(cells) < _FEWEST or not cells[0].isdigit():
                reason = "no message: the number of its author is missing, or columns are"
                yield flaw(source, f"line:{first}", reason, place, ",".join(cells))
                continue
            native, name, at, text, files = cells[:_FEWEST]
            found = named(one for one in files.split(",") if one)
            signs = [one for one in cells[_REACTIONS:] if one]
            yield from room.say(
                place,
                export.account(native),
                (name,),
                kind="media" if found else "text",
                text=text,
                sent=in_zone(at),
                attachments=found,
                beside=tuple(Beside(what="reaction", text=one) for one in signs),
            )
        yield room.told(source.place())
        yield from export.closing("123")
