# SPDX-License-Identifier: Apache-2.0
"""Files among other bytes: each begins with a mark of its kind and ends by its own form, or where the next begins."""

import re
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

from suluh.exhibits.carving.ends import boxes_end, gif_end, jpeg_end, whole_boxes_end

_START = re.compile(
    rb"(?P<jpg>\xff\xd8\xff[\xc0-\xc2\xc4\xdb\xdd\xe0-\xef\xfe])|(?P<png>\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR)"
    rb"|(?P<mp4>\0\0[\x00-\x02].ftyp[ -~]{4})|(?P<zip>PK\x03\x04)|(?P<webp>RIFF.{4}WEBP)|(?P<avi>RIFF.{4}AVI )"
    rb"|(?P<gif>GIF8[79]a)|(?P<rar>Rar!\x1a\x07)|(?P<seven>7z\xbc\xaf\x27\x1c)|(?P<pdf>%PDF-\d)",
    re.DOTALL,
)
_PICTURES = re.compile(
    rb"(?P<jpg>\xff\xd8\xff[\xc0-\xc2\xc4\xdb\xdd\xe0-\xef\xfe])|(?P<png>\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR)"
    rb"|(?P<webp>RIFF.{4}WEBP)|(?P<gif>GIF8[79]a)|(?P<heic>\0\0\0.ftyp(?:hei[cmsx]|hev[cx]|mif1|msf1))"
    rb"|(?P<avif>\0\0\0.ftypavi[fs])",
    re.DOTALL,
)
_SIGNS = {b"\xff\xd8\xff": 0, b"\x89PNG": 0, b"WEBP": 8, b"GIF8": 0, b"ftyp": 4}
"""One of them stands in every mark of a picture, so far from its start: they are found faster than the mark is."""

_SUFFIXES = {"seven": b"7z"}
_BLOCK = 1 << 22
_OVERLAP = 32
_FILLING = b"\0\xff \t\r\n"
_KNOWN = (b"SEFH", b"SEFT", b"MotionPhoto_Data")
"""Notes that Samsung's cameras write behind every picture; what else stands there has its own mark."""

_CAMERAS = (b"mp4", b"jpg")
"""What cameras put behind a picture: its film, a second picture."""

_SHORTEST_REST = 16
_SMALLEST_PICTURE = 128


class Part(NamedTuple):
    """One file among others."""

    start: int
    end: int
    suffix: bytes


def parts(file: BinaryIO, spans: Iterable[tuple[int, int]], *, end: bool) -> list[Part]:
    """Files in some places of a file, in their order.

    With `end`, what stands behind the end of a file: all of it is listed, what has no known mark as bytes.
    Without, only pictures that are whole by their form.
    """
    found: list[Part] = []
    for start, stop in spans:
        found += _behind(file, start, stop) if end else _inside(file, start, stop)
    return found


def _behind(file: BinaryIO, start: int, stop: int) -> list[Part]:
    found: list[Part] = []
    at = start
    while at < stop:
        place, suffix = _next(file, _START, at, stop)
        found += _rest(file, at, place)
        if place >= stop:
            break
        reach = _reach(file, place, stop, suffix)
        found.append(Part(place, reach, suffix))
        at = reach
    return found


def _inside(file: BinaryIO, start: int, stop: int) -> list[Part]:
    found: list[Part] = []
    at = start
    while at < stop:
        place, suffix = _next(file, _PICTURES, at, stop)
        if place >= stop:
            break
        reach = _whole(file, place, stop, suffix)
        if reach - place >= _SMALLEST_PICTURE:
            found.append(Part(place, reach, suffix))
            at = reach
        else:
            at = place + 3
    return found


def is_strange(file: BinaryIO, start: int, stop: int, found: Iterable[Part]) -> bool:
    """Whether something stands behind a file that no camera writes there: no filling, notes, film or picture."""
    if any(part.suffix not in _CAMERAS for part in found):
        return True
    file.seek(start)
    raw = file.read(min(stop - start, _SHORTEST_REST))
    return not found and bool(raw.strip(_FILLING)) and not _is_note(file, start, stop)


def _is_note(file: BinaryIO, start: int, stop: int) -> bool:
    file.seek(start)
    raw = file.read(min(stop - start, _BLOCK))
    return len(raw) < _BLOCK and any(mark in raw for mark in _KNOWN)


def pictures(file: BinaryIO, start: int, stop: int) -> list[Part]:
    """Every picture between two places that is whole by its form."""
    return _inside(file, start, stop)


def _next(file: BinaryIO, marks: re.Pattern[bytes], at: int, stop: int) -> tuple[int, bytes]:
    """The next mark and its kind; the end where there is none."""
    while at < stop:
        file.seek(at)
        block = file.read(min(_BLOCK, stop - at))
        found = _mark_of_picture(block) if marks is _PICTURES else marks.search(block)
        if found is not None:
            return at + found.start(), _SUFFIXES.get(found.lastgroup or "", (found.lastgroup or "bin").encode())
        if len(block) <= _OVERLAP:
            break
        at += len(block) - _OVERLAP
        if at + _OVERLAP >= stop:
            break
    return stop, b"bin"


def _mark_of_picture(block: bytes) -> re.Match[bytes] | None:
    """The first mark of a picture in a block."""
    places = {sign: block.find(sign) for sign in _SIGNS}
    while places := {sign: place for sign, place in places.items() if place >= 0}:
        sign = min(places, key=lambda one: places[one] - _SIGNS[one])
        found = _PICTURES.match(block, max(places[sign] - _SIGNS[sign], 0))
        if found is not None:
            return found
        places[sign] = block.find(sign, places[sign] + 1)
    return None


def _reach(file: BinaryIO, at: int, stop: int, suffix: bytes) -> int:
    """Where a file behind another ends: by its own form, else with everything."""
    found = _whole(file, at, stop, suffix)
    return found if found > at else stop


def _whole(file: BinaryIO, at: int, stop: int, suffix: bytes) -> int:
    """Where a file ends by its own form; its start where it does not say."""
    end = _ENDS.get(suffix)
    return at if end is None else max(end(file, at, stop), at)


def _riff(file: BinaryIO, start: int, stop: int) -> int:
    file.seek(start + 4)
    length = int.from_bytes(file.read(4), "little")
    return min(start + 8 + length + length % 2, stop)


def _png(file: BinaryIO, start: int, stop: int) -> int:
    at = start + 8
    while at + 12 <= stop:
        file.seek(at)
        length, kind = int.from_bytes(file.read(4), "big"), file.read(4)
        at += 12 + length
        if at > stop or not kind.isalpha():
            return start
        if kind == b"IEND":
            return at
    return start


_ENDS = {
    b"jpg": jpeg_end,
    b"gif": gif_end,
    b"png": _png,
    b"webp": _riff,
    b"avi": _riff,
    b"mp4": boxes_end,
    **dict.fromkeys((b"heic", b"avif"), whole_boxes_end),
}


def _rest(file: BinaryIO, start: int, stop: int) -> list[Part]:
    """Bytes without a known mark, unless they are filling or a camera's notes."""
    if stop <= start:
        return []
    file.seek(start)
    raw = file.read(min(stop - start, _BLOCK))
    is_filling = len(raw.strip(_FILLING)) < _SHORTEST_REST
    return [] if is_filling or _is_note(file, start, stop) else [Part(start, stop, b"bin")]
