# SPDX-License-Identifier: Apache-2.0
"""What streams share that are made of other bytes: those that go forward, and those that can be read at any place."""

import io
import os
from abc import abstractmethod


class Forward(io.RawIOBase):
    """A stream of which a class says only how it reads."""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer as far as the bytes go."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any writable buffer
        raw = self.read(len(view))
        view[: len(raw)] = raw
        return len(raw)

    def readall(self) -> bytes:
        """All that is left."""
        return self.read(-1)

    @abstractmethod
    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end. Raises `ValueError` where they are damaged."""


class Anywhere(Forward):
    """A stream over bytes that can be asked for by place: a class says how many there are, and gives some of them."""

    size: int

    def __init__(self) -> None:
        self._at = 0

    @abstractmethod
    def at(self, place: int, most: int) -> bytes:
        """Some bytes from a place on: at least one, at most so many. Raises `ValueError` where they are damaged."""

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """The place reached."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place."""
        self._at = max(0, {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size}[whence] + offset)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end. Raises `ValueError` where they are damaged."""
        left = max(self.size - self._at, 0)
        wanted = left if size is None or size < 0 else min(size, left)
        parts: list[bytes] = []
        while wanted > 0:
            part = self.at(self._at, wanted)
            if not part:
                break
            parts.append(part)
            self._at += len(part)
            wanted -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)
