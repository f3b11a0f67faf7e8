# SPDX-License-Identifier: Apache-2.0
"""What stands in the header of a JPEG, and how large a JPEG says that it is."""

from collections.abc import Iterator
from typing import BinaryIO

_SCAN, _END = 0xDA, 0xD9
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_ALONE = {0x01, *range(0xD0, 0xD9)}
_MOST = 1 << 12
SMALL = 512
"""A picture of no more points on its long side, in another one's header, is that other one made small."""


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


def is_small(file: BinaryIO, start: int, size: int) -> bool:
    """Whether a JPEG that begins at a place says that it is no larger than a small picture of another."""
    for mark, begin, _ in segments(file, size, start):
        if mark in _SIZES:
            file.seek(begin + 1)
            sides = file.read(4)
            return max(int.from_bytes(sides[:2], "big"), int.from_bytes(sides[2:], "big")) <= SMALL
    return False
