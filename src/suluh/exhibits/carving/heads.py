# SPDX-License-Identifier: Apache-2.0
"""What stands in the header of a JPEG, and how large a JPEG says that it is."""

from collections.abc import Iterator
from typing import BinaryIO

_SCAN, _END = 0xDA, 0xD9
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_ALONE = {0x01, *range(0xD0, 0xD9)}
_MOST = 1 << 12
_SMALL = 512
_EXIF, _PHOTOSHOP = b"Exif\0\0", b"Photoshop 3.0\0"
_START = b"\xff\xd8\xff"
_RESOURCES = (b"8BIM\x04\x0c\0\0", b"8BIM\x04\x09\0\0")
_BEFORE = 40
"""Bytes of Photoshop's block before its small picture: its mark, number, name and length, and how large that is."""


def segments(file: BinaryIO, size: int, start: int = 0) -> Iterator[tuple[int, int, int]]:
    """Mark, from and to of each segment of a JPEG before its first scan."""
    at = start + 2
    for _ in range(_MOST):
        file.seek(at)
        mark = file.read(4)
        if len(mark) < 4 or mark[0] != 0xFF or mark[1] in {_SCAN, _END}:  # noqa: PLR2004 # how every mark begins
            return
        if mark[1] == 0xFF or mark[1] in _ALONE:  # noqa: PLR2004 # filling
            at += 1 if mark[1] == 0xFF else 2  # noqa: PLR2004 # the same
            continue
        length = int.from_bytes(mark[2:], "big")
        if length < 2 or at + 2 + length > size:  # noqa: PLR2004 # a length holds itself
            return
        yield mark[1], at + 4, at + 2 + length
        at += 2 + length


def header_end(file: BinaryIO, size: int) -> int:
    """Where the last segment before the first scan ends."""
    return max((stop for _, _, stop in segments(file, size)), default=0)


def small_pictures(file: BinaryIO, size: int) -> frozenset[int]:
    """Where the small pictures of a JPEG itself begin, which are hashed with it: see hashing/pictures/small.py.

    In EXIF that is the first, in Photoshop's blocks the one of its block; none where the header says no size
    that is read, for then it is not opened. Whatever else lies in the header, however small, is a picture of its own.
    """
    header = list(segments(file, size))
    if not _is_opened(file, header):
        return frozenset()
    exif: list[int] = []
    photoshop: list[int] = []
    for _, start, stop in header:
        file.seek(start)
        raw = file.read(stop - start)
        if raw.startswith(_EXIF) and _START in raw:
            exif.append(start + raw.index(_START))
        elif raw.startswith(_PHOTOSHOP):
            blocks = (found for one in _RESOURCES for found in _places(raw, one))
            photoshop += [start + place + _BEFORE for place in blocks]
    found = exif[:1] + (photoshop if len(photoshop) == 1 else [])
    return frozenset(one for one in found if _is_small(file, one, size))


def _is_opened(file: BinaryIO, header: list[tuple[int, int, int]]) -> bool:
    """Whether the header of a JPEG says its size, with colours of 8 bits in one, three or four layers."""
    for mark, start, _ in header:
        if mark in _SIZES:
            file.seek(start)
            frame = file.read(6)
            return len(frame) == 6 and frame[0] == 8 and frame[5] in {1, 3, 4}  # noqa: PLR2004 # as said
    return False


def _places(raw: bytes, wanted: bytes) -> Iterator[int]:
    at = raw.find(wanted)
    while at >= 0:
        yield at
        at = raw.find(wanted, at + 1)


def _is_small(file: BinaryIO, start: int, size: int) -> bool:
    """Whether a JPEG that begins at a place says that it is no larger than a small picture of another."""
    for mark, begin, _ in segments(file, size, start):
        if mark in _SIZES:
            file.seek(begin + 1)
            sides = file.read(4)
            return max(int.from_bytes(sides[:2], "big"), int.from_bytes(sides[2:], "big")) <= _SMALL
    return False
