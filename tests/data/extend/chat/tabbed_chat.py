# SPDX-License-Identifier: Apache-2.0
"""Reads chat logs with time, sender and text between tabs."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import ClassVar, Literal

from suluh.model.evidence.source import Line, Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.talk import Message, named_account
from suluh.model.times import When
from suluh.readers.reader import Reader, flaw


class TabbedChat(Reader):
    """Chat log of a made-up app: a heading, then one message a line."""

    name = "tabbed-chat"
    covers: ClassVar[Literal["chat"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the first line, not the file's suffix."""
        return "first line is #tabbed-chat" if source.head.startswith(b"#tabbed-chat") else None

    def read(self, source: Source) -> Iterator[Message | Flaw]:
        """Yield a message or a flaw for each line; the heading counts as the first message's."""
        for line in islice(source.lines(), 1, None):
            yield _read(source, line)


def _read(source: Source, line: Line) -> Message | Flaw:
    place = source.place(line=1 if line.number == 2 else line.number, last_line=line.number)
    try:
        time, sender, text = line.text.split("\t", 2)
        local = datetime.fromisoformat(time).isoformat()
    except ValueError as error:
        return flaw(source, f"line:{place.line}", str(error), place, line.text)
    talk = f"tabbed:chat/{source.file}"
    return Message(
        id=record_id("message", source.file, f"line:{place.line}"),
        conversation=talk,
        kind="text",
        place=place,
        sent=When(written=time, local=local),
        sender=named_account("tabbed", source.exhibit, talk, sender),
        text=text,
    )
