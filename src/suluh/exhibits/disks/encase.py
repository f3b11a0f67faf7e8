# SPDX-License-Identifier: Apache-2.0
"""The disk inside an EnCase image (EWF, ``.E01``): sections, and tables of chunks that are packed by themselves.

The form is described by Joachim Metz, "Expert Witness Compression Format specification". Tried with images of
EnCase 6 and FTK Imager forms; not with EWF 2 (``.Ex01``) or logical images (``.L01``).
"""

import hashlib
import os
import struct
import sys
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from suluh.exhibits.unpack.reading import Anywhere

MARK = b"EVF\x09\r\n\xff\0"
PLACE, FIRST = 9, b"\1\0"
"""Where the number of a part stands, and that of the first."""

_HEAD, _SECTION = 13, struct.Struct("<16sQQ")
_SECTION_SIZE = 76
_VOLUME = struct.Struct("<4xIIIQ")
_TABLE, _TABLE_SIZE = struct.Struct("<I4xQ"), 24
_PACKED, _PLACE = 1 << 31, (1 << 31) - 1
_LARGEST_CHUNK, _MOST_CHUNKS = 1 << 26, 1 << 26
_CHECKSUM = 4
_BLOCK = 1 << 20


_SUMS, _DIGESTS = (b"hash", b"digest"), 36
"""MD5 alone; MD5 and SHA-1."""


class _Table(NamedTuple):
    """Chunks that lie one behind the other: the number of the first, where they begin, and where the last ends."""

    first: int
    base: int
    entries: "array[int]"
    end: int


class Disk(Anywhere):
    """The bytes of the disk, as far as its parts are here. Raises `ValueError` for a file that is no such image."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file, self._all = file, file.seek(0, os.SEEK_END)
        self._chunk, self.size, self._tables = 0, 0, list[_Table]()
        self.is_whole = False
        """Whether the last of its parts was met."""

        self.sums: dict[str, bytes] = {}
        """What it states as the sums of the whole disk, by their kind."""

        self._read_parts()
        self.stated = self.size
        """How many bytes the whole disk has."""

        if not self.size or not 0 < self._chunk <= _LARGEST_CHUNK:
            raise ValueError("the image does not say how large the disk is")
        held = self._tables[-1].first + len(self._tables[-1].entries) if self._tables else 0
        self.size = min(self.size, held * self._chunk)
        self._firsts = [one.first for one in self._tables]
        self._last: tuple[int, bytes] = -1, b""

    def at(self, place: int, most: int) -> bytes:
        """Bytes of the chunk in which a place lies."""
        number, within = divmod(place, self._chunk)
        if self._last[0] != number:
            self._last = number, self._unpacked(number)
        piece = self._last[1][within : within + most]
        if not piece:
            raise ValueError(f"the image ends before byte {place} of the disk")
        return piece

    def otherwise(self) -> list[str]:
        """What the whole disk sums up to where that is not what the image states. Raises `ValueError`."""
        made = {name: hashlib.new(name, usedforsecurity=False) for name in self.sums}
        self.seek(0)
        while block := self.read(_BLOCK):
            for one in made.values():
                one.update(block)
        return [
            f"the image states {name.upper()} {self.sums[name].hex()} for its whole disk, which has {one.hexdigest()}"
            for name, one in made.items()
            if one.digest() != self.sums[name]
        ]

    def _unpacked(self, number: int) -> bytes:
        """One chunk, its checksum looked at."""
        table = self._tables[max(bisect_right(self._firsts, number) - 1, 0)] if self._tables else None
        if table is None or number - table.first >= len(table.entries):
            raise ValueError(f"the image has no chunk {number}: a part is missing or cut off")
        entry = table.entries[number - table.first]
        start = table.base + (entry & _PLACE)
        size = min(self._chunk, self.size - number * self._chunk)
        most = size + _CHECKSUM if not entry & _PACKED else 2 * self._chunk + 1024
        raw = _raw(self._file, start, min(most, table.end - start))
        return _inflated(raw, self._chunk, number) if entry & _PACKED else _checked(raw, size, number)

    def _read_parts(self) -> None:
        at: int | None = 0
        number = 0
        while at is not None and at < self._all:
            if _raw(self._file, at, len(MARK)) != MARK:
                raise ValueError("a part of the image does not begin as one")
            number += 1
            if _raw(self._file, at + PLACE, 2) != number.to_bytes(2, "little"):
                raise ValueError(f"part {number} of the image is another part, or of another image")
            at = self._read_part(at)

    def _read_part(self, start: int) -> int | None:
        """The sections of one part; where the next part begins, or null behind the last."""
        held = start
        for kind, at, size in _sections(self._file, start, self._all):
            if kind in {b"volume", b"disk"}:
                self._measure(at)
            elif kind == b"sectors":
                held = at - _SECTION_SIZE + size
            elif kind == b"table":
                self._take_table(start, at, held)
            elif kind in _SUMS:
                raw = _raw(self._file, at, _DIGESTS)
                found = {"md5": raw[:16], "sha1": raw[16:36] if kind == b"digest" else b""}
                self.sums |= {name: value for name, value in found.items() if any(value)}
            elif kind == b"next":
                return at
            elif kind == b"done":
                self.is_whole = True
        return None

    def _measure(self, at: int) -> None:
        _, sectors, bytes_each, count = _VOLUME.unpack(_exactly(self._file, at, _VOLUME.size))
        self._chunk, self.size = sectors * bytes_each, count * bytes_each

    def _take_table(self, start: int, at: int, held: int) -> None:
        count, base = _TABLE.unpack(_exactly(self._file, at, _TABLE.size))
        first = self._tables[-1].first + len(self._tables[-1].entries) if self._tables else 0
        if first + count > _MOST_CHUNKS:
            raise ValueError("the image has more chunks than one can have")
        head, raw = _exactly(self._file, at, _TABLE_SIZE), _exactly(self._file, at + _TABLE_SIZE, 4 * count)
        if zlib.adler32(head[:-_CHECKSUM]) != int.from_bytes(head[-_CHECKSUM:], "little"):
            raise ValueError("a table of the image is damaged: its checksum is another")
        entries = array("I", raw)
        if sys.byteorder == "big":
            entries.byteswap()
        self._tables.append(_Table(first, start + base, entries, held if held > start else self._all))


def _sections(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, place behind its head, and size of each section of a part."""
    at = start + _HEAD
    while at + _SECTION_SIZE <= end:
        kind, following, size = _SECTION.unpack(_exactly(file, at, _SECTION.size))
        name = kind.rstrip(b"\0")
        yield name, at + _SECTION_SIZE, size
        if name in {b"next", b"done"} or start + following <= at:
            return
        at = start + following


def _inflated(raw: bytes, most: int, number: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, most)
    except zlib.error as error:
        raise ValueError(f"chunk {number} of the image is damaged: {error}") from error


def _checked(raw: bytes, size: int, number: int) -> bytes:
    plain, checksum = raw[:size], raw[size : size + _CHECKSUM]
    if len(plain) < size or zlib.adler32(plain) != int.from_bytes(checksum, "little"):
        raise ValueError(f"chunk {number} of the image is damaged: its checksum is another")
    return plain


def _raw(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at)
    return file.read(max(size, 0))


def _exactly(file: BinaryIO, at: int, size: int) -> bytes:
    raw = _raw(file, at, size)
    if len(raw) != size:
        raise ValueError("the image is cut off")
    return raw
