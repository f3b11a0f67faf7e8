# SPDX-License-Identifier: Apache-2.0
"""Which values of a database's rows are files: pictures and films, and what such lie in, packed or as letters."""

import re
import zlib
from typing import NamedTuple

from suluh.exhibits import media

STARTS = re.compile(
    rb"\xff\xd8\xff[\xc0-\xc2\xc4\xdb\xdd\xe0-\xef\xfe]|\x89PNG\r\n\x1a\n|GIF8[79]a|RIFF.{4}WEBP"
    rb"|\0\0[\0-\2].ftyp[ -~]{4}|BM.{4}\0{4}.{2}\0\0[\x0c\x28\x6c\x7c]\0\0\0|II\*\0|MM\0\*"
    rb"|PK\x03\x04|\x1f\x8b\x08[\0-\x1f]|bplist00|/9j/|iVBORw0KGgo",
    re.DOTALL,
)
"""One of them stands where such a file begins, or near."""

SMALLEST, NEAR, FAR = 64, 64, 1 << 16
"""Bytes of the smallest file; so many first bytes tell the most, and so many are looked at where these do not."""

_SUFFIXES = ((b"\xff", b"jpg"), (b"\x89", b"png"), (b"G", b"gif"), (b"R", b"webp"), (b"\0", b"mp4"), (b"BM", b"bmp"))
_TIFF = (b"II*\0", b"MM\0*")
_ZIP, _GZIP, _LIST = b"PK\3\4", b"\x1f\x8b", b"bplist00"
_PICTURE = re.compile(rb"\xff\xd8\xff[\xc0-\xc2\xc4\xdb\xdd\xe0-\xef\xfe]|\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR|GIF8[79]a")
_LETTERS = re.compile(rb"(?:/9j/|iVBORw0KGgo)[A-Za-z0-9+/\\\r\n]*$")
_SHORTEST_LETTERS = 170


def needs_more(start: bytes) -> bool:
    """Whether the first `NEAR` bytes do not tell, and the first `FAR` do."""
    return start.startswith((_GZIP, _LIST))


class Held(NamedTuple):
    """What is taken of a value."""

    start: int
    """Where it begins in the value."""

    suffix: bytes
    """What it is called by."""


def held(start: bytes, size: int) -> Held | None:
    """What is taken of a value of so many bytes that begins so; null for what is no file and holds none."""
    found = STARTS.match(start)
    if found is None or found.group() in {b"/9j/", b"iVBORw0KGgo"}:
        return _behind(start[:NEAR], size)
    if start.startswith(_LIST):
        return Held(0, b"plist") if _PICTURE.search(start) else None
    if start.startswith(_GZIP):
        return Held(0, b"gz") if _is_packed_file(start) else None
    return Held(0, _name(start))


def _behind(start: bytes, size: int) -> Held | None:
    """Of a value that begins otherwise: a picture as letters, or one behind its first bytes, without these."""
    if size >= _SHORTEST_LETTERS and _LETTERS.search(start):
        return Held(0, b"txt")
    found = _PICTURE.search(start, 1)
    return Held(found.start(), _name(start[found.start() :])) if found else None


def _is_packed_file(start: bytes) -> bool:
    """Whether a picture, a film or an archive begins in packed bytes."""
    try:
        plain = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, NEAR)
    except zlib.error:
        return False
    return STARTS.match(plain) is not None and not plain.startswith((_GZIP, _LIST))


def _name(start: bytes) -> bytes:
    """How what begins so is called: what begins with a box may be a picture as well as a film."""
    if start.startswith(_ZIP):
        return b"zip"
    if start.startswith(_TIFF):
        return b"tif"
    kind = media.kind_of(start) or ""
    if start[:1] == b"\0" and kind.startswith("image/"):
        return kind.rpartition("/")[2].encode()
    return next(name for first, name in _SUFFIXES if start.startswith(first))
