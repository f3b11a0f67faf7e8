# SPDX-License-Identifier: Apache-2.0
"""Reads a channel of Discord that the program DiscordChatExporter wrote as text."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside
from suluh.readers.apps.telling import Kind
from suluh.readers.exported.lined import Entry, Head
from suluh.readers.exported.saying import Saying
from suluh.readers.exported.text_export import TextReading
from suluh.readers.exported.written import CLOCK, DAY, day_of
from suluh.readers.reader import Reader, Record

SERVICE = "discord"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?={20,}\r?\nGuild: ")
_HEAD = re.compile(
    rf"\[(?P<day>{DAY}),? (?P<clock>{CLOCK})\] (?P<name>[^\n]{{1,100}}?)(?: \((?P<mark>pinned|edited)\))?"
)
_SECTION = re.compile(r"\{(?P<what>Attachments|Embed|Stickers|Reactions|Forwarded Message)\}")
_END = re.compile(r"={20,}")
_CHANNEL = re.compile(r"Channel: (?:(?P<group>[^\n]{1,200}) / )?(?P<name>[^\n]{1,200})")


class DiscordText(Reader):
    """A channel or conversation of Discord as text of the program DiscordChatExporter.

    The file gives names and no numbers: a sender is known by name in this conversation alone, and times have no zone.
    """

    name = "discord-text"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the heading."""
        return "a heading of a guild and a channel" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the channel."""
        yield from _Reading(source, SERVICE, _begins).records()


class _Reading(TextReading):
    """One file while it is read."""

    def title(self, heading: list[str]) -> tuple[str | None, Kind | None]:
        """By the heading; a guild of direct messages holds no group of a server."""
        is_direct = any(one.strip() == "Guild: Direct Messages" for one in heading)
        for one in heading:
            if found := _CHANNEL.fullmatch(one.strip()):
                return found["name"], None if is_direct else "group"
        return None, None

    def saying(self, entry: Entry) -> Saying:
        """The words, and below them files, stickers and reactions under their own headings."""
        said: list[str] = []
        under: dict[str, list[str]] = {}
        now = said
        for line in entry.lines:
            if found := _SECTION.fullmatch(line.strip()):
                now = under.setdefault(found["what"], [])
            elif _END.fullmatch(line.strip()):
                now = under.setdefault("end", [])
            else:
                now.append(line)
        files = tuple(Attachment(state="named", name=one) for one in under.pop("Attachments", []) if one.strip())
        under.pop("end", None)
        return Saying(
            kind="media" if files else "text",
            text="\n".join(said).strip("\n"),
            attachments=files,
            beside=tuple(Beside(what=what.casefold(), text="\n".join(lines).strip()) for what, lines in under.items()),
        )


def _begins(line: str, _: str) -> Head | None:
    found = _HEAD.fullmatch(line)
    if found is None:
        return None
    return Head(day_of(found["day"]), found["clock"], found["name"], "", f"{found['day']} {found['clock']}")
