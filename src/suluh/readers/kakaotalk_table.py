# SPDX-License-Identifier: Apache-2.0
"""Reads a chat that KakaoTalk for computers exported as CSV."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.apps.telling import Said
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import in_zone
from suluh.readers.exported.tables import records_of
from suluh.readers.reader import Reader, Record, flaw

SERVICE = "kakaotalk"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?Date,User,Message\r?\n\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,(?P<quoted>\")?")
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
_WITHIN = re.compile(r"\n\"?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
"""A line inside a cell that begins with a time, as rows do, whatever stands behind it."""
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_COLUMNS = 3
_ACT = re.compile(
    r"님(?:이|을|과) .{0,60}(?:들어왔|나갔|내보냈|초대했)|^.{1,60} (?:joined|left|invited) .{0,60}this chatroom"
)


class KakaoTalkTable(Reader):
    """A chat of KakaoTalk as CSV with Date, User and Message, as its program for macOS writes it.

    The file gives names and no ids: a sender is known by name in this conversation alone, and times without a zone.
    """

    name = "kakaotalk-table"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the names of the columns and the form of the first row; without its quotes Korean must speak for it."""
        found = _BEGINS.match(source.head)
        is_sure = found and (found["quoted"] or _HANGUL.search(source.head.decode("utf-8", "replace")))
        return "a table of Date, User and Message" if is_sure else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat."""
        export = Export(source, SERVICE)
        room = Room(export, f"{SERVICE}:chat/{source.file}")
        begins = _BEGINS.match(source.head)
        has_quotes = begins is not None and begins["quoted"] is not None
        known = {cells[1] for _, _, cells in records_of(source) if len(cells) == _COLUMNS and _TIME.fullmatch(cells[0])}
        for first, last, cells in records_of(source):
            place = source.place(line=first, last_line=last if last != first else None)
            if any(map(_WITHIN.search, cells)):
                reason = "a quotation mark that is not closed joins rows: none of them is read"
                yield flaw(source, f"line:{first}", reason, place, ",".join(cells))
                continue
            if first > 1 and not _TIME.fullmatch(cells[0]):
                yield flaw(source, f"line:{first}", "a row that begins with no time", place, ",".join(cells))
                continue
            if len(cells) > _COLUMNS and not has_quotes and cells[1] in known:
                cells = [*cells[: _COLUMNS - 1], ",".join(cells[_COLUMNS - 1 :])]  # noqa: PLW2901 # words with commas
            if len(cells) != _COLUMNS:
                yield flaw(
                    source, f"line:{first}", f"{len(cells)} columns, {_COLUMNS} expected", place, ",".join(cells)
                )
                continue
            at, name, text = cells
            if first == 1:
                yield from room.say(place, None, kind="system", text=",".join(cells))
                continue
            kind: Said = "system" if _ACT.search(text) else "text"
            sender = room.named(name) if name and kind == "text" else None
            yield from room.say(place, sender, (name,), kind=kind, text=text, sent=in_zone(at))
        yield room.told(source.place())
        yield from export.closing("name")
        if not has_quotes:
            yield export.note(
                "no-quotes", "no quotes stand around its cells: a row may be the second line of a message"
            )
