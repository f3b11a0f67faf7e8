# SPDX-License-Identifier: Apache-2.0
"""The text of an attributed string as Apple archives it: newer versions keep the words of a message there alone."""

_CLASS, _TEXT = b"NSString", b"+"
_NEAR = 24
_WIDTHS = {0x81: 2, 0x82: 4}
"""Bytes of a length, by the mark before it; a smaller length is its own byte."""


def text_of(raw: object) -> str:
    """The text; empty where the bytes are no such string, or end within it."""
    if not isinstance(raw, bytes):
        return ""
    start = raw.find(_CLASS)
    at = raw.find(_TEXT, start + len(_CLASS), start + len(_CLASS) + _NEAR) if start >= 0 else -1
    if at < 0 or at + 1 >= len(raw):
        return ""
    width = _WIDTHS.get(raw[at + 1], 0)
    begin = at + 2 + width
    size = int.from_bytes(raw[at + 2 : begin], "little") if width else raw[at + 1]
    if begin + size > len(raw):
        return ""
    try:
        return raw[begin : begin + size].decode("utf-8")
    except UnicodeDecodeError:
        return ""
