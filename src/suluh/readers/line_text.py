# SPDX-License-Identifier: Apache-2.0
"""Reads a chat that LINE exported as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, named_account
from suluh.model.times import When
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.line.days import CLOCK, Day, clock, heading, is_day_first, iso
from suluh.readers.line.words import is_call, is_left_out, title_of
from suluh.readers.reader import Reader, Record, flaw

SERVICE = "line"
_SAVED = re.compile(
    r"[^\t\n]{1,60}[:\uff1a]?\s*\d{1,4}[./年-]\d{1,2}[./月-]\d{1,4}日?,?\s\D{0,6}\d{1,2}[:.]\d{2}\D{0,6}"
)
_SPOKEN = re.compile(rf"(?P<clock>{CLOCK.pattern})\t(?P<rest>.*)", re.DOTALL)
_HEAD = 3
"""Lines of a heading: the title, when it was saved, nothing."""

_LOOK = 40
_BOTH = 2


@dataclass
class Spoken:
    """A message with the lines that belong to it: the heading of its day before it, further lines behind it."""

    first: int
    last: int
    day: Day | None
    clock: re.Match[str]
    name: str | None
    """Null for what LINE itself says."""

    lines: list[str] = field(default_factory=list)

    marks: int = 0
    """Quotation marks in its lines."""

    def add(self, number: int, text: str) -> None:
        """A further line of it, with the blank ones before it."""
        self.marks += text.count('"')
        self.lines.extend([""] * (number - self.last - 1) + [text])
        self.last = number


class LineText(Reader):
    """A chat of LINE as text, with headings in English, Indonesian, Japanese, Chinese, Korean, Thai and others.

    The file gives names and no ids: a sender is known by name in this conversation alone, and times without a zone.
    Forms as several public readers describe them (github.com/chonyy/line-message-analyzer, MIT).
    """

    name = "line-text"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust LINE's name in the first line, or a line of when it was saved, and lines between tabs after a day."""
        if source.head.count(b"\0"):
            return None
        lines = source.head.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()[:_LOOK]
        if len(lines) < _BOTH or not (lines[0].startswith("[LINE]") or _SAVED.fullmatch(lines[1].strip())):
            return None
        has_day = any(heading(line) for line in lines)
        has_talk = any(_SPOKEN.fullmatch(line) for line in lines)
        return "a heading, a day, and lines with a clock between tabs" if has_day and has_talk else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the chat, each message with the account it brings, and what does not fit."""
        yield from _Reading(source).records()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.telling = source, Telling(source)
        self.called = f"{SERVICE}:chat/{source.file}"
        self.head: list[str] = []
        self.spoken: list[Spoken] = []
        self.loose: list[int] = []
        """Lines after the heading that belong to no message."""

    def records(self) -> Iterator[Record | Flaw]:
        """The chat, what LINE wrote above it, and every message."""
        self._gather()
        title, kind = title_of(self.head[0] if self.head else "")
        authors = dict.fromkeys(one.name for one in self.spoken if one.name)
        is_group = kind == "group" or (kind is None and len(authors) > _BOTH) or len(authors) > _BOTH
        place = self.source.place()
        members = tuple(self._named(one) for one in authors)
        yield conversation(place, self.called, "group" if is_group else "direct", title=title, members=members)
        if self.head:
            place = self.source.place(line=1, last_line=len(self.head))
            yield message(place, self.called, "system", text="\n".join(self.head).strip())
        if self.loose:
            place = self.source.place(line=self.loose[0], last_line=self.loose[-1])
            reason = "lines before the first message of the chat: they are of no known form"
            yield flaw(self.source, f"line:{self.loose[0]}", reason, place)
        order = is_day_first(one.day for one in self.spoken if one.day is not None)
        for one in self.spoken:
            yield from self._message(one, day_first=order)
        if any(one.day and iso(one.day, day_first=order) is None for one in self.spoken):
            reason = "day and month cannot be told apart in this file: the times stay as written"
            yield flaw(self.source, "order", reason, self.source.place())

    def _gather(self) -> None:
        """The lines as messages; the heading of a day and blank lines before a message belong to it."""
        day: Day | None = None
        start = number = 0
        closing = self._closing()
        for number, _, text in self.source.lines():
            spoken = _SPOKEN.fullmatch(text)
            found = None if spoken else heading(text)
            if number <= _HEAD and not spoken and not found:
                self.head.append(text)
            elif spoken is not None:
                self.spoken.append(_spoken(spoken, start or number, number, day))
                start = 0
            elif found is not None and not (self._is_open() and number <= closing[len(self.spoken)]):
                day, start = found, start or number
            elif self.spoken and text.strip():
                self.spoken[-1].add(number, text)
                start = 0
            elif self.spoken or text.strip() == "":
                start = start or number
            else:
                self.loose.extend(range(start or number, number + 1))
                start = 0
        if start and self.spoken:
            self.spoken[-1].last = number
        elif start:
            self.loose.extend(range(start, number + 1))

    def _is_open(self) -> bool:
        """Whether the last message stands in a quotation that goes on: a day in it is its own words."""
        last = self.spoken[-1] if self.spoken else None
        return last is not None and last.lines[0].startswith('"') and last.marks % 2 == 1

    def _closing(self) -> list[int]:
        """By the number of messages before it, the last line that ends in a quotation mark before the next one."""
        found = [0]
        for number, _, text in self.source.lines():
            if _SPOKEN.fullmatch(text):
                found.append(0)
            elif text.rstrip().endswith('"'):
                found[-1] = number
        return found

    def _named(self, name: str) -> str:
        return named_account(SERVICE, self.source.exhibit, self.called, name)

    def _message(self, one: Spoken, *, day_first: bool | None) -> Iterator[Record]:
        last = one.last if one.last != one.first else None
        place = self.source.place(line=one.first, last_line=last)
        text = _unquoted("\n".join(one.lines))
        left_out = one.name is not None and is_left_out(text)
        kind: Said = "system" if one.name is None else "call" if is_call(text) else "media" if left_out else "text"
        if one.name is not None:
            yield from self.telling.account(place, self._named(one.name), names=(one.name,))
        yield message(
            place,
            self.called,
            kind,
            sent=_when(one, day_first=day_first),
            sender=self._named(one.name) if one.name is not None else None,
            text="" if left_out else text,
            attachments=(Attachment(state="omitted"),) if left_out else (),
            native_kind=text.strip() if left_out else None,
        )


def _spoken(found: re.Match[str], first: int, number: int, day: Day | None) -> Spoken:
    who, tab, words = found["rest"].partition("\t")
    text = words if tab else who
    return Spoken(first, number, day, found, (who.strip() or None) if tab else None, [text], text.count('"'))


def _unquoted(text: str) -> str:
    """A message of several lines without the quotation marks that LINE puts around it."""
    if "\n" not in text or not text.startswith('"') or not text.rstrip().endswith('"'):
        return text
    return text.rstrip()[1:-1].replace('""', '"')


def _when(one: Spoken, *, day_first: bool | None) -> When | None:
    """The time as written under the heading of its day."""
    written = one.clock["clock"].strip()
    shown = written if one.day is None else f"{one.day.written or '/'.join(map(str, one.day.numbers))} {written}"
    day = None if one.day is None else iso(one.day, day_first=day_first)
    time = clock(one.clock)
    return When(written=shown, local=f"{day}T{time}" if day and time else None, precision="minute")
