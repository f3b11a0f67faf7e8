# SPDX-License-Identifier: Apache-2.0
"""Android's binary XML (ABX), in which Android 12 and later keep their settings: each element with what stands in it.

Behind four bytes stand tokens: the lower half of a byte is what it is, the upper half of which type its value is. Names
stand once and are numbered. Described by github.com/cclgroupltd/android-bits.
"""

import struct
from base64 import b64encode
from collections.abc import Iterator
from typing import NamedTuple

MAGIC = b"ABX\0"
_START, _END, _TEXT, _CDATA, _ATTRIBUTE = 2, 3, 4, 5, 15
_NULL, _STRING, _INTERNED, _HEX, _BASE64, _TRUE, _FALSE = 1, 2, 3, 4, 5, 12, 13
_NUMBERS = {6: ">i", 7: ">i", 8: ">q", 9: ">q", 10: ">f", 11: ">d"}
_NEW = 0xFFFF


class Element(NamedTuple):
    """One element: its name, where it stands, what it says of itself, and the text in it."""

    name: str
    path: str
    """Its name and the number of its turn in the file, such as ``/setting[12]``."""

    attributes: dict[str, str]
    text: str


MOST_TEXT = 1 << 20
"""Characters of text in one file: settings hold a few, and names that stand once can be said a million times."""


class BrokenAbx(ValueError):
    """It breaks off, or is none."""


def elements(raw: bytes) -> Iterator[Element]:
    """The elements in the order in which they end. Raises `BrokenAbx` where the bytes cannot be read on."""
    if not raw.startswith(MAGIC):
        raise BrokenAbx("it does not begin as binary XML does")
    reading = _Reading(raw)
    try:
        yield from reading.elements()
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise BrokenAbx(f"it breaks off at byte {reading.at}") from error


class _Reading:
    """One file while it is read."""

    def __init__(self, raw: bytes) -> None:
        self.raw, self.at = raw, len(MAGIC)
        self.names: list[str] = []

    def elements(self) -> Iterator[Element]:
        """Open elements wait until they end; what breaks off is not told."""
        open_: list[Element] = []
        texts: list[list[str]] = []
        number = held = 0
        while self.at < len(self.raw):
            token = self._number(">B")
            what, kind = int(token) & 0x0F, int(token) >> 4
            if what == _ATTRIBUTE:
                name = self._interned()
                open_[-1].attributes[name] = self._value(kind)
                continue
            value = self._value(kind)
            if what == _START:
                number += 1
                open_.append(Element(value, f"/{value}[{number}]", {}, ""))
                texts.append([])
            elif what in {_TEXT, _CDATA} and open_:
                held += len(value)
                if held > MOST_TEXT:
                    raise BrokenAbx(f"it holds more than {MOST_TEXT} characters of text by byte {self.at}")
                texts[-1].append(value)
            elif what == _END:
                yield open_.pop()._replace(text="".join(texts.pop()))
        if open_:
            raise BrokenAbx(f"it ends at byte {self.at} with {len(open_)} elements open")

    def _value(self, kind: int) -> str:
        """A value in words; empty where there is none."""
        if kind == _STRING:
            return self._string()
        if kind == _INTERNED:
            return self._interned()
        if kind in {_HEX, _BASE64}:
            found = self._bytes()
            return found.hex() if kind == _HEX else b64encode(found).decode("ascii")
        if kind in _NUMBERS:
            return str(self._number(_NUMBERS[kind]))
        return {_TRUE: "true", _FALSE: "false"}.get(kind, "")

    def _number(self, form: str) -> int | float:
        [found] = struct.unpack_from(form, self.raw, self.at)
        self.at += struct.calcsize(form)
        return found if isinstance(found, int) else float(found)

    def _bytes(self) -> bytes:
        size = int(self._number(">H"))
        found = self.raw[self.at : self.at + size]
        if len(found) < size:
            raise IndexError
        self.at += size
        return found

    def _string(self) -> str:
        return self._bytes().decode("utf-8")

    def _interned(self) -> str:
        """A name: by its number, or written out where it stands for the first time."""
        number = int(self._number(">H"))
        if number == _NEW:
            self.names.append(self._string())
            return self.names[-1]
        return self.names[number]
