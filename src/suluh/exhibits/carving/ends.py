# SPDX-License-Identifier: Apache-2.0
"""Where a picture, film or sound ends by its own form, and which of its parts may hold other files."""

import struct
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from suluh.exhibits.carving.attached import attached
from suluh.exhibits.carving.heads import header_end
from suluh.exhibits.carving.trail import Trail

_BLOCK = 1 << 16
_SEGMENT = struct.Struct(">H")
_WIDE_BOX = 1
_MOST_BOXES = 1 << 16
_PLAYED = (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"meta", b"moof", b"mfra", b"sidx", b"styp", b"uuid")
_OWN = (*_PLAYED, b"emsg", b"prft", b"ssix", b"pdin", b"pnot", b"udta", b"jP  ", b"jp2h", b"jp2c", b"xml ", b"idat")
_NEEDED = {b"ftyp", b"meta", b"mdat", b"idat"}
_JPEG_2000 = b"jP  "
"""The box that stands before the brands of a JPEG 2000."""

_INSIDE = (b"mpvd",)
"""A film in a picture, as Google's cameras write it beside HEIC and AVIF."""

_TOLD = (b"moov", b"udta", b"meta", b"uuid")
"""What a film tells of itself, its cover among it; of a picture, what is packed may hold one as JPEG besides."""


class Own(NamedTuple):
    """What of a file is the picture, film or sound itself."""

    end: int
    """Where it ends; the size of the file where that cannot be told."""

    inside: tuple[tuple[int, int], ...] = ()
    """Places in it, from and to, each a file of its own or several behind each other."""

    covers: tuple[tuple[int, int], ...] = ()
    """Places in a film, sound or picture where a picture may lie among other things."""


def end_of(file: BinaryIO, kind: str, size: int) -> Own:
    """Where a file of a media type ends by its own form."""
    file.seek(0)
    if kind in _BOXED:
        return _boxes(file, 0, size, _TOLD if kind.startswith("video/") else (*_TOLD, b"mdat", b"idat"))
    if kind == "video/x-matroska":
        return Own(size, attached(file, size))
    ends = _ENDS.get(kind)
    return Own(size if ends is None else ends(file, size), covers=_covers(file, kind, size))


def _covers(file: BinaryIO, kind: str, size: int) -> tuple[tuple[int, int], ...]:
    """Where pictures may lie: in a JPEG before its first scan, in what a film of Windows tells, all over sound."""
    file.seek(0)
    if kind == "image/jpeg":
        return ((2, header_end(file, size)),)
    if kind == "video/x-ms-asf":
        return ((0, min(int.from_bytes(file.read(24)[16:], "little"), size)),)
    return ((0, size),) if kind.startswith("audio/") and kind != _IN_PIECES else ()


def jpeg_end(file: BinaryIO, start: int, size: int, trail: Trail | None = None) -> int:
    """Where a JPEG ends that begins at a place; -1 where its form breaks before its end."""
    return _walked(file, start, size, trail or Trail())


def _jpeg(file: BinaryIO, size: int) -> int:
    end = _walked(file, 0, size, Trail())
    return size if end < 0 else end


def _bitmap(file: BinaryIO, size: int) -> int:
    stated = int.from_bytes(file.read(6)[2:], "little")
    return stated if 0 < stated < size else size


def _walked(file: BinaryIO, start: int, size: int, trail: Trail) -> int:
    """Go from mark to mark; within a scan, to the next mark that is none of its own."""
    at = start + 2
    while at < size and not trail.leads_nowhere("jpg", at):
        file.seek(at)
        mark = file.read(4)
        if len(mark) < 2 or mark[0] != 0xFF:  # noqa: PLR2004 # how every mark begins
            return -1
        code = mark[1]
        if code == 0xFF:  # noqa: PLR2004 # filling
            at += 1
        elif code in {0xD8, 0xD9}:  # the end, or another picture where this one is cut off
            return at + 2 if code == 0xD9 else at  # noqa: PLR2004 # the end
        elif code in {0x01, *range(0xD0, 0xD8)}:
            at += 2
        elif len(mark) < 4 or (length := _SEGMENT.unpack(mark[2:])[0]) < 2:  # noqa: PLR2004 # a length holds itself
            return -1
        else:
            at += 2 + length
            if code == 0xDA:  # noqa: PLR2004 # a scan follows
                at = _scanned(file, at, size, trail)
    return -1


def _scanned(file: BinaryIO, at: int, size: int, trail: Trail) -> int:
    """The end behind the bytes of scans; the size of the file where none comes.

    Blocks end at round places, so that two scans that run on together are soon the same one.
    """
    while at < size and not trail.leads_nowhere("scan", at):
        stop = min((at // _BLOCK + 1) * _BLOCK, size)
        file.seek(at)
        block = file.read(min(stop + 2, size) - at)
        # neither stands in the bytes of a scan; tables between two scans are gone past
        places = [place for mark in (b"\xff\xd9", b"\xff\xd8\xff") if (place := block.find(mark)) >= 0]
        if places:
            return at + min(places)
        at = stop
    return size


def whole_boxes_end(file: BinaryIO, start: int, size: int, trail: Trail | None = None) -> int:
    """Where a picture in boxes ends that begins at a place; the place itself where not all that it needs is there."""
    end, kinds = start, set[bytes]()
    trail = trail or Trail()
    for at, stop, kind in _walk(file, start, size):
        if trail.leads_nowhere("box", at, *sorted(kinds & _NEEDED)):
            return start
        file.seek(at)
        stated = int.from_bytes(file.read(4), "big")
        if kind not in _OWN or (kind == b"ftyp" and at != start) or (stated > 1 and at + stated > size):
            break
        if stated == 0 and stop == size:  # it goes on to the end, which is not its own
            break
        end = stop
        kinds.add(kind)
    return end if {b"ftyp", b"meta"} <= kinds and kinds & {b"mdat", b"idat"} else start


def _png(file: BinaryIO, size: int) -> int:
    at = 8
    while at + 12 <= size:
        file.seek(at)
        length, kind = int.from_bytes(file.read(4), "big"), file.read(4)
        at += 12 + length
        if kind == b"IEND":
            return min(at, size)
    return size


def _gif(file: BinaryIO, size: int) -> int:
    end = gif_end(file, 0, size)
    return size if end < 0 else end


def gif_end(file: BinaryIO, start: int, size: int, trail: Trail | None = None) -> int:
    """Where a GIF ends that begins at a place; -1 where its form breaks before its end."""
    file.seek(start)
    head = file.read(13)
    if len(head) < 13:  # noqa: PLR2004 # signature and screen
        return -1
    trail = trail or Trail()
    at = start + 13 + _colours(head[10])
    while at < size and not trail.leads_nowhere("gif", at):
        file.seek(at)
        block = file.read(11)
        if block[:1] == b";":
            return at + 1
        if block[:1] == b"!":
            at = _blocks(file, at + 2, size, trail)
        elif block[:1] == b"," and len(block) > 9:  # noqa: PLR2004 # a frame's head
            at = _blocks(file, at + 11 + _colours(block[9]), size, trail)
        else:
            return -1
    return -1


def _colours(flags: int) -> int:
    """Bytes of a table of colours."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(file: BinaryIO, at: int, size: int, trail: Trail) -> int:
    """Behind the last of some blocks, each with its length before it."""
    while at < size and not trail.leads_nowhere("block", at):
        file.seek(at)
        length = file.read(1)
        if not length or not length[0]:
            return at + 1
        at += 1 + length[0]
    return size


def _riff(file: BinaryIO, size: int) -> int:
    """Behind a RIFF file, and the further parts of a long AVI."""
    at = 0
    while at + 12 <= size:
        file.seek(at)
        mark, length = struct.unpack("<4sI", file.read(8))
        if mark != b"RIFF" or not length:
            break
        at += 8 + length + length % 2
    return min(at, size) or size


def _boxes(file: BinaryIO, start: int, size: int, told: tuple[bytes, ...]) -> Own:
    """Behind the last box of a kind that belongs to it; a film in a box of its own lies inside."""
    inside: list[tuple[int, int]] = []
    covers: list[tuple[int, int]] = []
    stop, before = start, b""
    for at, end, kind in _walk(file, start, size):
        is_own = kind in _OWN or kind in _INSIDE or (kind.isalnum() and kind.islower())
        if not is_own or (kind == b"ftyp" and before not in {b"", _JPEG_2000}):
            return Own(at, tuple(inside), covers=tuple(covers))
        before = kind
        if kind in _INSIDE:
            inside.append((at + 8, end))
        if kind in told:
            covers.append((at + 8, end))
        stop = end
    return Own(stop if before else size, tuple(inside), covers=tuple(covers))


def _walk(file: BinaryIO, at: int, size: int) -> Iterator[tuple[int, int, bytes]]:
    """Boxes: from, to, kind; up to the first that is none."""
    for _ in range(_MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:  # noqa: PLR2004 # length and kind
            return
        length, kind = struct.unpack(">I4s", head[:8])
        if length == _WIDE_BOX and len(head) == 16:  # noqa: PLR2004 # with a wide length
            (length,) = struct.unpack(">Q", head[8:])
        end = size if length == 0 else at + length
        if (length and length < 8) or not all(32 <= one < 127 or one == 0xA9 for one in kind):  # noqa: PLR2004 # a name
            return
        if end > size and kind not in _OWN:
            return
        yield at, min(end, size), kind
        at = end
        if at >= size:
            return


def boxes_end(file: BinaryIO, start: int, size: int) -> int:
    """Where a film ends that begins at a place: behind the last box of a kind that films have."""
    end = start
    for at, stop, kind in _walk(file, start, size):
        if kind not in _OWN or (kind == b"ftyp" and at != start):
            break
        end = stop
    return end


_IN_PIECES = "audio/ogg"
"""Heads of pages stand within what lies in it: see joined.py."""

_BOXED = frozenset(
    {"image/heic", "image/heif", "image/avif", "image/jp2", "image/x-canon-cr3", "video/mp4", "video/3gpp"}
    | {"video/quicktime"}
)
_ENDS: dict[str, Callable[[BinaryIO, int], int]] = {
    "image/jpeg": _jpeg,
    "image/png": _png,
    "image/gif": _gif,
    "image/bmp": _bitmap,
    "image/webp": _riff,
    "video/x-msvideo": _riff,
    "audio/wav": _riff,
}
