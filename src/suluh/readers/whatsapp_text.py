# SPDX-License-Identifier: Apache-2.0
"""Reads a chat that WhatsApp exported as text, from Android or iOS, in many languages."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.plain import wide
from suluh.readers.reader import Reader, Record, is_binary
from suluh.readers.whatsapp.chat import Chat
from suluh.readers.whatsapp.export.claim import Verdict, weigh
from suluh.readers.whatsapp.export.lines import head_lines
from suluh.readers.whatsapp.survey import survey


class WhatsAppText(Reader):
    """Exported chats of 2015 to 2026, Android and iOS: the header forms of `tests/data/readers/whatsapp_headers.jsonl`.

    The text says neither zone nor message ids nor whose phone it was, and a person can type a line that looks like a
    header: what is read here is what the text says. What speaks for a chat and against stands in `export/claim.py`.
    """

    name = "whatsapp-text"
    covers: ClassVar[Literal["chat"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Its lines begin as WhatsApp begins a message, and a sign of WhatsApp or people who take turns are there."""
        verdict = _weigh(source)
        return None if verdict is None or verdict.is_chat == "no" else verdict.reason

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """The conversation, its authors, every message; text that belongs to none is a flaw."""
        verdict = _weigh(source)
        doubtful = verdict is not None and verdict.is_chat == "doubtful"
        return Chat(source, survey(source), verdict.reason if doubtful and verdict else "").records()


def _weigh(source: Source) -> Verdict | None:
    """What the head of a file is; null for what is no text."""
    if is_binary(source.head) and wide(source.head) is None:
        return None
    lines = head_lines(source.head, whole=len(source.head) >= source.size)
    return weigh(lines, source.path, source.inside) if lines else None
