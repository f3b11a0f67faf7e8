# SPDX-License-Identifier: Apache-2.0
"""Reads a chat of Signal that the program signal-export wrote as text."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, device_account, named_account
from suluh.model.times import When
from suluh.readers.apps.notes import ownerless
from suluh.readers.apps.telling import Telling, conversation, message
from suluh.readers.reader import Reader, Record, flaw

SERVICE = "signal"
_LINE = re.compile(
    r"\[(?P<day>\d{4}-\d\d-\d\d),? (?P<clock>\d\d:\d\d(?::\d\d)?)\] (?P<name>[^:\n]{1,80}): ?(?P<text>.*)", re.DOTALL
)
_FILE = re.compile(r"!?\[[^\]\n]{0,255}\]\((?P<path>(?:\./)?media/[^)\n]{1,500})\)")
_NO_NAME = re.compile(r"[<>\[\]{}=|\\/@#]|\w\.\w|^\d+$|^(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)$", re.IGNORECASE)
_OWN = "Me"
_SHARE, _SMALL = 60, 3
_NAMELESS = frozenset({"index", "chat", "data"})
"""Names that signal-export gives to the file of every chat: the folder bears the chat's own."""


class SignalText(Reader):
    """A chat of Signal as text, as github.com/carderne/signal-export writes it, with a comma behind the day or without.

    The file gives names and no ids, and calls the side of the exporting device `Me`; times have no zone.
    """

    name = "signal-text"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the form of the lines with a sign of signal-export: its name of the own side, or a file beside it."""
        if source.head.count(b"\0"):
            return None
        lines = source.head.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
        found = [match for line in lines if (match := _LINE.fullmatch(line))]
        begun = sum(1 for line in lines if line.startswith("["))
        if not lines or not found or not _LINE.match(lines[0]) or 100 * len(found) < _SHARE * begun:
            return None
        names = [one["name"].strip() for one in found]
        has_sign = _OWN in names or any(_FILE.search(one["text"]) for one in found)
        return "lines of the form that signal-export writes" if has_sign and _is_talk(names) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the chat and each message with the account it brings."""
        yield from _Reading(source).records()


def _is_talk(names: Sequence[str]) -> bool:
    if any(_NO_NAME.search(one) for one in names):
        return False
    return len(names) <= _SMALL or max(Counter(names).values()) > 1


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.telling = source, Telling(source)
        self.called = f"{SERVICE}:chat/{source.file}"
        stated = [one for one in source.accounts if one.startswith(f"{SERVICE}:")]
        self.own = stated[0] if len(stated) == 1 else None
        self.device = self.own or device_account(SERVICE, source.exhibit)
        self.authors: dict[str, None] = {}
        self.mine = 0

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the file, then the chat."""
        begun: tuple[int, re.Match[str], list[str]] | None = None
        loose = number = 0
        for number, _, text in self.source.lines():
            if found := _LINE.fullmatch(text):
                if begun is not None:
                    yield from self._message(*begun, number - 1)
                begun = (number, found, [found["text"]])
            elif begun is not None:
                begun[2].append(text)
            else:
                loose = number
        if begun is not None:
            yield from self._message(*begun, number)
        if loose:
            place = self.source.place(line=1, last_line=loose)
            reason = "lines before the first message of the chat: they are of no known form"
            yield flaw(self.source, "line:1", reason, place)
        if self.mine:
            yield self.telling.own(self.device)
        kind: Literal["group", "direct"] = "group" if len(self.authors) > 2 else "direct"  # noqa: PLR2004 # two sides
        yield conversation(self.source.place(), self.called, kind, title=self._title(), members=tuple(self.authors))
        yield from ownerless(self.source, 0 if self.own else self.mine, "signal:+62...")

    def _title(self) -> str:
        stem = posixpath.splitext(posixpath.basename(self.source.path))[0]
        folder = posixpath.basename(posixpath.dirname(self.source.path))
        return folder if stem in _NAMELESS and folder else stem

    def _message(self, first: int, found: re.Match[str], lines: list[str], last: int) -> Iterator[Record]:
        name = found["name"].strip()
        mine = name == _OWN
        self.mine += mine
        sender = self.device if mine else named_account(SERVICE, self.source.exhibit, self.called, name)
        self.authors[sender] = None
        place = self.source.place(line=first, last_line=last if last != first else None)
        if not mine:
            yield from self.telling.account(place, sender, names=(name,))
        text = "\n".join(lines).rstrip()
        files = tuple(Attachment(state="named", name=one["path"].removeprefix("./")) for one in _FILE.finditer(text))
        yield message(
            place,
            self.called,
            "media" if files else "text",
            sent=_when(found["day"], found["clock"]),
            sender=sender,
            text=_FILE.sub("", text).strip() if files else text,
            attachments=files,
        )


def _when(day: str, clock: str) -> When:
    try:
        local: str | None = datetime.fromisoformat(f"{day}T{clock}").isoformat(
            timespec="minutes" if clock.count(":") == 1 else "seconds"
        )
    except ValueError:
        local = None
    return When(written=f"{day}, {clock}", local=local, precision="minute" if clock.count(":") == 1 else "second")
