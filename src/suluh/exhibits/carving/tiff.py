# SPDX-License-Identifier: Apache-2.0
"""Whole JPEGs that a TIFF points to: what cameras show of raw pictures in DNG, NEF, ARW, PEF, and pages packed so."""

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from suluh.exhibits.carving.ends import jpeg_end
from suluh.exhibits.carving.parts import Part

_ORDERS = {b"II*\0": "<", b"MM\0*": ">", b"IIRO": "<", b"IIU\0": "<"}
_ENTRY = 12
_STRIP, _STRIP_SIZE, _BELOW, _JPEG, _JPEG_SIZE = 0x111, 0x117, 0x14A, 0x201, 0x202
_SIZES = {3: "H", 4: "I", 13: "I"}
_MOST_LISTS, _MOST_ENTRIES, _MOST_VALUES = 64, 1000, 10_000
_MARK, _LOSSLESS = b"\xff\xd8\xff", b"\xff\xd8\xff\xc4"


class _Lists(NamedTuple):
    """A file whose lists of tags are gone through."""

    file: BinaryIO
    order: str

    def read(self, at: int) -> tuple[dict[int, tuple[int, ...]], int]:
        """The whole numbers of the tags that matter here, and where the next list stands."""
        self.file.seek(at)
        count = self._number(self.file.read(2), "H")
        raw = self.file.read(min(count, _MOST_ENTRIES) * _ENTRY + 4)
        tags = {}
        for place in range(0, len(raw) - _ENTRY + 1, _ENTRY):
            tag, kind, size = struct.unpack_from(f"{self.order}HHI", raw, place)
            if tag in {_STRIP, _STRIP_SIZE, _BELOW, _JPEG, _JPEG_SIZE} and kind in _SIZES and size <= _MOST_VALUES:
                tags[tag] = self._values(raw[place + 8 : place + _ENTRY], _SIZES[kind], size)
        return tags, self._number(raw[-4:], "I") if len(raw) == count * _ENTRY + 4 else 0

    def first(self) -> int:
        """Where the first list stands."""
        self.file.seek(4)
        return self._number(self.file.read(4), "I")

    def _values(self, field: bytes, form: str, count: int) -> tuple[int, ...]:
        size = struct.calcsize(f"{self.order}{count}{form}")
        if size > len(field):
            self.file.seek(self._number(field, "I"))
            field = self.file.read(size)
        return struct.unpack(f"{self.order}{count}{form}", field[:size]) if len(field) >= size else ()

    def _number(self, raw: bytes, form: str) -> int:
        return int(struct.unpack(self.order + form, raw)[0]) if len(raw) == struct.calcsize(form) else 0


def previews(file: BinaryIO, size: int) -> list[Part]:
    """Every whole JPEG to which a list of tags points, by its place; what a sensor saw, without loss, is none."""
    file.seek(0)
    order = _ORDERS.get(file.read(4))
    if order is None:
        return []
    found: dict[int, Part] = {}
    for start, length in _pointed(_Lists(file, order)):
        end = _end(file, start, min(start + length, size))
        if end > start:
            found[start] = Part(start, end, b"jpg")
    return [found[start] for start in sorted(found)]


def _pointed(lists: _Lists) -> Iterator[tuple[int, int]]:
    """Where pictures may lie: from where, and how long."""
    waiting, seen = [lists.first()], set[int]()
    while waiting and len(seen) < _MOST_LISTS:
        at = waiting.pop(0)
        if not at or at in seen:
            continue
        seen.add(at)
        tags, onward = lists.read(at)
        waiting += [*tags.get(_BELOW, ()), onward]
        yield from zip(tags.get(_JPEG, ()), tags.get(_JPEG_SIZE, ()), strict=False)
        strips = tags.get(_STRIP, ())
        if len(strips) == 1:
            yield from zip(strips, tags.get(_STRIP_SIZE, ()), strict=False)


def _end(file: BinaryIO, start: int, stop: int) -> int:
    """Where a whole JPEG ends that begins at a place and is decoded; the place itself where none does."""
    file.seek(start)
    head = file.read(4)
    if not head.startswith(_MARK) or head.startswith(_LOSSLESS):
        return start
    return max(jpeg_end(file, start, stop), start)
