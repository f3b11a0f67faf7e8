# SPDX-License-Identifier: Apache-2.0
"""What stands before each member of a ZIP archive, and members that no directory names, found by it."""

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from suluh.exhibits.unpack.methods import is_read
from suluh.exhibits.zips.central import Entry, fields_of, special_of

LOCAL = b"PK\3\4"
_FORM = struct.Struct("<4s5H3L2H")
_DESCRIPTOR = b"PK\7\b"
_EXTRA_64 = 1
_WIDE = 0xFFFFFFFF
_BEHIND = 8
"""The bit that says sizes stand behind the bytes."""

_LONGEST_NAME = 4096
_NEWEST = 63
_BLOCK = 1 << 20
_MOST_MEMBER = 1 << 32


class Local(NamedTuple):
    """One header before a member."""

    name: bytes
    flags: int
    method: int
    stamp: int
    crc: int
    packed: int
    size: int
    data: int
    """Where the bytes begin."""


def local(file: BinaryIO, at: int) -> Local | None:
    """The header at a place, or null where none stands."""
    file.seek(at)
    form = file.read(_FORM.size)
    if len(form) < _FORM.size or not form.startswith(LOCAL):
        return None
    _, _, flags, method, time, day, crc, packed, size, name_size, extra_size = _FORM.unpack(form)
    tail = file.read(name_size + extra_size)
    for kind, field in fields_of(tail[name_size:]):
        if kind == _EXTRA_64 and len(field) >= 16:  # noqa: PLR2004 # both sizes
            wide_size, wide_packed = struct.unpack_from("<2Q", field)
            size, packed = (wide_size if size == _WIDE else size), (wide_packed if packed == _WIDE else packed)
    data = at + _FORM.size + name_size + extra_size
    return Local(tail[:name_size], flags, method, day << 16 | time, crc, packed, size, data)


def salvaged(file: BinaryIO, start: int, end: int) -> Iterator[tuple[Entry, int]]:
    """Members whose headers stand between two places, and where each ends."""
    at = start
    while (at := _next(file, at, end)) >= 0:
        found = local(file, at)
        if found is None or not _is_plausible(file, at, found):
            at += len(LOCAL)
            continue
        packed, size, crc = _extent(file, found, end)
        reach = found.data + packed
        stated = Entry(found.name, found.method, crc, packed, size, at, found.stamp, found.flags, None)
        yield stated._replace(special=special_of(found.flags, found.method)), reach
        at = max(reach, at + len(LOCAL))


def _next(file: BinaryIO, at: int, end: int) -> int:
    """The next mark of a header, or -1."""
    while at < end:
        file.seek(at)
        block = file.read(min(_BLOCK, end - at))
        found = block.find(LOCAL)
        if found >= 0:
            return at + found
        if len(block) < len(LOCAL):
            return -1
        at += len(block) - len(LOCAL) + 1
    return -1


def _is_plausible(file: BinaryIO, at: int, found: Local) -> bool:
    """Whether a header can be one: four bytes that look so stand anywhere."""
    file.seek(at + len(LOCAL))
    (needed,) = struct.unpack("<H", file.read(2))
    sound = 0 < len(found.name) <= _LONGEST_NAME and b"\0" not in found.name and needed & 0xFF <= _NEWEST
    return sound and (is_read(found.method) or found.method < 100) and found.size < 1 << 50  # noqa: PLR2004 # as APPNOTE


def _extent(file: BinaryIO, found: Local, end: int) -> tuple[int, int, int]:
    """Packed size, plain size and checksum: as stated before the bytes or behind them, or as they themselves say."""
    if not found.flags & _BEHIND or found.packed:
        return min(found.packed, max(0, end - found.data)), found.size, found.crc
    if found.method == 8:  # noqa: PLR2004 # deflate knows its own end
        return _inflated(file, found, end)
    return _described(file, found, end)


def _inflated(file: BinaryIO, found: Local, end: int) -> tuple[int, int, int]:
    inner, at, size, crc = zlib.decompressobj(-zlib.MAX_WBITS), found.data, 0, 0
    file.seek(at)
    try:
        while not inner.eof and at < end and (packed := file.read(min(1 << 16, end - at))):
            at += len(packed)
            while packed and size < _MOST_MEMBER:
                piece = inner.decompress(packed, 1 << 18)
                size, crc, packed = size + len(piece), zlib.crc32(piece, crc), inner.unconsumed_tail
    except zlib.error:
        return max(0, _next_or(file, found.data, end) - found.data), found.size, found.crc
    return at - len(inner.unused_data) - found.data, size, crc


def _described(file: BinaryIO, found: Local, end: int) -> tuple[int, int, int]:
    """By the descriptor behind the bytes, else by the next header."""
    at = found.data
    while at < end:
        file.seek(at)
        block = file.read(min(_BLOCK, end - at))
        place = block.find(_DESCRIPTOR)
        if place < 0:
            at += max(1, len(block) - len(_DESCRIPTOR) + 1)
            continue
        at += place
        file.seek(at)
        crc, packed, size = struct.unpack("<4x3L", file.read(16).ljust(16, b"\0"))
        if packed == at - found.data:
            return packed, size, crc
        at += len(_DESCRIPTOR)
    reach = _next_or(file, found.data, end)
    return reach - found.data, reach - found.data if not found.method else found.size, found.crc


def _next_or(file: BinaryIO, at: int, end: int) -> int:
    place = _next(file, at, end)
    return end if place < 0 else place
