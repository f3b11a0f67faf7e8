# SPDX-License-Identifier: Apache-2.0
"""ZIP archives, read by their central directory, streamed, and never extracted."""

import bz2
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits.central import DEFLATED, STORED, Entry, modified, read_directory
from suluh.exhibits.streams import MOST, Span, Stream, Unpacker
from suluh.model.evidence.container import Container, Member
from suluh.model.ids import display

_ABSURD = 1 << 63
"""A stated size that no disk holds and no index takes: the directory lies, and the bytes are counted as they come."""

_STARTS = (b"PK\3\4", b"PK\5\6")
_LOCAL_FORM = struct.Struct("<4s5H3L2H")


class Zip(Container):
    """A ZIP archive, with or without ZIP64, as PKWARE's APPNOTE 6.3.10 describes it."""

    name: ClassVar[str] = "zip"

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._entries: list[Entry] = []
        self._by_name: dict[bytes, Entry] = {}

    def claims(self, head: bytes) -> bool:
        """A local header, or the end of an empty archive."""
        return head.startswith(_STARTS)

    def members(self, file: BinaryIO) -> Iterator[Member]:
        """Every member in the order of raw names; folders without bytes are none."""
        self._read(file)
        for entry in self._entries:
            if not entry.name.endswith(b"/") or entry.size:
                size = entry.size if entry.size < _ABSURD else None
                yield Member(entry.name, size, modified(entry.stamp), entry.special)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The first entry of this name as a stream. Raises `ValueError`, `KeyError`."""
        self._read(file)
        entry = self._by_name[name]
        if entry.special is not None:
            raise ValueError(f"{display(name)} cannot be read: {entry.special}")
        file.seek(entry.start)
        form = file.read(_LOCAL_FORM.size)
        if len(form) < _LOCAL_FORM.size or not form.startswith(_STARTS[0]):
            raise ValueError(f"{display(name)} is not where the directory says")
        lengths = sum(_LOCAL_FORM.unpack(form)[9:])
        span = Span(entry.start + len(form) + lengths, entry.packed, entry.size, entry.crc)
        return cast("BinaryIO", Stream(file, span, _unpacker(entry.method, entry.packed)))

    def _read(self, file: BinaryIO) -> None:
        """The directory, once for each open file."""
        if self._file is file:
            return
        self._entries = read_directory(file)
        self._by_name = {entry.name: entry for entry in reversed(self._entries)}
        self._file = file


def _unpacker(method: int, packed: int) -> Unpacker:
    if method == STORED:
        return _Stored(packed)
    return _Inflate() if method == DEFLATED else _Bunzip()


class _Stored:
    """Bytes that are not packed."""

    def __init__(self, size: int) -> None:
        self._left = size

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        self._left -= len(packed)
        yield packed

    def is_whole(self) -> bool:
        return self._left == 0


class _Inflate:
    """Deflated bytes."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(-zlib.MAX_WBITS)

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        rest = packed
        try:
            while rest and not self._inner.eof:
                yield self._inner.decompress(rest, MOST)
                rest = self._inner.unconsumed_tail
        except zlib.error as error:
            raise ValueError(f"its packed bytes are damaged: {error}") from error

    def is_whole(self) -> bool:
        return self._inner.eof


class _Bunzip:
    """Bytes packed with bzip2."""

    def __init__(self) -> None:
        self._inner = bz2.BZ2Decompressor()

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        rest = packed
        try:
            while not self._inner.eof and (rest or not self._inner.needs_input):
                yield self._inner.decompress(rest, MOST)
                rest = b""
        except OSError as error:
            raise ValueError(f"its packed bytes are damaged: {error}") from error

    def is_whole(self) -> bool:
        return self._inner.eof
