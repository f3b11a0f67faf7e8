# SPDX-License-Identifier: Apache-2.0
"""Reads a chat that LINE for computers saved as text, where a blank alone parts names from words."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment
from suluh.readers.apps.telling import Kind
from suluh.readers.exported.lined import Entry, Head
from suluh.readers.exported.saying import Saying
from suluh.readers.exported.text_export import TextReading
from suluh.readers.exported.written import Day, day_of
from suluh.readers.line.words import is_call, is_left_out, title_of
from suluh.readers.reader import Reader, Record

SERVICE = "line"
_DAY = re.compile(r"(?P<day>\d{4}\.\d\d\.\d\d) \D{2,30}")
_SAID = re.compile(r"(?P<clock>\d\d:\d\d) (?P<rest>\S.*)")
_NO_DAY = Day(None)
_FEWEST, _MOST_WORDS, _LOOK = 3, 5, 20_000


class LineComputer(Reader):
    """A chat of two that LINE for computers saved as text, where the name of the one is known from its title.

    A blank parts names from words: the other name is what all other lines begin with, three at least, and a flaw says
    so. Where that does not tell both, such as in a group, nobody reads it. Times have no zone.
    """

    name = "line-computer"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust a day and lines with a clock below it, where both names prove themselves."""
        if source.head.count(b"\0"):
            return None
        names = _names(source)
        return f"a day, clocks, and lines that begin with {names[0]} or {names[1]}" if names else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat."""
        names = _names(source) or ("", "")
        reading = _Reading(source, SERVICE, lambda line, _: _begins(line, names), _day)
        yield from reading.records()
        reason = (
            f"a blank alone parts names from words here: {names[1]} is a name because all other lines begin with it"
        )
        yield reading.export.note("names", reason)


class _Reading(TextReading):
    """One text while it is read."""

    def title(self, heading: list[str]) -> tuple[str | None, Kind | None]:
        """By the heading where there is one."""
        return (title_of(heading[0])[0] if heading and heading[0].startswith("[LINE]") else None), None

    def saying(self, entry: Entry) -> Saying:
        """A word in brackets or a single word of LINE's own stands for a file."""
        text = entry.text()
        if entry.head.name is None:
            return Saying(kind="system", text=text)
        if is_left_out(text) or is_left_out(f"[{text}]"):
            return Saying(kind="media", text=text, attachments=(Attachment(state="omitted"),), native_kind=text)
        return Saying(kind="call" if is_call(text) else "text", text=text)


def _names(source: Source) -> tuple[str, str] | None:
    """Both names: the one that the title bears, and what all other lines begin with; null where they are not sure."""
    lines = source.head.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()[:_LOOK]
    first = next((one for one in lines[:4] if _DAY.fullmatch(one.strip())), None)
    said = [found["rest"] for one in lines if (found := _SAID.fullmatch(one.rstrip()))]
    title = _title(source, lines)
    if first is None or not title or len(said) <= _FEWEST:
        return None
    others = [one for one in said if not one.startswith(title + " ")]
    if len(others) in {0, len(said)}:
        return None
    other = _common([one for one in others if one.count(" ")])
    return (title, other) if other and other != title else None


def _title(source: Source, lines: Sequence[str]) -> str:
    """The name of the other side, by the heading or by the name of the file."""
    if lines and lines[0].startswith("[LINE]"):
        return title_of(lines[0])[0]
    stem = posixpath.splitext(posixpath.basename(source.path))[0]
    return title_of(stem)[0] if stem.startswith("[LINE]") else ""


def _common(lines: Sequence[str]) -> str:
    """The words that most lines begin with, and behind which different words stand; lines of LINE's own are few."""
    counts = Counter(" ".join(one.split(" ")[:size]) for one in lines for size in range(1, _MOST_WORDS))
    best = ""
    for words, times in sorted(counts.items(), key=lambda one: (one[0].count(" "), one[0])):
        goes_on = {one[len(words) + 1 :].partition(" ")[0] for one in lines if one.startswith(words + " ")}
        is_most = times >= _FEWEST and 3 * times >= 2 * len(lines)
        if is_most and len(goes_on) > 1 and (not best or words.startswith(best + " ")):
            best = words
    return best


def _begins(line: str, names: tuple[str, str]) -> Head | None:
    found = _SAID.fullmatch(line)
    if found is None:
        return None
    rest = found["rest"]
    name = next((one for one in names if one and rest.startswith(one + " ")), None)
    text = rest[len(name) + 1 :] if name is not None else rest
    return Head(_NO_DAY, found["clock"], name, text, found["clock"])


def _day(line: str) -> Day | None:
    found = _DAY.fullmatch(line.strip())
    return day_of(found["day"]) if found else None
