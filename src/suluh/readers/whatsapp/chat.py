# SPDX-License-Identifier: Apache-2.0
"""The second pass over an exported chat: its messages, told in the order of the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message, Owning, device_account
from suluh.model.times import Precision, When
from suluh.readers.reader import Record, flaw
from suluh.readers.whatsapp import headers, words
from suluh.readers.whatsapp.authors import (
    SERVICE,
    account_of,
    is_titled,
    number_of,
    own_side,
    region,
    title_among,
    titles,
)
from suluh.readers.whatsapp.content import Content, is_own_word
from suluh.readers.whatsapp.dates import sure_order
from suluh.readers.whatsapp.export import doubts, notices
from suluh.readers.whatsapp.export.lines import texts
from suluh.readers.whatsapp.export.undated import Undated, closing
from suluh.readers.whatsapp.survey import Survey

_ELSEWHERE = re.compile(r"\b1[34]\d\d\b")
"""A year of the Islamic or the Persian calendar."""

_NO_HEADER = "text before the header of the first message"
_BROKEN = "a line that looks like the header of a message but does not read as one, and what follows it"
_PRECISION: dict[int, Precision] = {5: "minute", 8: "second"}


@dataclass
class _Open:
    """A message, or text that belongs to none, whose last line is not known yet."""

    line: int
    when: When | None
    parts: list[str]
    why: str = ""
    """For text that belongs to no message."""


@dataclass
class Chat:
    """One file on its second pass."""

    source: Source
    known: Survey
    rests_on: str = ""
    """On what a doubtful claim rests; empty where WhatsApp's own signs are there."""

    accounts: dict[str, str] = field(default_factory=dict)
    lines: doubts.Lines = field(default_factory=doubts.Lines)

    def __post_init__(self) -> None:
        self.home = region(self.source.accounts)
        self.conversation = f"{SERVICE}:chat/{self.source.file}"
        self.names = tuple(dict.fromkeys(self.known.names.values()))
        found = titles(self.source.path, self.source.inside)
        found = found or title_among(self.names, self.source.path, self.source.inside)
        self.title = found or ((self.known.title,) if self.known.title else ())
        many = len(self.names) > 2  # noqa: PLR2004 # two sides
        self.is_group = self.known.has_group_words or many or self._is_untold()
        stated = [one for one in self.source.accounts if one.startswith(f"{SERVICE}:")]
        self.stated = stated[0] if len(stated) == 1 else None
        self.own, self.owning = self._own_side(asked=not stated)
        self.by_name = self._accounts()
        self.undated = Undated(self.names)
        self._last: tuple[tuple[str, headers.Order | None], When] = (("", None), When(written=""))

    def _is_untold(self) -> bool:
        """Whether the opening line names a chat of which two others speak; a direct chat bears the name of one."""
        return (
            bool(self.known.title) and len(self.names) > 1 and not any(is_titled(one, self.title) for one in self.names)
        )

    def _own_side(self, *, asked: bool) -> tuple[str | None, Owning | None]:
        """The author on whose phone the chat was exported, where that is certain; by what, where nobody stated it."""
        told = self.known.own & set(self.names)
        titled = own_side(self.names, self.title, is_group=self.is_group)
        self.is_torn = bool(told) and (len(told) > 1 or (titled is not None and titled not in told))
        if self.is_torn:
            return None, None
        own = next(iter(told)) if told else titled
        if own is None or not asked:
            return own, None
        device = device_account(SERVICE, self.source.exhibit)
        return own, Owning(device=device, by="deletion" if told else "title")

    def _is_contradicted(self) -> bool:
        """Whether the own side is by its number another account than was stated, or the other side is that one."""
        if self.own is None or self.stated is None or self.is_group:
            return False
        account = self.by_name[self.own]
        return account != self.stated and (
            number_of(self.own, self.home) is not None or self.stated in self.by_name.values()
        )

    def _accounts(self) -> dict[str, str]:
        """The account of every author; the device's own side is its stated number where that is certain."""
        bound = {"exhibit": self.source.exhibit, "conversation": self.conversation, "home": self.home}
        found = {name: account_of(name, **bound) for name in self.names}
        own = self.own
        if own and self.stated and found[own].startswith(f"{SERVICE}:name/") and self.stated not in found.values():
            found[own] = self.stated
        return found

    def records(self) -> Iterator[Record | Flaw]:
        """All that the file says."""
        yield self._sighting()
        last = 0
        open_: _Open | None = None
        for last, line, when, is_header in self._lines():
            if open_ is not None and not is_header:
                open_.parts.append(line)
                continue
            if open_ is not None:
                yield from self._close(open_, last - 1)
            open_ = _Open(last, when, [line], _NO_HEADER if open_ is None else _BROKEN)
        if open_ is not None:
            yield from self._close(open_, last)
            self._note_cut(open_)
        yield from self._doubts()

    def _note_cut(self, open_: _Open) -> None:
        """Remember a last line without its end that has no author and is no sentence of WhatsApp's own."""
        line = open_.parts[0]
        if open_.when is None or len(open_.parts) > 1 or line.endswith("\n") or self.known.author(line)[0] is not None:
            return
        if ":" not in line and not notices.is_sentence(line) and not notices.is_act(line):
            self.lines.cut.append(open_.line)

    def _lines(self) -> Iterator[tuple[int, str, When | None, bool]]:
        """Every line: its number, its text after the header, its time, and whether it opens something."""
        ios = self.known.ios
        match = self.known.form.pattern.match
        broken = (headers.BROKEN_BRACKETED if ios else headers.BROKEN_DASHED).match
        pasted = self.known.pasted.text
        orders = self.known.runs.orders()
        _, order, is_beside = next(orders, (0, None, False))
        following, later, is_later_beside = next(orders, (None, None, False))
        for number, line in texts(self.source):
            header = match(line)
            if header is None:
                yield number, line, None, (line[:1].isdigit() or line[:1] in "[\u200e") and broken(line) is not None
                continue
            if number in pasted:
                yield number, line, None, False
                continue
            while following is not None and number >= following:
                order, is_beside = later, is_later_beside
                following, later, is_later_beside = next(orders, (None, None, False))
            if is_beside:
                self.lines.as_beside.append(number)
            yield number, line[header.end() :], self._when(number, header, order), True

    def _when(self, number: int, header: re.Match[str], order: headers.Order | None) -> When:
        """When a message was sent, as its header says it."""
        key = header[0], order
        when = self._last[1] if self._last[0] == key else self._read_when(header, order)
        self._last = key, when
        if when.local is None:
            sure = order or sure_order(headers.day_of(header["date"]))
            is_elsewhere = _ELSEWHERE.search(header["date"]) is not None
            beyond = self.lines.elsewhere if is_elsewhere else self.lines.impossible
            (self.lines.undecided if sure is None and not is_elsewhere else beyond).append(number)
        return when

    def _read_when(self, header: re.Match[str], order: headers.Order | None) -> When:
        written, clock = header.group("date", "clock")
        numbers = headers.day_of(written)
        sure = order or sure_order(numbers)
        day = headers.iso_day(numbers.numbers, sure) if sure else None
        time = headers.iso_time(clock, headers.word_of(header))
        local = f"{day}T{time}" if day and time else None
        parts = ("date", "clock", *(one for one in ("half", "early", "aside") if header[one]))
        shown = header.string[min(map(header.start, parts)) : max(map(header.end, parts))]
        return When(written=shown, local=local, precision=_PRECISION.get(len(time or ""), "minute"))

    def _close(self, open_: _Open, last: int) -> Iterator[Record | Flaw]:
        """The message, with its author's first sighting before it; or the flaw."""
        apart = closing(open_.parts) if open_.when is not None and len(open_.parts) > 1 else 0
        said = open_.parts[: len(open_.parts) - apart] if apart else open_.parts
        whole = "".join(said)
        whole = whole[:-2] if whole.endswith("\r\n") else whole.removesuffix("\n")
        place = self.source.place(line=open_.line, last_line=last - apart)
        if open_.when is None:
            yield flaw(self.source, f"line:{open_.line}", open_.why, place, whole)
            return
        if len(said) > 1:
            self._note_undated(open_.line, said)
        raw, text = self.known.author(whole)
        content = self.known.content(text)
        sender = None if raw is None or self.known.is_notice(raw, text, content) else self.known.names.get(raw)
        if sender is not None and sender not in self.accounts:
            yield self._author(sender, open_.line)
        if sender is not None:
            self._note(content, open_.line)
        kind = content.kind if sender is not None else _notice_kind(text)
        yield Message(
            id=record_id("message", self.source.file, f"line:{open_.line}"),
            conversation=self.conversation,
            kind=kind,
            place=place,
            sent=open_.when,
            sender=None if sender is None else self.accounts[sender],
            text=_said(content.text if sender is not None else text, kind, ios=self.known.ios),
            attachments=content.attachments if sender is not None else (),
            native_kind=content.native_kind,
            edited=content.edited,
        )
        if apart:
            for number, line in enumerate(open_.parts[len(said) :], last - apart + 1):
                yield self._without_date(number, line)

    def _note_undated(self, first: int, said: list[str]) -> None:
        """Remember further lines of a message that may be WhatsApp's own."""
        further = enumerate(said[1:], first + 1)
        self.lines.undated.extend(number for number, line in further if self.undated.may_be(line))

    def _without_date(self, number: int, line: str) -> Message:
        """The line about encryption where it stands without a date."""
        return Message(
            id=record_id("message", self.source.file, f"line:{number}"),
            conversation=self.conversation,
            kind="system",
            place=self.source.place(line=number),
            text=line.rstrip("\r\n"),
        )

    def _note(self, content: Content, line: int) -> None:
        """Remember where a message was understood by its form alone, or not at all."""
        if content.kind == "media" and content.native_kind and words.BRACKETED.fullmatch(content.native_kind):
            if not words.OMITTED.fullmatch(content.native_kind):
                self.lines.by_form.append(line)
        elif content.kind == "text" and is_own_word(content.text) and not _is_a_persons(content.text[1:]):
            self.lines.marked.append(line)

    def _author(self, name: str, line: int) -> Account:
        """The first sighting of an author."""
        account = self.accounts[name] = self.by_name[name]
        return Account(
            id=record_id("account", self.source.file, f"line:{line}"),
            account=account,
            place=self.source.place(line=line),
            names=() if number_of(name, self.home) else (name,),
            own=account in self.source.accounts,
            owning=self.owning if name == self.own else None,
        )

    def _sighting(self) -> Conversation:
        """The conversation with all who spoke in it."""
        return Conversation(
            id=record_id("conversation", self.source.file, "chat"),
            conversation=self.conversation,
            kind="group" if self.is_group else "direct",
            place=self.source.place(),
            title=next((one for one in self.title if one in self.names), self.title[0] if self.title else None),
            members=tuple(dict.fromkeys((*self.by_name.values(), *self._silent_side()))),
        )

    def _silent_side(self) -> Iterator[str]:
        """The device's own account in a direct chat where only the one who bears its title has spoken."""
        if self.stated and not self.is_group and len(self.names) == 1 and is_titled(self.names[0], self.title):
            yield self.stated

    def _doubts(self) -> Iterator[Flaw]:
        """What stays open for the file as a whole: one flaw each."""
        for one in doubts.of_file(self.known, self.lines, self.rests_on):
            ends = (one.numbers[0], one.numbers[-1]) if one.numbers else (None, None)
            yield flaw(self.source, one.what, one.reason, self.source.place(line=ends[0], last_line=ends[1]))
        if self.is_torn:
            yield flaw(self.source, "sides", doubts.TORN, self.source.place())
        if self._is_contradicted():
            yield flaw(self.source, "own", doubts.OWN, self.source.place())


def _said(text: str, kind: str, *, ios: bool) -> str:
    """A text as written; before WhatsApp's own words iOS puts a mark that is part of its header."""
    return text.removeprefix("\u200e") if ios and kind in {"system", "call", "revoked"} else text


def _is_a_persons(text: str) -> bool:
    """Whether a marked text is of a kind that persons send: a place, a poll, somebody called by name."""
    return text.startswith("@") or words.FROM_A_PERSON.match(text) is not None


def _notice_kind(text: str) -> Literal["call", "system"]:
    return "call" if words.CALL.match(text.strip(headers.MARKS)) else "system"
