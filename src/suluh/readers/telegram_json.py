# SPDX-License-Identifier: Apache-2.0
"""Reads Telegram Desktop's JSON export, one chat or a whole account, as a stream."""

import io
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.json_stream import BrokenJson, Json, JsonStream, skip_mark
from suluh.readers.reader import Reader, Record
from suluh.readers.telegram.chat import KINDS
from suluh.readers.telegram.export import Export


class TelegramJson(Reader):
    """``result.json`` as Telegram Desktop wrote it from 2020 to 2025; the writer is its `export_output_json.cpp`."""

    name = "telegram-json"
    covers: ClassVar[Literal["chat"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """The first keys decide: messages with types, a list of chats, Telegram's personal information."""
        if not source.head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
            return None
        stream = JsonStream(skip_mark(io.BytesIO(source.head)))
        try:
            return _reason(stream)
        except BrokenJson:
            return None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Every message of every chat, the contacts, the account itself; what is not interpreted is counted."""
        with source.open() as file:
            yield from Export(source, JsonStream(skip_mark(file))).records()


def _reason(stream: JsonStream) -> str | None:
    """Why this is a Telegram export; raises `BrokenJson` where the head ends before that is clear."""
    type_ = None
    for key in stream.fields():
        if key == "type":
            type_ = stream.value()
        elif key == "messages":
            return _first_message(stream, type_)
        elif key == "chats":
            return "a list of chats" if _has(stream, "list") else None
        elif key == "personal_information":
            return "Telegram's personal information" if _has(stream, "user_id") else None
        elif key == "about" and "Telegram" in str(stream.value()):
            return "Telegram's own opening words"
        elif key != "about":
            stream.skip()
    return None


def _has(stream: JsonStream, key: str) -> bool:
    """Whether the object that comes next has a key."""
    for found in stream.fields():
        if found == key:
            return True
        stream.skip()
    return False


def _first_message(stream: JsonStream, type_: Json) -> str | None:
    """Telegram's chat type, or a first message with its type and date."""
    if type_ in KINDS:
        return f"messages of a {type_}"
    for _ in stream.items():
        one = stream.value()
        dated = isinstance(one, dict) and ("date" in one or "date_unixtime" in one)
        return "messages with Telegram's types" if dated and _type(one) in {"message", "service"} else None
    return None


def _type(written: Json) -> Json:
    return written.get("type") if isinstance(written, dict) else None
