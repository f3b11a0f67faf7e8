# SPDX-License-Identifier: Apache-2.0
"""Reads a chat that WhatsApp exported as text, from Android or iOS, in many languages."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.reader import Reader, Record, is_binary
from suluh.readers.whatsapp import headers, words
from suluh.readers.whatsapp.chat import Chat
from suluh.readers.whatsapp.survey import head_lines, survey

_LOOKED_AT = 200
_ENOUGH = 3
_SHARE = 60


class WhatsAppText(Reader):
    """Exported chats of 2019 to 2026, Android and iOS: the header forms of `tests/data/readers/whatsapp_headers.jsonl`.

    The text says neither zone nor message ids nor whose phone it was, and a person can type a line that looks like a
    header: what is read here is what the text says.
    """

    name = "whatsapp-text"
    covers: ClassVar[Literal["chat"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """At least 60 % of the first 200 lines, or three of them, begin as WhatsApp begins a message."""
        if is_binary(source.head):
            return None
        lines = head_lines(source, _LOOKED_AT)
        pattern, found = headers.pattern_of(lines)
        if not found or (found < _ENOUGH and 100 * found < _SHARE * len(lines)):
            return None
        rests = [line[header.end() :] for line in lines if (header := pattern.match(line))]
        if not any(": " in rest or words.ENCRYPTED.search(rest) for rest in rests):
            return None
        return f"{found} of the first {len(lines)} lines begin with the header of an exported WhatsApp chat"

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """The conversation, its authors, every message; text that belongs to none is a flaw."""
        return Chat(source, survey(source)).records()
