# SPDX-License-Identifier: Apache-2.0
"""Reads messages that somebody copied out of Telegram Desktop: each under a line of who sent it, and when."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.readers.exported.lined import Entry, Head
from suluh.readers.exported.saying import Saying
from suluh.readers.exported.text_export import TextReading
from suluh.readers.exported.written import CLOCK, DAY, day_of
from suluh.readers.reader import Reader, Record

SERVICE = "telegram"
_HEAD = re.compile(rf"(?P<name>[^\s\[\],][^\n]{{0,79}}), \[(?P<day>{DAY}),? (?P<clock>{CLOCK})\]:?\s?")
_ASIDE = re.compile(r"\[(?P<what>In reply to|Forwarded from) (?P<whom>[^\]\n]{1,200})\]:?")


class TelegramCopied(Reader):
    """Messages copied out of Telegram Desktop into a text, as its versions since 2017 put them there.

    Names alone say who wrote, times have no zone, and whoever pasted the text may have changed it: a flaw says so.
    """

    name = "telegram-copied"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust a first line of a name, and a day and a clock in brackets behind a comma, alone on their line."""
        if source.head.count(b"\0"):
            return None
        first = source.head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip("\r\n").partition("\n")[0]
        return "a name, and a time in brackets, above words" if _HEAD.fullmatch(first.rstrip("\r")) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat."""
        reading = _Reading(source, SERVICE, _begins)
        yield from reading.records()
        yield reading.export.note("copied", "these lines were copied out of an app, and a copy can be changed by hand")


class _Reading(TextReading):
    """One text while it is read."""

    def saying(self, entry: Entry) -> Saying:
        """The words, without the line that says what they answer or from whom they came."""
        aside = _ASIDE.fullmatch(entry.lines[0].strip()) if entry.lines else None
        if aside is None:
            return super().saying(entry)
        text = "\n".join(entry.lines[1:]).rstrip()
        is_passed = aside["what"] == "Forwarded from"
        return Saying(
            kind="text", text=text, forwarded=is_passed, beside=(Beside(what=aside["what"], text=aside["whom"]),)
        )


def _begins(line: str, _: str) -> Head | None:
    found = _HEAD.fullmatch(line)
    if found is None:
        return None
    return Head(day_of(found["day"]), found["clock"], found["name"].strip(), "", f"{found['day']} {found['clock']}")
