# SPDX-License-Identifier: Apache-2.0
"""The media type of a file by its first bytes."""

import re
from functools import cache, lru_cache

import puremagic

from suluh.exhibits import marks, media
from suluh.exhibits.unpack.tar import is_tar
from suluh.model.evidence.workbook import workbook_type

UNKNOWN = "application/octet-stream"
TEXT = "text/plain"

_FLASH = "application/x-shockwave-flash"
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"PK00PK\x03\x04", "application/zip"),
    (b"PK\x07\x08PK\x03\x04", "application/zip"),
    (b"%PDF-", "application/pdf"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    *((bytes((first,)) + b"\x2a\x4d\x18", "application/zstd") for first in range(0x50, 0x60)),
    (b"ANDROID BACKUP\n", "application/x-android-backup"),
    (b"MSCF\0\0\0\0", "application/vnd.ms-cab-compressed"),
    (b"CMMM", "application/x-thumbcache"),
    (b"070701", "application/x-cpio"),
    (b"070702", "application/x-cpio"),
    (b"070707", "application/x-cpio"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"EVF\x09\x0d\x0a\xff\0", "application/x-ewf"),
    (b"{\\rtf", "application/rtf"),
    *((one + b"WS" + bytes((version,)), _FLASH) for one in (b"F", b"C", b"Z") for version in range(1, 64)),
)
"""First bytes that settle the matter; those of pictures, films and sound stand in `media.py`."""

_ANY_START = tuple(start for start, _ in _STARTS)
_SYNC, _AAC, _NO_FREQUENCY = 0xFFE0, 0xFFF0, 3
_SHORTEST_SIGNATURE = 4
_METAFILE = "image/emf"
"""Its signature in the list is the number 1, with which much else begins."""

_ICON = "image/x-icon"
"""Its signature is four bytes with which tables of numbers begin: `media.py` looks at its list."""

_CONTROL = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
_SCRIPT = re.compile(r"(window\.|var |let |const |function[ (]|\(function|\"use strict\"|'use strict'|import )")
_MARKUP = (
    ("<?xml", "application/xml"),
    ("<svg", "application/xml"),
    ("<!doctype html", "text/html"),
    ("<html", "text/html"),
)
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_LOOK = 4096


@lru_cache(maxsize=4)  # several ask the same of one file
def media_type(head: bytes) -> str:
    """Media type by content, ``image/jpeg``; ``application/octet-stream`` where the bytes tell nothing.

    What begins behind bytes of no known kind is told as well: a picture that one stray byte hides is still one.
    """
    if head.startswith(_ANY_START):
        found = next(found for start, found in _STARTS if head.startswith(start))
        return workbook_type(head) or found if found == "application/zip" else found
    if head[257:262] == b"ustar" or is_tar(head):
        return "application/x-tar"
    return media.kind_of(head) or _wide(head[:_LOOK]) or _late(head) or _sound(head) or _plain(head) or UNKNOWN


def _plain(head: bytes) -> str | None:
    return _text(head[:_LOOK]) or _listed(head)


def _late(head: bytes) -> str | None:
    """A picture or film behind bytes of no known kind: one stray byte makes a JPEG look as sound."""
    at = media.begins(head)
    is_other = not at or marks.kind_of(head, None) is not None or _plain(head) is not None
    return None if is_other else media.kind_of(head[at:])


def begins(head: bytes) -> int:
    """Where the picture or film begins that a file is, if other bytes stand before it."""
    known = not media.begins(head) or head.startswith(_ANY_START) or media.kind_of(head) is not None or is_tar(head)
    return 0 if known or _wide(head[:_LOOK]) or _late(head) is None else media.begins(head)


def _sound(head: bytes) -> str | None:
    """MPEG audio and AAC frames: twelve bits in step, and fields that can be."""
    first = int.from_bytes(head[:2], "big")
    if first & _SYNC != _SYNC or len(head) < _SHORTEST_SIGNATURE:
        return None
    if first & 0xFFF6 == _AAC:
        return "audio/aac"
    layer, rate, frequency = first & 0x06, head[2] >> 4, head[2] >> 2 & 3
    return "audio/mpeg" if layer and rate not in {0, 15} and frequency != _NO_FREQUENCY else None


def _wide(head: bytes) -> str | None:
    """Text of two bytes a character, by its mark."""
    encoding = _MARKS.get(head[:2])
    if encoding is None:
        return None
    shown = head[2:].decode(encoding, "replace")
    return None if "\0" in shown or "\ufffd" in shown[:-1] else _kind_of_text(shown)


def _text(head: bytes) -> str | None:
    """Text, and what kind: no zero byte, and at most one control character in a hundred."""
    controls = len(head) - len(head.translate(None, _CONTROL))
    if not head or b"\0" in head or controls * 100 > len(head):
        return None
    return _kind_of_text(head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))


def _kind_of_text(shown: str) -> str:
    start = shown.lstrip()
    for opening, found in _MARKUP:
        if start[:20].lower().startswith(opening):
            return found
    if re.match(r"\{\s*(\"|\})|\[\s*(\{|\[|\"|\]|-?\d|true|false|null)", start):
        return "application/json" if not re.match(r"\[\d", start) or _is_list(start) else TEXT
    return "text/javascript" if _SCRIPT.match(start) else TEXT


def _is_list(start: str) -> bool:
    """Whether ``[1`` opens a list of numbers and not the date of a chat line."""
    return re.match(r"\[[\d\s,.eE+-]*(\]\s*$|$)", start) is not None


@cache
def _signatures() -> dict[bytes, tuple[tuple[bytes, str], ...]]:
    """Puremagic's signatures at the very start of a file, by their first bytes, the longest first."""
    found: dict[bytes, dict[bytes, str]] = {}
    for one in puremagic.main.magic_header_array:
        if one.offset == 0 and one.mime_type and len(one.byte_match) >= _SHORTEST_SIGNATURE:
            start = bytes(one.byte_match)
            found.setdefault(start[:_SHORTEST_SIGNATURE], {}).setdefault(start, str(one.mime_type))
    return {first: tuple(sorted(group.items(), key=lambda pair: -len(pair[0]))) for first, group in found.items()}


def _listed(head: bytes) -> str | None:
    """What puremagic's list says of the first bytes; the longest signature wins."""
    for start, found in _signatures().get(head[:_SHORTEST_SIGNATURE], ()):
        if head.startswith(start) and found != _ICON and (found != _METAFILE or head[40:44] == b" EMF"):
            return found
    return None
