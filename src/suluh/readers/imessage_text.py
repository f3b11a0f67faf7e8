# SPDX-License-Identifier: Apache-2.0
"""Reads a chat of iMessage that the program imessage-exporter wrote as text."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside
from suluh.readers.exported.lined import Entry, Head
from suluh.readers.exported.saying import Saying
from suluh.readers.exported.text_export import TextReading
from suluh.readers.exported.written import CLOCK, day_of
from suluh.readers.numbers import international
from suluh.readers.reader import Reader, Record

SERVICE = "phone"
"""Accounts are numbers and addresses, as those of the phone's own database."""
_AT = re.compile(
    rf"(?P<day>[A-Z][a-z]{{2}} \d{{2}}, \d{{4}})  ?(?P<clock>{CLOCK})(?P<read> \((?:Read|Delivered)[^\n]{{0,120}}\))?"
)
_NOTICE = re.compile(r"(?P<day>[A-Z][a-z]{2} \d{2}, \d{4})  ?(?P<clock>\d{1,2}:\d\d:\d\d [AP]M) (?P<text>[^(\n][^\n]*)")
_OWN = frozenset({"Me"})
_WHO = re.compile(r"\+?\d{5,15}|[^\s@]{1,100}@[^\s@]{1,100}|[^\W\d_][^\n]{0,60}")
_FILE = re.compile(r"(?:/|~/|\.?/?attachments/|[A-Z]:\\)[^\n]{1,500}\.\w{2,5}")
_SIGNS = "Tapbacks:"
_FEW = 3


class IMessageText(Reader):
    """A chat of SMS or iMessage as text of the program imessage-exporter, versions 1 to 3, with times in English.

    Numbers and addresses are accounts, names are known in this conversation alone; `Me` is the exporting side.
    Described by github.com/ReagentX/imessage-exporter, whose code was not used.
    """

    name = "imessage-text"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust a first line of day and clock with seconds, and below it a sender alone."""
        if source.head.count(b"\0"):
            return None
        lines = source.head.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
        if len(lines) < _FEW or (_AT.fullmatch(lines[0]) is None and _NOTICE.fullmatch(lines[0]) is None):
            return None
        found = [below for line, below in pairwise(lines) if _AT.fullmatch(line)]
        is_sent = any(one in _OWN or international(one) or "@" in one for one in found)
        return "lines of day and clock, and a sender alone below them" if is_sent else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat."""
        yield from _Reading(source, SERVICE, _begins).records()


class _Reading(TextReading):
    """One file while it is read."""

    def account(self, entry: Entry) -> str | None:
        """By the number or address where it is one."""
        name = entry.head.name
        if name is None:
            return None
        if name in _OWN:
            return self.export.device
        known = international(name)
        if known:
            return f"phone:{known}"
        return f"email:{name.casefold()}" if "@" in name else self.room.named(name)

    def names(self, entry: Entry) -> tuple[str, ...]:
        """A name where it is one."""
        name = entry.head.name or ""
        return () if international(name) or "@" in name else super().names(entry)

    def saying(self, entry: Entry) -> Saying:
        """The words; a line that is a path is a file."""
        if entry.head.name is None:
            return Saying(kind="system", text=entry.text())
        files = tuple(
            Attachment(state="named", name=line.replace("\\", "/").rpartition("/")[2])
            for line in entry.lines
            if _FILE.fullmatch(line)
        )
        said = [line for line in entry.lines if not _FILE.fullmatch(line)]
        at = said.index(_SIGNS) if _SIGNS in said else len(said)
        signs = tuple(Beside(what="reaction", text=line.strip()) for line in said[at + 1 :] if line.strip())
        text = "\n".join(said[:at]).strip("\n")
        return Saying(kind="media" if files else "text", text=text, attachments=files, beside=signs)


def _begins(line: str, below: str) -> Head | None:
    """A day and a clock, and who sent it below; a notice stands on one line."""
    if found := _AT.fullmatch(line):
        if _WHO.fullmatch(below.strip()) is None:
            return None
        return Head(day_of(found["day"]), found["clock"], below.strip(), "", f"{found['day']} {found['clock']}", 2)
    if found := _NOTICE.fullmatch(line):
        return Head(day_of(found["day"]), found["clock"], None, found["text"], f"{found['day']} {found['clock']}")
    return None
