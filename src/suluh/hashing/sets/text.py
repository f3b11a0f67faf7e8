# SPDX-License-Identifier: Apache-2.0
"""The text of a hash list, line by line, as programs of any kind write it; and what one cell of it means."""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

LENGTHS = {"md5": 32, "sha1": 40, "sha256": 64, "pdq": 64}
"""Hex digits of each kind of hash."""

BY_LENGTH = {32: "md5", 40: "sha1", 64: "sha256"}
_BASE64 = {24: 16, 28: 20, 44: 32}
"""Characters of base64, and the bytes of a digest that they are."""

_BLOCK = 1 << 20
_LONGEST = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NOTHING = frozenset(
    {"", "-", "--", "n/a", "na", "#n/a", "n.a.", "none", "null", "nil", "nan", "unknown", "?", "0", "0x", "x", "empty"}
    | {"tidak ada", "kosong", "(null)", "<null>", "not available", "not calculated"}
)
"""What programs and people write where a row has no hash of a kind."""

_QUOTES = "\"'\u2018\u2019\u201c\u201d\u00b4`"
_LABEL = re.compile(r"(?:md5|sha-?1|sha-?256|pdq)\s*[:=]\s*(?=[0-9A-Za-z+/])", re.IGNORECASE)


def encoding_of(head: bytes) -> tuple[str, int]:
    """The encoding of a text by its first bytes, and how many of them are a mark."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, len(mark)
    some = head[:512]
    if len(some) > 3 and some.count(0) * 3 > len(some):  # noqa: PLR2004 # every other byte is a zero
        return ("utf-16-le" if not any(some[1:64:2]) else "utf-16-be"), 0
    return "utf-8", 0


def text_of(head: bytes) -> str:
    """The first bytes as text."""
    name, mark = encoding_of(head)
    return head[mark:].decode(name, "replace")


def lines(file: BinaryIO) -> Iterator[tuple[int, str]]:
    """Each line with its number from 1: ended by LF, CR LF or CR alone; a line beyond sense in pieces."""
    name, mark = encoding_of(file.read(_BLOCK))
    file.seek(mark)
    decoder = codecs.getincrementaldecoder(name)("backslashreplace")
    number, rest = 0, ""
    while True:
        block = file.read(_BLOCK)
        rest += decoder.decode(block, final=not block)
        parts = rest.splitlines(keepends=True) if not block else _whole(rest)
        for part in parts:
            number += 1
            yield number, part.rstrip("\r\n")
        rest = "" if not block else rest[sum(map(len, parts)) :]
        if not block:
            return


def _whole(text: str) -> list[str]:
    """The lines of a text that are whole: the last one may go on, and a CR at the end may have an LF behind it."""
    parts = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    return [part for part in (parts if len(parts[-1]) > _LONGEST else parts[:-1]) if part]


def cleaned(text: str) -> str:
    """A cell without what stands around a hash: quotes, ``0x``, marks between bytes; nothing for a filler."""
    found = text.strip().strip("\ufeff")
    found = found.removeprefix("=").lstrip(_QUOTES).rstrip(_QUOTES + ",;").strip()
    if found.lower() in _NOTHING:
        return ""
    found = _LABEL.sub("", found, count=1) if found[:3].lower() in {"md5", "sha", "pdq"} else found
    found = found[2:] if found[:2] in {"0x", "0X"} else found
    if len(found) > 32 and found.count(":") + found.count("-") + found.count(" ") >= 15:  # noqa: PLR2004 # 16 bytes, parted
        found = re.sub(r"[:\- ]", "", found)
    return found


def checked(kind: str, text: str) -> str | None:
    """A hash as lower-case hex, null when nothing stands there. Raises `ValueError`."""
    value = cleaned(text)
    if not value:
        return None
    if len(value) != LENGTHS[kind]:
        value = _from_base64(value, LENGTHS[kind]) or value
    value = value.lower()
    if len(value) != LENGTHS[kind]:
        raise ValueError(f"{kind} has {len(value)} characters, not {LENGTHS[kind]}")
    if re.fullmatch(r"[0-9a-f]+", value) is None:
        raise ValueError(f"{kind} is not hexadecimal")
    return value


def _from_base64(value: str, length: int) -> str | None:
    """A digest that stands in base64, as some programs write it."""
    if _BASE64.get(len(value)) != length // 2 or not value.endswith("="):
        return None
    try:
        return base64.b64decode(value, validate=True).hex()
    except binascii.Error:
        return None


def kind_of(text: str) -> str | None:
    """Which digest a cell is by its length alone, or null where it is none."""
    value = cleaned(text)
    kind = BY_LENGTH.get(len(value))
    return kind if kind and re.fullmatch(r"[0-9A-Fa-f]+", value) else None
