# SPDX-License-Identifier: Apache-2.0
"""An MT940 or MT942 file as statements and their fields, each with the lines it covers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from suluh.model.evidence.source import Line

TAG = re.compile(r":(?P<tag>13|20|21|25|28|34|60|61|62|64|65|86|90|NS)(?P<letter>[A-Z])?:")

_END = re.compile(r"-(?:\}.*|X{3})?\s*")
_BLOCK = re.compile(r"\{\d:.*")
_BIC = re.compile(r"\{1:F01(?P<bic>[A-Z]{6}[A-Z0-9]{2})|^(?P<plain>[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)$")


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
    found: list[Message] = []
    bank, last = "", 0
    for run in _runs(lines):
        if run.tag == "20":
            found.append(Message(1 + (found[-1].last if found else 0), run.last, bank))
        if run.tag and found:
            found[-1].fields.append(run)
            found[-1].last = run.last
        if not run.tag:
            bank = next(filter(None, map(_bank, run.text.split("\n"))), bank)
        last = run.last
    if found:
        found[-1].last = last
    return found


def _runs(lines: Iterable[Line]) -> Iterator[Field]:
    """Lines that belong together: a field with what follows it, or lines that are no field, whose tag is empty."""
    tag, first, held = "", 1, list[str]()
    for number, raw, _ in lines:
        text = decode(raw)
        start = TAG.match(text)
        outside = _END.fullmatch(text) or _BLOCK.match(text)
        if held and (start or (outside and tag)):
            yield Field(tag, first, number - 1, "\n".join(held))
            held = []
        if not held:
            tag, first = start["tag"] + (start["letter"] or "") if start else "", number
        held.append(text[start.end() :] if start else text)
    if held:
        yield Field(tag, first, first + len(held) - 1, "\n".join(held))


def _bank(text: str) -> str:
    """The code of the bank that a heading line names."""
    found = _BIC.search(text.strip())
    return (found["bic"] or found["plain"] or "") if found else ""
