# SPDX-License-Identifier: Apache-2.0
"""A text as every reader takes it: in UTF-8, with a line feed at the end of each line.

Windows saves texts in UTF-16, some programs in UTF-32, old ones end lines with a carriage return alone. Each reader
would have to know of it, so it is told here once; line numbers and what is said stay the same, bytes change.
"""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

from suluh.model.evidence.source import Line, Source
from suluh.readers.reader import is_binary

_WIDER = {codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be"}
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_OLD = ("gbk", "big5", "cp949", "cp932")
"""Encodings of old programs whose own words no other encoding shows."""

_LOADED = tuple(map(codecs.lookup, (*_WIDER.values(), *_WIDE.values(), *_OLD)))
"""Loaded here, for a locked worker opens no file of Python's any more."""

_LOOKED_AT, _LEAST = 512, 12
_PADS = 8
"""Fewer zeros than this may be typed, or end a record."""

_PIECE = 1 << 16
_SAYS_WIDE = re.compile(
    rb"(?i)(<(?:\?xml|meta)[^<>]{0,120}?(?:encoding|charset)\s*=\s*[\"']?)(?:utf-?(?:16|32)\w*(?:-?[lb]e)?|unicode)\b"
)
"""What a page or XML says of its own encoding, which is UTF-8 from here on."""

_PACKED = (b"%PDF", b"{\\rtf", b"PK\3\4")
_RETURNS = 2


def wide(head: bytes) -> str | None:
    """The name of UTF-16 as a text is written in it, by its mark or by every second byte being zero; else null."""
    if head[:2] in _WIDE:
        return _WIDE[head[:2]]
    first = head[: min(len(head), _LOOKED_AT) & ~1]
    for places, name in ((first[1::2], "utf-16-le"), (first[::2], "utf-16-be")):
        # text of this script has its zeros on one side alone, all but a few letters of others
        if len(first) >= _LEAST and 10 * places.count(0) > 9 * len(places) and first.count(0) < len(first):
            return name
    return None


class _Written(NamedTuple):
    """How a text is written: its encoding, whether a carriage return alone ends its lines, and zeros around it."""

    encoding: str
    returns: bool
    padded: bool = False
    """Whether bytes of zero stand before or behind it, as a file has that was cut in writing or carved."""

    def shown(self, text: str, *, first: bool) -> bytes:
        """A piece of it in UTF-8."""
        if first:
            text = text.removeprefix("\ufeff")
        text = text.replace("\0", "") if self.padded else text
        raw = (text.replace("\r", "\n") if self.returns else text).encode("utf-8", "backslashreplace")
        return _SAYS_WIDE.sub(rb"\1UTF-8", raw[:_LOOKED_AT]) + raw[_LOOKED_AT:] if first else raw


def plain(source: Source) -> Source:
    """The source itself, or the same text in UTF-8 with line feeds."""
    written = _written(source.head, whole=len(source.head) >= source.size)
    if written is None and is_padded(source):
        written = _Written("utf-8", returns=False, padded=True)
    return source if written is None or source.tables else cast("Source", _Plain(source, written))


def older(source: Source) -> Iterator[tuple[str, Source]]:
    """The text under each old encoding of East Asia that its head is whole in, where it is not UTF-8."""
    head = source.head[: source.head.rfind(b"\n") + 1]
    if source.tables or is_binary(head) or head.isascii() or _is_utf8(head):
        return
    for encoding in _OLD:
        try:
            head.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield encoding, cast("Source", _Plain(source, _Written(encoding, returns=False)))


def _written(head: bytes, *, whole: bool) -> _Written | None:
    """How a text is written that is not in UTF-8 or has no line feeds; null for every other file."""
    encoding = _WIDER.get(head[:4]) or wide(head)
    if encoding is None:
        is_text = b"\n" not in head and head.count(b"\r") >= _RETURNS and not head.startswith(_PACKED)
        return _Written("utf-8", returns=True) if is_text and not is_binary(head) and _is_utf8(head) else None
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head, whole)
    if is_binary(text.encode()) or 100 * text.count("\ufffd") > len(text):
        return None
    return _Written(encoding, returns="\n" not in text and text.count("\r") >= _RETURNS)


def _is_padded(head: bytes) -> bool:
    """Whether a head is a text of some length with bytes of zero before it or behind it, and none within."""
    text = head.strip(b"\0")
    is_long = len(text) >= _LEAST and len(head) - len(text) >= _PADS
    return is_long and b"\n" in text and b"\0" not in text and not is_binary(text) and _is_utf8(text)


def is_padded(source: Source) -> bool:
    """Whether a text stands among bytes of zero, which are left out where it is read."""
    head = source.head
    if source.tables or wide(head) is not None:
        return False
    if len(head) >= source.size or b"\0" in head:
        return _is_padded(head)
    if is_binary(head) or not _is_utf8(head):
        return False
    with source.open() as file:
        file.seek(-_PADS, io.SEEK_END)
        return file.read(_PADS) == bytes(_PADS)


def _is_utf8(head: bytes) -> bool:
    """Whether a head is UTF-8; its last character may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


class _Stream(io.RawIOBase):
    """The bytes of a text in UTF-8, as they are asked for."""

    def __init__(self, file: BinaryIO, written: _Written) -> None:
        self._file, self._written = file, written
        self._begin()

    def _begin(self) -> None:
        self._file.seek(0)
        self._decoder = codecs.getincrementaldecoder(self._written.encoding)("backslashreplace")
        self._rest, self._at, self._first, self._ended = b"", 0, True, False

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is, by reading from the start."""
        return True

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place: what lies before it is read again."""
        if whence == io.SEEK_CUR:
            place += self._at
        elif whence == io.SEEK_END:
            while self._take(_PIECE):
                pass
            place += self._at
        if place < self._at:
            self._begin()
        while self._at < place and self._take(place - self._at):
            pass
        return self._at

    def tell(self) -> int:
        """How many bytes were given."""
        return self._at

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override] # the buffer of io alone
        """The next bytes."""
        found = self._take(len(into))
        into[: len(found)] = found
        return len(found)

    def _take(self, most: int) -> bytes:
        while not self._rest and not self._ended:
            block = self._file.read(_PIECE)
            self._ended = not block
            text = self._decoder.decode(block, self._ended)
            if text:
                self._rest = self._written.shown(text, first=self._first)
                self._first = False
        found, self._rest = self._rest[:most], self._rest[most:]
        self._at += len(found)
        return found

    def close(self) -> None:
        """And the file below."""
        self._file.close()
        super().close()


class _Plain:
    """A source whose text is given in UTF-8; what is not of its text is the source's own."""

    def __init__(self, source: Source, written: _Written) -> None:
        self._source, self._written = source, written
        whole = len(source.head) >= source.size
        text = codecs.getincrementaldecoder(written.encoding)("backslashreplace").decode(source.head, whole)
        self.head = written.shown(text, first=True)
        self.size = len(self.head) if whole else max(source.size, len(self.head) + 1)

    def __getattr__(self, name: str) -> object:
        return getattr(self._source, name)

    def open(self) -> BinaryIO:
        """The bytes from the start, seekable."""
        return cast("BinaryIO", io.BufferedReader(_Stream(self._source.open(), self._written)))

    def whole(self) -> BinaryIO:
        """The same: no text comes in several parts."""
        return self.open()

    def lines(self) -> Iterator[Line]:
        """Every line."""
        with self.open() as file:
            for number, raw in enumerate(file, 1):
                yield Line(number, raw, raw.decode("utf-8", "backslashreplace").removesuffix("\n").removesuffix("\r"))

    def beside(self, name: str) -> Source | None:
        """A file in the same folder or archive, as a reader takes it."""
        found = self._source.beside(name)
        return None if found is None else plain(found)
