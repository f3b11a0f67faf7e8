# SPDX-License-Identifier: Apache-2.0
"""Cuts a text into lines that together cover every byte."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from suluh.model.evidence.source import Line

_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CHUNK = 1 << 16


def lines(file: BinaryIO) -> Iterator[Line]:
    r"""Every line, ended by a line feed and by nothing else.

    UTF-16 by its mark, else UTF-8 with or without one; bytes that are neither stand as ``\xNN``. The text is without
    the mark, the line feed and a carriage return before it.
    """
    mark = file.read(3)
    file.seek(0)
    wide = _WIDE.get(mark[:2])
    if wide is not None:
        yield from _wide_lines(file, wide)
        return
    for number, raw in enumerate(file, 1):
        shown = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
        yield Line(number, raw, shown.decode("utf-8", "backslashreplace").removesuffix("\n").removesuffix("\r"))


def _wide_lines(file: BinaryIO, encoding: str) -> Iterator[Line]:
    """Lines of a UTF-16 text: its line feed is two bytes at an even place."""
    for number, raw in enumerate(_pieces(file, "\n".encode(encoding)), 1):
        shown = raw[2:] if number == 1 else raw
        yield Line(number, raw, shown.decode(encoding, "backslashreplace").removesuffix("\n").removesuffix("\r"))


def _pieces(file: BinaryIO, feed: bytes) -> Iterator[bytes]:
    rest = b""
    searched = 0
    while chunk := file.read(_CHUNK):
        rest += chunk
        start = 0
        while (end := _even(rest, feed, max(start, searched))) >= 0:
            yield rest[start : end + 2]
            start = end + 2
        rest = rest[start:]
        searched = max(0, len(rest) - 1) & ~1
    if rest:
        yield rest


def _even(text: bytes, feed: bytes, start: int) -> int:
    """The first even place of a line feed at or after an even `start`, else -1."""
    found = text.find(feed, start)
    while found >= 0 and found % 2:
        found = text.find(feed, found + 1)
    return found
