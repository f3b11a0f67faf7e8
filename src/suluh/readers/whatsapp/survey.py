# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: SIM905 # words of other scripts, many on a line
"""The first passes over an exported chat: what must be known of the whole file before its messages can be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from suluh.model.evidence.source import Source
from suluh.readers.whatsapp import words
from suluh.readers.whatsapp.authors import clean, titles
from suluh.readers.whatsapp.content import Content, content_of
from suluh.readers.whatsapp.dates import Run, Runs, sure_order
from suluh.readers.whatsapp.export import notices
from suluh.readers.whatsapp.export.acts import is_about_somebody
from suluh.readers.whatsapp.export.lines import head_lines, not_utf8, texts
from suluh.readers.whatsapp.export.neighbours import orders_beside
from suluh.readers.whatsapp.export.pasted import NO_TIME, NOTHING_PASTED, Pasted, Track, pasted
from suluh.readers.whatsapp.export.voices import Voices, voices
from suluh.readers.whatsapp.headers import (
    MARKS,
    OTHER_SETTINGS,
    Day,
    Form,
    day_of,
    form_of,
    is_second_setting,
    iso_day,
    iso_time,
    may_begin,
    word_of,
)

_TO_THE_OWN_SIDE = frozenset("Anda You Du Eliminaste Você لقد U Je Вы Bu Smazali Hai Vous".split())
"""First words of the lines by which the app tells its own side that it deleted a message."""

_QUOTED = re.compile('["“«„].*')


@dataclass
class Survey:
    """What the whole file says: its header, runs, authors and title."""

    form: Form
    voices: Voices
    beside: frozenset[str] = frozenset()
    """Names of the files beside the chat."""

    runs: Runs = field(default_factory=Runs)
    names: dict[str, str] = field(default_factory=dict)
    """Every author as written, with the cleaned name, in the order of appearance."""

    track: Track = field(default_factory=Track)
    pasted: Pasted = NOTHING_PASTED
    has_group_words: bool = False
    title: str | None = None
    """The author of the opening line."""

    own: set[str] = field(default_factory=set)
    """Authors who are told that they deleted a message: the phone's own side."""

    not_utf8: list[int] = field(default_factory=list)

    @property
    def ios(self) -> bool:
        """Whether the header is that of iOS."""
        return self.form.ios

    def author(self, rest: str) -> tuple[str | None, str]:
        """The author as written and the text, or null and the whole for a line of WhatsApp's own."""
        return self.voices.author(rest)

    def content(self, text: str) -> Content:
        """Kind, text and file of a message."""
        return content_of(text, ios=self.ios, beside=self.beside)

    def is_notice(self, raw: str, text: str, content: Content) -> bool:
        """Whether WhatsApp itself says this under an author's name."""
        if content.edited or content.kind not in {"text", "media"} or content.attachments:
            return raw == self.voices.silent
        if text[:1] in MARKS and words.FROM_A_PERSON.match(text.strip(MARKS)):
            return False
        return self.voices.is_notice(raw, text, says=clean(raw))


def survey(source: Source) -> Survey:
    """Read the whole file, twice or three times."""
    form, heard = _hear(source)
    match = form.pattern.match
    found = Survey(form, heard, source.names)
    last = ("", "", "", False)
    minutes: dict[tuple[str, str | None], int] = {}
    days: list[tuple[Day, int]] = []
    authors: dict[str, int] = {"": 0}
    is_plain = form.name in OTHER_SETTINGS
    run = None
    has_odd_bytes = announces = False
    for number, line in texts(source):
        has_odd_bytes = has_odd_bytes or "\\x" in line
        is_led, announces = announces, line.endswith((":\n", ":\r\n", ": \n"))
        if (header := match(line)) is None:
            continue
        if is_led:
            found.track.led.add(number)
        written, comma, clock, half = header.group("date", "comma", "clock", "half")
        half = half if is_plain else word_of(header)
        key = (written, comma, clock[-3], half is not None)
        if run is None or key != last:
            day = day_of(written)
            run, last = found.runs.add(number, (day.form, *key[1:]), day), key
            days.append((day, len(found.runs.all) - 1))
        raw = _see(found, run, written, line[header.end() :].rstrip("\r\n"))
        minute = minutes.get((clock, half))
        if minute is None:
            minute = minutes[clock, half] = _minute(iso_time(clock, half))
        found.track.add(number, len(days) - 1, minute, authors.setdefault(raw, len(authors)) if raw else 0)
    found.not_utf8 = not_utf8(source) if has_odd_bytes else []
    _look_beside(found, source)
    _leave_out_pasted(found, days, authors)
    return found


def _look_beside(found: Survey, source: Source) -> None:
    """Take from other exports of the folder in which order day and month stand, where nothing here tells."""
    open_ = [run for run in found.runs.all if run.order() is None and not run.closed]
    orders = orders_beside(source, found.form, {run.shape for run in open_}) if open_ else {}
    for run in open_:
        run.beside = orders.get(run.shape)


def _minute(time: str | None) -> int:
    """The minute of the day of an ISO time."""
    return 60 * int(time[:2]) + int(time[3:5]) if time else NO_TIME


def _hear(source: Source) -> tuple[Form, Voices]:
    """The frame of the file's headers and who speaks: the frame of its head, unless later lines need a wider one."""
    form, _ = form_of(head_lines(source.head, whole=len(source.head) >= source.size))
    named = titles(source.path, source.inside)
    loose = OTHER_SETTINGS.get(form.name)
    others = _Others(form, loose)
    heard = voices(others.rests(source), named)
    if loose is None or not is_second_setting(others.plain, others.more):
        return form, heard
    return loose, voices(_Others(loose, None).rests(source), named)


class _Others:
    """The lines of one frame, and how many others only a wider one takes."""

    def __init__(self, form: Form, loose: Form | None) -> None:
        self._match = form.pattern.match
        self._other = None if loose is None else loose.pattern.match
        self.plain = self.more = 0

    def rests(self, source: Source) -> Iterator[str]:
        """What stands behind the header of each line that has one."""
        for _, line in texts(source):
            if (header := self._match(line)) is not None:
                self.plain += 1
                yield line[header.end() :].rstrip("\r\n")
            elif self._other is not None and may_begin(line):
                self.more += self._other(line) is not None


def _leave_out_pasted(found: Survey, days: list[tuple[Day, int]], authors: dict[str, int]) -> None:
    """Take lines of another chat out of what is known, and with them the authors who speak nowhere else."""
    orders = [run.order() for run in found.runs.all]
    stamps: list[int | None] = []
    for day, run in days:
        order = orders[run] or sure_order(day)
        iso = iso_day(day.numbers, order) if order else None
        stamps.append(None if iso is None else date.fromisoformat(iso).toordinal())
    found.pasted = pasted(found.track, stamps)
    if not found.pasted.text:
        return
    outside = {
        author
        for line, author in zip(found.track.lines, found.track.authors, strict=True)
        if line not in found.pasted.text
    }
    found.names = {raw: name for raw, name in found.names.items() if authors.get(raw) in outside}


def _see(found: Survey, run: Run, written: str, rest: str) -> str | None:
    """Learn from one line who speaks, and what speaks for an order of day and month; the author as written."""
    raw, text = found.author(rest)
    if raw is None:
        _see_notice(found, run, text)
        return None
    is_odd = text[-1:] in {")", ">"} or text[:1] in MARKS or "tidak" in text or text.startswith(raw)
    is_odd = is_odd or text[: text.find(" ")] in _TO_THE_OWN_SIDE
    if is_odd or raw in {found.voices.chat, found.voices.silent}:
        content = found.content(text)
        if found.is_notice(raw, text, content):
            _see_ios_notice(found, run, raw, text)
            return None
        _see_content(found, run, written, content, raw)
        if content.attachments and words.DAY_FIRST_FILE.search(text):
            run.hints.add("day")
    if raw not in found.names:
        found.names[raw] = clean(raw)
    return raw


def _see_notice(found: Survey, run: Run, text: str) -> None:
    plain = _QUOTED.sub("", text)
    if (notices.has_group(plain) and not words.is_encryption(plain)) or is_about_somebody(text):
        found.has_group_words = True
    if words.DAY_FIRST.search(plain):
        run.hints.add("day")


def _see_ios_notice(found: Survey, run: Run, raw: str, text: str) -> None:
    if found.title is None and (words.is_encryption(text) or raw == found.voices.silent):
        found.title = clean(raw)
    if raw == found.voices.silent:
        found.has_group_words = True
    _see_notice(found, run, text)


def _see_content(found: Survey, run: Run, written: str, content: Content, raw: str) -> None:
    for attachment in content.attachments:
        if attachment.name is not None:
            run.see_file(attachment.name, day_of(written))
    if content.native_kind is not None and words.DAY_FIRST.search(content.native_kind):
        run.hints.add("day")
    if content.kind == "revoked" and words.OWN_DELETED.match(content.text.strip(MARKS)):
        found.own.add(clean(raw))
