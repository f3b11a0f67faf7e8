# SPDX-License-Identifier: Apache-2.0
"""Part of a file as a file of its own."""

import io
import os
from typing import BinaryIO


class Window(io.RawIOBase):
    """The bytes between two places of a file that is open."""

    def __init__(self, file: BinaryIO, start: int, end: int) -> None:
        self._file, self._start, self._size = file, start, max(0, end - start)
        self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end."""
        left = self._size - self._at
        wanted = left if size is None or size < 0 else min(size, left)
        if wanted <= 0:
            return b""
        self._file.seek(self._start + self._at)
        raw = self._file.read(wanted)
        self._at += len(raw)
        return raw

    def readall(self) -> bytes:
        """All that is left."""
        return self.read(-1)

    def readinto(self, buffer: object) -> int:
        """Fill a buffer as far as the bytes go."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any writable buffer
        raw = self.read(len(view))
        view[: len(raw)] = raw
        return len(raw)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        """The place reached."""
        return self._at
