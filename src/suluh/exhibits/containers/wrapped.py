# SPDX-License-Identifier: Apache-2.0
"""Pictures that stand in a text as letters: in pages, address books, messages as XML or JSON, dumps and letters."""

import binascii
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar, NamedTuple

from suluh.exhibits.carving.parts import pictures
from suluh.exhibits.types import TEXT, media_type
from suluh.model.evidence.container import Container, Member, Remark

_TEXTS = (TEXT, "text/html", "text/javascript", "application/json", "application/xml", "application/rtf")
_STARTS = re.compile(
    rb"(?P<base64>\\?/9j\\?/|iVBORw0KGgo|UklGR[A-Za-z0-9+/]{6}XRUJQ|R0lGOD[dl]h)"
    rb"|(?P<hex>ffd8ff[c-f]|FFD8FF[C-F]|89504e470d0a1a0a|89504E470D0A1A0A)"
)
"""How a JPEG, a PNG, a WebP and a GIF begin in base64, and the first two in hex."""

_SIGNS = (b"/9j", b"iVBORw0KGgo", b"UklGR", b"R0lGOD", b"ffd8ff", b"FFD8FF", b"89504e47", b"89504E47")
"""One of them stands in every start: a text without any is gone past quickly."""

_SHORTEST = 170
_RUNS = {
    "base64": re.compile(rb"(?:[A-Za-z0-9+/]++|\\/|\r?\n[ \t]?|\\[rn])*+"),
    "hex": re.compile(rb"(?:[0-9A-Fa-f]++|\r?\n[ \t]?)*+"),
}
_BETWEEN = re.compile(rb"\\[rn]|[\\\s]")
_HEAD, _BLOCK, _OVERLAP = 1 << 16, 1 << 22, 64
_LONGEST = 1 << 26
_MOST = 100_000


class _Place(NamedTuple):
    """Where the letters of one picture stand, and how they are to be read."""

    start: int
    length: int
    kind: str


class Wrapped(Container):
    """A text in which pictures stand as base64 or hex; each that is whole by its own form is an item, by its place."""

    name: ClassVar[str] = "wrapped"
    is_host: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._places: dict[bytes, _Place] = {}

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """A text that is longer than its first bytes, or among them the start of a picture."""
        return media_type(head) in _TEXTS and (len(head) >= _HEAD or _may_start(head))

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every picture, by the place of its letters."""
        self._file, self._places = file, {}
        for place, picture, suffix in _found(file):
            if len(self._places) >= _MOST:
                yield Remark("most", f"more than {_MOST} pictures stand in this text: only the first are listed")
                return
            name = b"%010d.%s" % (place.start, suffix)
            self._places[name] = place
            yield Member(name, len(picture), None, None)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The bytes of one. Raises `KeyError`."""
        if self._file is not file:
            for _ in self.members(file):
                pass
        place = self._places[name]
        file.seek(place.start)
        return io.BytesIO(_picture(file.read(place.length), place.kind)[0])


def _found(file: BinaryIO) -> Iterator[tuple[_Place, bytes, bytes]]:
    """Place, bytes and kind of every picture."""
    size, at = file.seek(0, 2), 0
    while at < size:
        file.seek(at)
        block = file.read(_BLOCK)
        within = 0 if _may_start(block) else len(block)
        while (start := _STARTS.search(block, within)) is not None and start.lastgroup is not None:
            kind, place = start.lastgroup, at + start.start()
            letters = _letters(file, block, start.start(), (place, _RUNS[kind]))
            picture, suffix = _picture(letters, kind) if len(letters) >= _SHORTEST else (b"", b"")
            if picture:
                yield _Place(place, len(letters), kind), picture, suffix
            within = start.start() + max(len(letters), 1)
        at += max(within - _OVERLAP, len(block) - _OVERLAP, 1) if at + len(block) < size else len(block)


def _may_start(raw: bytes) -> bool:
    return any(one in raw for one in _SIGNS)


def _letters(file: BinaryIO, block: bytes, within: int, wanted: tuple[int, re.Pattern[bytes]]) -> bytes:
    """The letters from a place on, as far as they can belong together; what goes on behind the block is read anew."""
    place, run = wanted
    found = run.match(block, within)
    if found is None or found.end() < len(block):
        return found[0] if found is not None else b""
    file.seek(place)
    raw = file.read(_LONGEST)
    further = run.match(raw)
    return further[0] if further is not None else b""


def _picture(letters: bytes, kind: str) -> tuple[bytes, bytes]:
    """The picture that they are, and its kind; nothing where they are none that is whole."""
    plain = _BETWEEN.sub(b"", letters)
    try:
        raw = (
            binascii.a2b_base64(_padded(plain))
            if kind == "base64"
            else bytes.fromhex(plain[: len(plain) & ~1].decode())
        )
    except ValueError:
        return b"", b""
    found = pictures(io.BytesIO(raw), 0, len(raw))[:1]
    return (raw[: found[0].end], found[0].suffix) if found and not found[0].start else (b"", b"")


def _padded(plain: bytes) -> bytes:
    """Base64 without its filling, filled again; one letter alone says nothing."""
    usable = plain[:-1] if len(plain) % 4 == 1 else plain
    return usable + b"=" * (-len(usable) % 4)
