# SPDX-License-Identifier: Apache-2.0
"""Files that are attached to a Matroska film: covers, fonts, and whatever somebody put there (RFC 9559, 5.1.6)."""

from collections.abc import Iterator
from typing import BinaryIO

_SEGMENT, _ATTACHMENTS, _ATTACHED, _BYTES = 0x18538067, 0x1941A469, 0x61A7, 0x465C
_MOST = 1 << 16
_LONGEST = 8


def attached(file: BinaryIO, size: int) -> tuple[tuple[int, int], ...]:
    """From where to where the bytes of each attached file lie; none behind a part whose length is not stated."""
    return tuple(
        span
        for segment in _of(_SEGMENT, file, 0, size)
        for held in _of(_ATTACHMENTS, file, *segment)
        for one in _of(_ATTACHED, file, *held)
        for span in _of(_BYTES, file, *one)
    )


def _of(wanted: int, file: BinaryIO, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The elements of one kind between two places."""
    at = start
    for _ in range(_MOST):
        if at >= stop:
            return
        file.seek(at)
        head = file.read(2 * _LONGEST)
        kind, length = _number(head, 0, is_kind=True)
        stated, further = _number(head, length, is_kind=False)
        if not length or not further:
            return
        begin = at + length + further
        end = stop if stated < 0 else min(begin + stated, stop)
        if kind == wanted:
            yield begin, end
        at = end


def _number(head: bytes, at: int, *, is_kind: bool) -> tuple[int, int]:
    """A number of one to eight bytes, -1 for an unknown length; and how many bytes it takes, 0 for none."""
    first = head[at] if at < len(head) else 0
    length = 9 - first.bit_length() if first else 0
    if not length or at + length > len(head):
        return 0, 0
    raw = int.from_bytes(head[at : at + length], "big")
    bits = 7 * length
    plain = raw & ((1 << bits) - 1)
    if is_kind:
        return raw, length
    return (-1 if plain == (1 << bits) - 1 else plain), length
