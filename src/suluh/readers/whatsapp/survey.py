# SPDX-License-Identifier: Apache-2.0
"""The first pass over an exported chat: what must be known of the whole file before its messages can be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from suluh.model.evidence.source import Source
from suluh.readers.whatsapp import words
from suluh.readers.whatsapp.authors import clean
from suluh.readers.whatsapp.content import Content, content_of, is_own_word
from suluh.readers.whatsapp.dates import Run, Runs
from suluh.readers.whatsapp.headers import BRACKETED, MARKS, day_of, pattern_of

_QUOTED = re.compile('["“«].*')
_LONGEST_NAME = 150


@dataclass
class Survey:
    """What the whole file says: its header, runs, authors and title."""

    pattern: re.Pattern[str]
    runs: Runs = field(default_factory=Runs)
    names: dict[str, str] = field(default_factory=dict)
    """Every author as written, with the cleaned name, in the order of appearance."""

    has_group_words: bool = False
    title: str | None = None
    """The author of iOS's opening line."""

    own: set[str] = field(default_factory=set)
    """Authors whom iOS tells that they deleted a message: the phone's own side."""

    not_utf8: list[int] = field(default_factory=list)

    @property
    def ios(self) -> bool:
        """Whether the header is that of iOS."""
        return self.pattern is BRACKETED

    def author(self, rest: str) -> tuple[str | None, str]:
        """The author as written and the text, or null and the whole for a system line."""
        end = rest.find(": ")
        if end > 0:
            raw = rest[:end]
            if raw in self.names or (end < _LONGEST_NAME and not words.ACT.search(raw)):
                return raw, rest[end + 2 :]
            return None, rest
        raw, colon, text = rest.partition(":")
        return (raw, text) if colon and raw in self.names else (None, rest)


def texts(source: Source) -> Iterator[tuple[int, str, bool]]:
    r"""Every line with its number, its end and whether it is UTF-8; other bytes become ``\xNN``."""
    with source.open() as file:
        for number, raw in enumerate(file, 1):
            try:
                yield number, raw.decode(), True
            except UnicodeDecodeError:
                yield number, raw.decode("utf-8", "backslashreplace"), False


def head_lines(source: Source, most: int) -> list[str]:
    """The first lines, as far as the head holds them whole; of one that is longer than the head, its beginning."""
    lines = source.head.split(b"\n")
    whole = (lines[:-1] or lines) if len(source.head) < source.size else lines
    return [line.decode("utf-8", "backslashreplace") for line in whole[:most] if line.strip()]


def survey(source: Source) -> Survey:
    """Read the whole file once."""
    found = Survey(pattern_of(head_lines(source, 200))[0])
    match, last = found.pattern.match, ("", "", "", False)
    run = None
    for number, line, is_utf8 in texts(source):
        if not is_utf8:
            found.not_utf8.append(number)
        if (header := match(line)) is None:
            continue
        written, comma, clock, half = header.groups()
        key = (written, comma, clock[-3], half is not None)
        if run is None or key != last:
            run, last = found.runs.add(number, (day_of(written).form, *key[1:]), day_of(written)), key
        _see(found, run, written, line[header.end() :].rstrip("\r\n"))
    return found


def _see(found: Survey, run: Run, written: str, rest: str) -> None:
    """Learn from one line who speaks, and what speaks for an order of day and month."""
    raw, text = found.author(rest)
    if raw is None:
        _see_notice(found, run, text)
        return
    if text[-1:] in {")", ">"} or text[:1] in MARKS or "tidak" in text:
        content = content_of(text, ios=found.ios)
        if is_notice(content, ios=found.ios):
            _see_ios_notice(found, run, raw, text)
            return
        _see_content(found, run, written, content, raw)
        if content.attachments and words.DAY_FIRST_FILE.search(text):
            run.hints.add("day")
    if raw not in found.names:
        found.names[raw] = clean(raw)


def is_notice(content: Content, *, ios: bool) -> bool:
    """Whether iOS itself says this, under the name of the chat."""
    if not ios or content.kind != "text" or content.edited or not is_own_word(content.text):
        return False
    return words.FROM_A_PERSON.match(content.text.strip(MARKS)) is None


def _see_notice(found: Survey, run: Run, text: str) -> None:
    plain = _QUOTED.sub("", text)
    if words.GROUP.search(plain) and not words.ENCRYPTED.search(plain):
        found.has_group_words = True
    if words.DAY_FIRST.search(plain):
        run.hints.add("day")


def _see_ios_notice(found: Survey, run: Run, raw: str, text: str) -> None:
    if found.title is None and words.ENCRYPTED.search(text):
        found.title = clean(raw)
    _see_notice(found, run, text)


def _see_content(found: Survey, run: Run, written: str, content: Content, raw: str) -> None:
    for attachment in content.attachments:
        if attachment.name is not None:
            run.see_file(attachment.name, day_of(written))
    if content.native_kind is not None and words.DAY_FIRST.search(content.native_kind):
        run.hints.add("day")
    if content.kind == "revoked" and is_own_word(content.text) and words.OWN_DELETED.match(content.text.strip(MARKS)):
        found.own.add(clean(raw))
