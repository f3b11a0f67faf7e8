# SPDX-License-Identifier: Apache-2.0
"""Opens a picture or film from its own first byte, where other bytes stand before it."""

import io
import os
from typing import BinaryIO, cast

from suluh.exhibits.types import begins

_HEAD = 1 << 13


def from_its_start(file: BinaryIO) -> BinaryIO:
    """The same file, or a view of it that leaves out what stands before the picture or film."""
    before = begins(file.read(_HEAD))
    file.seek(0)
    return cast("BinaryIO", io.BufferedReader(_Later(file, before))) if before else file


class _Later(io.RawIOBase):
    """A file without its first bytes."""

    def __init__(self, file: BinaryIO, before: int) -> None:
        self._file, self._before = file, before
        file.seek(before)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any writable buffer
        raw = self._file.read(len(view))
        view[: len(raw)] = raw
        return len(raw)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        place = self._file.seek(offset + (self._before if whence == os.SEEK_SET else 0), whence)
        if place < self._before:
            raise io.UnsupportedOperation("seek")
        return place - self._before

    def tell(self) -> int:
        return self._file.tell() - self._before
