# SPDX-License-Identifier: Apache-2.0
"""Protocol buffers without their schema: the fields of one message by number, as far as the bytes make sense."""

from collections import defaultdict
from collections.abc import Mapping

Fields = Mapping[int, tuple[int | bytes, ...]]

_VARINT, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5
_MOST_FIELDS = 10_000
_LONGEST_NUMBER = 63


def fields(raw: object) -> Fields:
    """The fields of a message; none where the bytes are no such message to their end."""
    found: defaultdict[int, list[int | bytes]] = defaultdict(list)
    if not isinstance(raw, bytes):
        return {}
    at = 0
    try:
        for _ in range(_MOST_FIELDS):
            if at >= len(raw):
                return {number: tuple(values) for number, values in found.items()}
            key, at = _varint(raw, at)
            value, at = _value(raw, at, key & 7)
            found[key >> 3].append(value)
    except (IndexError, ValueError):
        pass
    return {}


def words(values: tuple[int | bytes, ...]) -> str:
    """The first of some values as text; empty where it is none."""
    first = values[0] if values else b""
    try:
        return first.decode("utf-8") if isinstance(first, bytes) else ""
    except UnicodeDecodeError:
        return ""


def _value(raw: bytes, at: int, kind: int) -> tuple[int | bytes, int]:
    if kind == _VARINT:
        return _varint(raw, at)
    if kind == _BYTES:
        size, at = _varint(raw, at)
    elif kind in {_EIGHT, _FOUR}:
        size = 8 if kind == _EIGHT else 4
    else:
        raise ValueError
    if at + size > len(raw):
        raise ValueError
    return raw[at : at + size], at + size


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    found = shift = 0
    while shift <= _LONGEST_NUMBER:
        byte = raw[at]
        found |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:  # noqa: PLR2004 # the last byte of a number
            return found, at
    raise ValueError
