# SPDX-License-Identifier: Apache-2.0
"""Reads one day of one channel of an export of Slack."""

import posixpath
import re
from collections.abc import Iterator
from typing import ClassVar, Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.model.times import When
from suluh.readers.apps.telling import Said
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import entries, named, word
from suluh.readers.json_stream import BrokenJson, Json, JsonStream, skip_mark
from suluh.readers.reader import Reader, Record

SERVICE = "slack"
_BEGINS = re.compile(rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+\[\s{0,64}+\{.{0,4000}?\"ts\":\s{0,8}+\"\d{10}\.\d{6}\"")
_SPOKEN = frozenset({"", "thread_broadcast", "file_share", "me_message", "bot_message"})


class SlackExport(Reader):
    """One day of one channel or conversation of Slack's own export, of 2016 to 2025; accounts are Slack's own.

    Each day is a file of its own, and the channel is the folder around it; names stand in `users.json`, and are taken
    from the messages alone.
    """

    name = "slack-export"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the time of Slack's own form within the first message."""
        is_slack = _BEGINS.match(source.head) is not None and b'"type"' in source.head
        return "messages with Slack's own times" if is_slack else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the channel."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        folder = posixpath.dirname(source.path)
        self.title = posixpath.basename(folder)
        where = f"{quote(source.exhibit, safe='')}/{source.acquisition}/{quote(folder, safe='')}"
        self.room = Room(self.export, f"{SERVICE}:chat/{where}")
        self.at = ""

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the file."""
        try:
            with self.source.open() as file:
                stream = JsonStream(skip_mark(file))
                for index in stream.items():
                    self.at = f"/{index}"
                    yield from self._message(stream.value())
        except BrokenJson as error:
            yield self.export.broken(self.at, error)
        yield self.room.told(self.source.place(pointer="/"), title=self.title or None, kind="group")
        yield from self.export.closing("U123")

    def _message(self, written: Json) -> Iterator[Record | Flaw]:
        if not isinstance(written, dict):
            yield self.export.odd(self.at, written, "no message: not an object")
            return
        profile = written.get("user_profile")
        about = profile if isinstance(profile, dict) else {}
        sender = word(written.get("user")) or word(written.get("bot_id"))
        subtype, at = word(written.get("subtype")), word(written.get("ts"))
        files = named(word(one.get("name")) for one in entries(written.get("files")))
        kind: Said = "system" if subtype not in _SPOKEN else "media" if files else "text"
        yield from self.room.say(
            self.source.place(pointer=self.at),
            self.export.account(sender) if sender else None,
            (word(about.get("real_name")), word(about.get("name")), word(written.get("username"))),
            kind=kind,
            text=word(written.get("text")),
            sent=_sent(at),
            attachments=files,
            native=at or None,
            native_kind=subtype or None,
            reply_to=word(written.get("thread_ts")) if written.get("thread_ts") != at else None,
            edited="edited" in written,
            beside=tuple(self._besides(written)),
        )

    def _besides(self, written: dict[str, Json]) -> Iterator[Beside]:
        for one in entries(written.get("reactions")):
            users = one.get("users")
            for who in users if isinstance(users, list) else []:
                account = self.export.account(who) if isinstance(who, str) else None
                yield Beside(what="reaction", text=word(one.get("name")), account=account)
        for one in entries(written.get("attachments")):
            said = word(one.get("fallback")) or word(one.get("text")) or word(one.get("title_link"))
            if said:
                yield Beside(what="attachment", text=said)


def _sent(written: str) -> When | None:
    """Seconds with six digits behind a dot."""
    whole, _, parts = written.partition(".")
    if not (whole.isdigit() and parts.isdigit()):
        return When(written=written) if written else None
    found = counted_from(UNIX, int(whole))
    return None if found is None else When(written=written, at=found.at)
