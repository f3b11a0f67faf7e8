# SPDX-License-Identifier: Apache-2.0
"""Files with holes as archives of tar keep them: what is stored, and where in the file it stands.

The forms are GNU's own header, and its fields of pax in versions 0.0, 0.1 and 1.0 (GNU tar's manual, "Sparse Formats").
"""

import re
from collections.abc import Callable, Mapping
from typing import BinaryIO, NamedTuple

from suluh.exhibits.limits import RATIO, RATIO_AFTER
from suluh.exhibits.unpack.reading import Forward
from suluh.exhibits.unpack.streams import TooMuch

BLOCK = 512
_MOST_PIECES = 1 << 20
_ZEROS = 1 << 18
_LINE = re.compile(rb"(\d{1,19})\n")

Read = Callable[[int, int], bytes]
"""So many plain bytes from a place on."""


class Layout(NamedTuple):
    """Where the stored bytes begin, how they lie in the file, piece by piece, and how long the file is."""

    start: int
    pieces: tuple[tuple[int, int], ...]
    size: int


def of_gnu(header: bytes, data: int, read: Read, number: Callable[[bytes], int | None]) -> Layout | None:
    """By GNU's own header, and the blocks behind it that go on with it; null where they make no sense."""
    pieces: list[tuple[int, int]] = []
    raw, first, count, goes_on = header, 386, 4, header[482]
    while True:
        for at in range(first, first + 24 * count, 24):
            place, size = number(raw[at : at + 12]), number(raw[at + 12 : at + 24])
            if place is None or size is None:
                return None
            if raw[at : at + 24].strip(b"\0"):
                pieces.append((place, size))
        if not goes_on or len(pieces) > _MOST_PIECES:
            break
        raw = read(data, BLOCK)
        if len(raw) < BLOCK:
            return None
        data, first, count, goes_on = data + BLOCK, 0, 21, raw[504]
    size = number(header[483:495])
    return _sound(data, pieces, size)


def of_pax(said: Mapping[bytes, bytes], data: int, read: Read) -> Layout | None:
    """By fields of pax; null where they make no sense."""
    if said.get(b"GNU.sparse.major") == b"1":
        found = _leading(data, read)
        size = said.get(b"GNU.sparse.realsize", b"")
        return _sound(*found, int(size)) if found is not None and size.isdigit() else None
    numbers, size = said.get(b"GNU.sparse.map", b"").split(b","), said.get(b"GNU.sparse.size", b"")
    if not size.isdigit() or len(numbers) % 2 or not all(one.isdigit() for one in numbers):
        return None
    values = [int(one) for one in numbers]
    return _sound(data, list(zip(values[::2], values[1::2], strict=True)), int(size))


def _leading(data: int, read: Read) -> tuple[int, list[tuple[int, int]]] | None:
    """The list of pieces that stands before the stored bytes, line by line, and where these begin."""
    raw, at, values = b"", 0, list[int]()
    wanted = 1
    while len(values) < wanted:
        line = _LINE.match(raw, at)
        if line is None:
            more = read(data + len(raw), BLOCK)
            if len(more) < BLOCK or len(raw) - at > BLOCK:
                return None
            raw += more
            continue
        values.append(int(line[1]))
        at = line.end()
        wanted = 1 + 2 * values[0]
        if wanted > 2 * _MOST_PIECES:
            return None
    return data + len(raw), list(zip(values[1::2], values[2::2], strict=True))


def _sound(start: int, pieces: list[tuple[int, int]], size: int | None) -> Layout | None:
    """The layout, where its pieces follow one another within the file."""
    at = 0
    for place, length in pieces:
        if place < at or size is None or place + length > size:
            return None
        at = place + length
    return Layout(start, tuple(one for one in pieces if one[1]), size) if size is not None else None


class Filled(Forward):
    """The bytes of a file with its holes filled. Raises `ValueError` where stored bytes end too early."""

    def __init__(self, plain: BinaryIO, layout: Layout) -> None:
        self._plain, self._layout = plain, layout
        self._at = self._taken = self._piece = 0
        stored = sum(length for _, length in layout.pieces)
        self._most = max(RATIO_AFTER, RATIO * stored)

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end."""
        left = self._layout.size - self._at if size is None or size < 0 else size
        parts: list[bytes] = []
        while left > 0 and (part := self._next(left)):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    def _next(self, most: int) -> bytes:
        if self._at >= self._most and self._at < self._layout.size:
            raise TooMuch(f"too large: its holes make it more than {RATIO} times what is stored of it")
        pieces = self._layout.pieces
        while self._piece < len(pieces) and sum(pieces[self._piece]) <= self._at:
            self._piece += 1
        place, length = pieces[self._piece] if self._piece < len(pieces) else (self._layout.size, 0)
        if self._at < place:
            part = bytes(min(place - self._at, most, _ZEROS))
        else:
            self._plain.seek(self._layout.start + self._taken)
            part = self._plain.read(min(place + length - self._at, most)) if length else b""
            if not part and length:
                raise ValueError("the container ends in the middle of it")
            self._taken += len(part)
        self._at += len(part)
        return part
