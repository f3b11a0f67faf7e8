# SPDX-License-Identifier: Apache-2.0
"""Reads ``data.json`` of the program signal-export: one message a line."""

import json
import posixpath
import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import entries, in_zone, named, word
from suluh.readers.reader import Reader, Record, flaw

SERVICE = "signal"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\{\"date\": ?\"[^\"\n]{10,40}\", ?\"sender\": ?\"[^\n]{0,400}?\"body\": ?\"")
_OWN = "Me"


class SignalLines(Reader):
    """A chat of Signal as lines of JSON, as github.com/carderne/signal-export writes it since 2023.

    The file gives names and no ids, and calls the side of the exporting device `Me`; times have no zone.
    """

    name = "signal-lines"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the keys of the first line."""
        return "lines with date, sender and body" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat."""
        export = Export(source, SERVICE)
        room = Room(export, f"{SERVICE}:chat/{source.file}")
        for line in source.lines():
            place = source.place(line=line.number)
            try:
                one = json.loads(line.text)
            except (ValueError, RecursionError):
                one = None
            if not isinstance(one, dict):
                yield flaw(source, f"line:{line.number}", "no message: no object of JSON", place, line.text)
                continue
            name = word(one.get("sender"))
            files = named(
                word(file.get("name")) or word(file.get("fileName")) for file in entries(one.get("attachments"))
            )
            quote = word(one.get("quote"))
            signs = one.get("reactions")
            yield from room.say(
                place,
                export.device if name == _OWN else room.named(name) if name else None,
                (name,),
                kind="media" if files else "text",
                text=word(one.get("body")),
                sent=in_zone(word(one.get("date"))),
                attachments=files,
                beside=(
                    *((Beside(what="quoted", text=quote),) if quote else ()),
                    *(Beside(what="reaction", text=str(sign)) for sign in (signs if isinstance(signs, list) else [])),
                ),
            )
        folder = posixpath.basename(posixpath.dirname(source.path))
        yield room.told(source.place(), title=folder or None)
        yield from export.closing("+62...")
