# SPDX-License-Identifier: Apache-2.0
"""Files among other bytes: each begins with a mark of its kind and ends by its own form, or where the next begins."""

import re
from collections.abc import Callable, Iterable
from typing import BinaryIO, NamedTuple

from suluh.exhibits.carving.ends import boxes_end, gif_end, jpeg_end, whole_boxes_end
from suluh.exhibits.carving.trail import Trail

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


LEFT = (
    "too many marks in it begin no whole picture: the search for pictures ended at byte {number}; look at what comes "
    "behind it with another tool"
)


class Part(NamedTuple):
    """One file among others."""

    start: int
    end: int
    suffix: bytes


class Parts(list[Part]):
    """Files among others, in their order."""

    left: int | None = None
    """Where the search ended before the last byte, because too many marks led nowhere."""

    @property
    def fault(self) -> str | None:
        """What is to be said of a search that ended early."""
        return None if self.left is None else LEFT.format(number=self.left)


def parts(file: BinaryIO, spans: Iterable[tuple[int, int]], *, end: bool) -> Parts:
    """Files in some places of a file, in their order.

    With `end`, what stands behind the end of a file: all of it is listed, what has no known mark as bytes.
    Without, only pictures that are whole by their form.
    """
    found = Parts()
    for start, stop in spans:
        further = _behind(file, start, stop) if end else _inside(file, start, stop)
        found += further
        if isinstance(further, Parts) and further.left is not None:
            found.left = further.left
    return found


def _behind(file: BinaryIO, start: int, stop: int) -> list[Part]:
    found: list[Part] = []
    at = start
    while at < stop:
        place, suffix = _next(file, at, stop)
        found += _rest(file, at, place)
        if place >= stop:
            break
        reach = _reach(file, place, stop, suffix)
        found.append(Part(place, reach, suffix))
        at = reach
    return found


def _inside(file: BinaryIO, start: int, stop: int) -> Parts:
    found, trail, marks = Parts(), Trail(), _Marks(file, stop)
    at = start
    while at < stop:
        place, suffix = marks.next(at)
        if place >= stop:
            break
        if trail.is_full:
            found.left = place
            break
        reach = _whole(file, place, stop, suffix, trail)
        is_whole = reach - place >= _SMALLEST_PICTURE
        trail.end(found=is_whole)
        if is_whole:
            found.append(Part(place, reach, suffix))
        at = reach if is_whole else place + 3
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


def pictures(file: BinaryIO, start: int, stop: int) -> Parts:
    """Every picture between two places that is whole by its form."""
    return _inside(file, start, stop)


def _next(file: BinaryIO, at: int, stop: int) -> tuple[int, bytes]:
    """The next mark and its kind; the end where there is none."""
    while at < stop:
        file.seek(at)
        block = file.read(min(_BLOCK, stop - at))
        found = _START.search(block)
        if found is not None:
            return at + found.start(), _SUFFIXES.get(found.lastgroup or "", (found.lastgroup or "bin").encode())
        if len(block) <= _OVERLAP:
            break
        at += len(block) - _OVERLAP
        if at + _OVERLAP >= stop:
            break
    return stop, b"bin"


class _Marks:
    """The marks of pictures in a file, one after the other; each block is read and searched once."""

    def __init__(self, file: BinaryIO, stop: int) -> None:
        self._file, self._stop = file, stop
        self._start, self._block = 0, b""
        self._places: dict[bytes, int] = {}

    def next(self, at: int) -> tuple[int, bytes]:
        """The next mark from a place on, no earlier than the one asked for before, and its kind; the end for none."""
        while at < self._stop:
            end = self._start + len(self._block)
            if not self._start <= at < end or (at + _OVERLAP > end and end < self._stop):
                self._read(at)
            found = self._mark(at - self._start)
            if found is not None:
                return self._start + found.start(), (found.lastgroup or "bin").encode()
            end = self._start + len(self._block)
            if end >= self._stop or not self._block:
                break
            at = max(at + 1, end - _OVERLAP)
        return self._stop, b"bin"

    def _read(self, at: int) -> None:
        self._file.seek(at)
        self._start, self._block = at, self._file.read(min(_BLOCK, self._stop - at))
        self._places = {sign: self._block.find(sign) for sign in _SIGNS}

    def _mark(self, least: int) -> re.Match[bytes] | None:
        """The first mark in the block from a place on."""
        while True:
            for sign, place in self._places.items():
                if 0 <= place < least + _SIGNS[sign]:
                    self._places[sign] = self._block.find(sign, least + _SIGNS[sign])
            starts = {place - _SIGNS[sign] for sign, place in self._places.items() if place >= 0}
            if not starts:
                return None
            found = _PICTURES.match(self._block, least := min(starts))
            if found is not None:
                return found
            least += 1


def _reach(file: BinaryIO, at: int, stop: int, suffix: bytes) -> int:
    """Where a file behind another ends: by its own form, else with everything."""
    found = _whole(file, at, stop, suffix, Trail())
    return found if found > at else stop


def _whole(file: BinaryIO, at: int, stop: int, suffix: bytes, trail: Trail) -> int:
    """Where a file ends by its own form; its start where it does not say."""
    end = _ENDS.get(suffix)
    return at if end is None else max(end(file, at, stop, trail), at)


def _riff(file: BinaryIO, start: int, stop: int, _trail: Trail) -> int:
    file.seek(start + 4)
    length = int.from_bytes(file.read(4), "little")
    return min(start + 8 + length + length % 2, stop)


def _png(file: BinaryIO, start: int, stop: int, trail: Trail) -> int:
    at = start + 8
    while at + 12 <= stop and not trail.leads_nowhere("png", at):
        file.seek(at)
        length, kind = int.from_bytes(file.read(4), "big"), file.read(4)
        at += 12 + length
        if at > stop or not kind.isalpha():
            return start
        if kind == b"IEND":
            return at
    return start


def _film(file: BinaryIO, start: int, stop: int, _trail: Trail) -> int:
    return boxes_end(file, start, stop)


_ENDS: dict[bytes, Callable[[BinaryIO, int, int, Trail], int]] = {
    b"jpg": jpeg_end,
    b"gif": gif_end,
    b"png": _png,
    b"webp": _riff,
    b"avi": _riff,
    b"mp4": _film,
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
