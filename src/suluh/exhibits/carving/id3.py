# SPDX-License-Identifier: Apache-2.0
"""Tags of music whose bytes are kept from looking like sound (ID3v2, "unsynchronisation"), and what says so.

A zero stands there behind each 0xFF that a zero or a byte of 0xE0 or more follows; some writers put one behind each.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_HEAD, _FRAME = 10, 10
_ALL_STUFFED, _EXTENDED, _FRAME_STUFFED = 0x80, 0x40, 0x02
LONGEST = 1 << 26
CUT = "of the tag before its sound only the first {count} bytes were searched for covers kept in another form"
_BY_FRAME = 4
"""The version from which each frame says for itself how it is kept."""

_PLAIN = re.compile(rb"\xff(?:[\xe0-\xff]|\0[\x01-\xdf])")
"""What stands nowhere in bytes that are kept so."""

_NOT_EACH = re.compile(rb"\xff[^\0]", re.DOTALL)
_ZERO = re.compile(rb"(?<=\xff)\0")


class Tag(NamedTuple):
    """The tag at the start of a file."""

    start: int
    raw: bytes
    """All behind its head, as it lies."""

    said: tuple[tuple[int, int], ...]
    """From where to where in the file it says that its bytes are kept so."""

    is_whole: bool
    """Whether all of it was read."""

    def says(self, start: int, end: int) -> bool:
        """Whether it says so of what lies between two places of the file."""
        return any(one <= start and end <= other for one, other in self.said)


class Plain:
    """The bytes of a tag without the zeros that may have been put in, and where each lay before."""

    def __init__(self, tag: Tag) -> None:
        self.raw = _ZERO.sub(b"", tag.raw)
        self._tag = tag
        self._zeros = [found.start() - number for number, found in enumerate(_ZERO.finditer(tag.raw))]

    def lay(self, at: int) -> int:
        """Where in the tag a byte lay."""
        return at + bisect_right(self._zeros, at)

    def is_stuffed(self, start: int, end: int) -> bool:
        """Whether what lies between two places was kept so, by its looks."""
        return is_stuffed(self._tag.raw[self.lay(start) : self.lay(end - 1) + 1])


def is_stuffed(raw: bytes) -> bool:
    """Whether bytes as they lie look as if they were kept so."""
    return b"\xff\0" in raw and (_PLAIN.search(raw) is None or _NOT_EACH.search(raw) is None)


def tag_of(file: BinaryIO, size: int) -> Tag | None:
    """The tag at the start of a file; none where there is none. Of one that is very long the first bytes are read."""
    file.seek(0)
    head = file.read(_HEAD)
    if not head.startswith(b"ID3") or len(head) < _HEAD:
        return None
    stop = min(_HEAD + _length(head[6:]), size)
    raw = file.read(min(stop - _HEAD, LONGEST))
    said = ((_HEAD, stop),) if head[5] & _ALL_STUFFED else tuple(_frames(head, raw))
    return Tag(_HEAD, raw, said, _HEAD + len(raw) == stop)


def _frames(head: bytes, raw: bytes) -> Iterator[tuple[int, int]]:
    """The frames that say so, each by itself."""
    at = _length(raw[:4]) if head[5] & _EXTENDED else 0
    while head[3] >= _BY_FRAME and (frame := raw[at : at + _FRAME])[:4].isalnum() and len(frame) == _FRAME:
        end = at + _FRAME + _length(frame[4:8])
        if frame[9] & _FRAME_STUFFED:
            yield _HEAD + at + _FRAME, _HEAD + end
        at = end


def _length(raw: bytes) -> int:
    """A number of seven bits a byte."""
    return sum((one & 0x7F) << (7 * (len(raw) - 1 - place)) for place, one in enumerate(raw))
