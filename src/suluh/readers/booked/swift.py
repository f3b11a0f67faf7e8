# SPDX-License-Identifier: Apache-2.0
"""An MT940 or MT942 file as statements and their fields, each with the lines it covers.

What stands in details may look like a field or like an end: a line with a dash alone, a time of the day that was broken
at its colons. So a line is taken for what it looks like only where a statement can go on from it:

1. ``-}`` and ``-XXX`` end a statement. A dash alone does so where another statement or nothing comes after it.
2. ``:20:`` begins a statement where a field of a heading follows, not another booking.
3. ``:25:`` begins one where field 20 was left out: outside of any statement, or after a closing balance.
4. Inside details, numbers that may be minutes (13, 20, 21, 25, 28, 34) are text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from suluh.model.evidence.source import Line

TAG = re.compile(r":(?P<tag>13|20|21|25|28|34|60|61|62|64|65|86|90|NS)(?P<letter>[A-Z])?:")

_END = re.compile(r"-(?:\}.*|X{3})\s*")
_DASH = re.compile(r"-\s*")
_BLOCK = re.compile(r"\{\d:.*")
_BIC = re.compile(r"\{1:F01(?P<bic>[A-Z]{6}[A-Z0-9]{2})|^(?P<plain>[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)$")
_HEADING = re.compile(r"|\{\d:.*|[A-Z]{6}[A-Z0-9]{2,6}|(?:MT ?)?94[02]\b.*|\d{4} .*", re.ASCII)
_MINUTES = frozenset({"13", "20", "21", "25", "28", "34"})
_HEAD = frozenset({"13", "13D", "20", "21", "25", "25P", "28", "28C", "34", "34F", "NS"})
_DETAILS = frozenset({"61", "86", "NS"})
_CLOSING = ("62F", "62M", "62", "64", "65", "90C", "90D")
_BEFORE_BOOKINGS = _HEAD | {"60", "60F", "60M"}


class Field(NamedTuple):
    """One field: its tag, its lines and their text."""

    tag: str
    first: int
    last: int
    text: str
    """The lines as written, the first without its tag."""


@dataclass
class Message:
    """One statement, or one page of it."""

    first: int
    last: int
    bank: str = ""
    """The bank's code in the heading of the transmission, where there is one."""

    fields: list[Field] = field(default_factory=list)
    strays: list[Field] = field(default_factory=list)
    """Lines outside of any field that are no heading of a transmission."""

    def of(self, *tags: str) -> Field | None:
        """The first field with one of these tags."""
        return next((one for one in self.fields if one.tag in tags), None)


def decode(raw: bytes) -> str:
    """A line as text: UTF-8, else the encoding of old Western banks; a byte that neither knows stays visible."""
    bare = raw.removesuffix(b"\n").removesuffix(b"\r").removeprefix(b"\xef\xbb\xbf")
    try:
        return bare.decode("utf-8")
    except UnicodeDecodeError:
        return bare.decode("cp1252", "backslashreplace")


def messages(lines: Iterable[Line]) -> list[Message]:
    """The statements of a file. Together they cover every line: a heading belongs to the statement below it."""
    return _File([decode(one.raw) for one in lines]).messages()


class _File:
    """The lines of one file, while they are given to statements and fields."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._next = self._following()
        self._found: list[Message] = []
        self._open: Message | None = None
        self._held: tuple[str, int, list[str]] | None = None
        self._outside: list[Field] = []
        self._bank = ""
        self._top = 1

    def messages(self) -> list[Message]:
        """Go through all lines once."""
        for number, text in enumerate(self._texts, 1):
            start = TAG.match(text)
            tag = start["tag"] + (start["letter"] or "") if start else ""
            if self._open is not None and self._is_end(number, text):
                self._close(number)
            if start and self._begins(number, tag):
                self._close(number)
                self._open = Message(self._top, number, self._bank, strays=self._outside)
                self._outside = []
            if start and self._open is not None and self._is_field(tag):
                self._settle(number)
                self._held = tag, number, [text[start.end() :]]
            else:
                self._go_on(number, text)
        self._close(len(self._texts) + 1)
        if self._found:
            self._found[-1].last = len(self._texts)
            self._found[-1].strays += self._outside
        return self._found

    def _following(self) -> list[tuple[str, str]]:
        """For each line the tags of the next two fields below it, ``{`` for a heading, and nothing at the end."""
        found, below = [("", "")] * len(self._texts), ("", "")
        for number in range(len(self._texts) - 1, -1, -1):
            found[number] = below
            start = TAG.match(self._texts[number])
            if start:
                below = start["tag"] + (start["letter"] or ""), below[0]
            elif _BLOCK.match(self._texts[number]):
                below = "{", below[0]
        return found

    def _is_end(self, number: int, text: str) -> bool:
        """Whether a line ends the open statement, by rule 1."""
        if _END.fullmatch(text) or _BLOCK.match(text):
            return True
        if not _DASH.fullmatch(text):
            return False
        below = self._next[number - 1]
        is_start = below[0] in {"", "{"} or (below[0] in {"20", "25", "25P"} and below[1] in _BEFORE_BOOKINGS)
        return is_start and (self._is_closed() or self._is_bare_below(number))

    def _is_bare_below(self, number: int) -> bool:
        """Whether nothing but headings and empty lines stand between a line and the next field."""
        for text in self._texts[number:]:
            if TAG.match(text) or _BLOCK.match(text):
                return True
            if not _HEADING.fullmatch(text.strip()):
                return False
        return True

    def _is_closed(self) -> bool:
        """Whether the statement has had its closing balance or its sums."""
        return (self._open is not None and self._open.of(*_CLOSING) is not None) or self._last() in _CLOSING

    def _begins(self, number: int, tag: str) -> bool:
        """Whether a field begins a statement."""
        below, second = self._next[number - 1]
        if tag == "20":
            is_heading = below in _BEFORE_BOOKINGS and (below not in _MINUTES or second in _BEFORE_BOOKINGS)
            return self._open is None or self._last() not in _DETAILS or is_heading
        if tag not in {"25", "25P"} or below not in _BEFORE_BOOKINGS | {"61"}:
            return False
        return self._open is None or (self._is_closed() and below[:2] in {"28", "34", "60"})

    def _is_field(self, tag: str) -> bool:
        """Whether a tag is a field where it stands, and no broken time of the day."""
        return tag not in _MINUTES or self._last() not in _DETAILS

    def _last(self) -> str:
        """The tag of the field that is open."""
        return "" if self._held is None else self._held[0]

    def _go_on(self, number: int, text: str) -> None:
        """A line that begins nothing: it goes on with its field, or lies outside of all."""
        if self._held is not None:
            self._held[2].append(text)
            return
        self._bank = _bank(text) or self._bank
        is_end = _DASH.fullmatch(text) or _END.fullmatch(text)
        is_stray = self._found and not is_end and not _HEADING.fullmatch(text.strip())
        if is_stray or TAG.match(text):
            self._outside.append(Field("", number, number, text))

    def _settle(self, before: int) -> None:
        """The field that was held is whole: it ends before this line."""
        if self._held is not None and self._open is not None:
            tag, first, texts = self._held
            self._open.fields.append(Field(tag, first, before - 1, "\n".join(texts)))
        self._held = None

    def _close(self, before: int) -> None:
        """The statement that was open is whole."""
        if self._open is None:
            return
        self._settle(before)
        self._open.last = before - 1
        self._found.append(self._open)
        self._open, self._top = None, before


def _bank(text: str) -> str:
    """The code of the bank that a heading line names."""
    found = _BIC.search(text.strip())
    return (found["bic"] or found["plain"] or "") if found else ""
