# SPDX-License-Identifier: Apache-2.0
"""The bytes of one member that lie together in the plain bytes of its container."""

from typing import BinaryIO

from suluh.exhibits.unpack.reading import Forward


class Within(Forward):
    """So many bytes from a place on, or all that follow where the size is negative.

    Reading raises `ValueError` where the container ends, or is damaged, in the middle of them.
    """

    def __init__(self, plain: BinaryIO, start: int, size: int) -> None:
        self._plain, self._start, self._size = plain, start, size
        self._given = 0

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end or before a fault."""
        left = self._size - self._given if self._size >= 0 else 1 << 62
        wanted = left if size is None or size < 0 else min(size, left)
        if wanted <= 0:
            return b""
        self._plain.seek(self._start + self._given)
        raw = self._plain.read(wanted)
        self._given += len(raw)
        if not raw and self._size >= 0:
            raise ValueError("the container ends in the middle of it")
        return raw
