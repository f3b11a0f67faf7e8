# SPDX-License-Identifier: Apache-2.0
"""Bytes as a locked worker sees them: a descriptor, or a member of a container, read from the start at each opening."""

import io
import os
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import BinaryIO, Protocol, cast

HEAD = 1 << 16
BUFFER = 1 << 16
IN_MEMORY = 256 << 20
"""Members up to this size are held in memory; larger ones are streamed again for each opening."""


class Bytes(Protocol):
    """The bytes of one input."""

    size: int
    fault: str | None
    """What broke while they were read, null when nothing did."""

    @property
    def head(self) -> bytes:
        """The first 64 KiB."""
        ...

    def open(self) -> BinaryIO:
        """An independent view from the start, seekable."""
        ...


class Descriptor:
    """A file that the parent opened; closed when nothing looks at it any more."""

    fault: str | None = None

    def __init__(self, number: int, size: int) -> None:
        self.number, self.size = number, size
        self._head: bytes | None = None

    @property
    def head(self) -> bytes:
        """The first 64 KiB."""
        if self._head is None:
            self._head = os.pread(self.number, HEAD, 0)
        return self._head

    def open(self) -> BinaryIO:
        """A view with a position of its own."""
        return cast("BinaryIO", _View(self))

    def __del__(self) -> None:
        os.close(self.number)


class _View(io.BufferedReader):
    """A buffered view of a descriptor that reads large pieces past its buffer."""

    def __init__(self, descriptor: Descriptor) -> None:
        super().__init__(cast("io.RawIOBase", _Positioned(descriptor)), BUFFER)


class _Positioned(io.RawIOBase):
    """Reads by position, so that any number of views share one descriptor."""

    def __init__(self, descriptor: Descriptor) -> None:
        self._descriptor = descriptor
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        count = os.preadv(self._descriptor.number, [buffer], self._at)  # type: ignore[list-item] # any writable buffer
        self._at += count
        return count

    def read(self, size: int = -1) -> bytes:
        if size < 0:
            return self.readall()
        part = os.pread(self._descriptor.number, min(size, max(self._descriptor.size - self._at, 0) + 1), self._at)
        self._at += len(part)
        return part

    def readall(self) -> bytes:
        parts = []
        while True:
            wanted = max(self._descriptor.size - self._at, 0) + 1
            part = os.pread(self._descriptor.number, wanted, self._at)
            self._at += len(part)
            parts.append(part)
            if len(part) < wanted:
                return parts[0] if len(parts) == 1 else b"".join(parts)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = _moved(self._at, self._descriptor.size, offset, whence)
        return self._at

    def tell(self) -> int:
        return self._at


class Joined:
    """The parts of a file that was cut into several, one behind the other."""

    fault: str | None = None

    def __init__(self, parts: Sequence[Bytes]) -> None:
        self.parts, self.head = parts, parts[0].head
        self.ends = list(accumulate(part.size for part in parts))
        self.size = self.ends[-1]

    def open(self) -> BinaryIO:
        """A view with a position of its own."""
        return cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", _Across(self)), BUFFER))


class _Across(io.RawIOBase):
    """Reads over the borders of parts."""

    def __init__(self, joined: Joined) -> None:
        self._joined, self._views = joined, [part.open() for part in joined.parts]
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any writable buffer
        number = bisect_right(self._joined.ends, self._at)
        if number == len(self._views):
            return 0
        end = self._joined.ends[number]
        part = self._views[number]
        part.seek(self._at - end + self._joined.parts[number].size)
        raw = part.read(min(len(view), end - self._at))
        view[: len(raw)] = raw
        self._at += len(raw)
        return len(raw)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = _moved(self._at, self._joined.size, offset, whence)
        return self._at

    def tell(self) -> int:
        return self._at


class Member:
    """A member of a container, streamed by `again` from its start."""

    def __init__(self, again: Callable[[], BinaryIO]) -> None:
        self._again = again
        self.fault: str | None = None
        with again() as stream:
            self._data, whole = self._take(stream, IN_MEMORY)
            self.size = len(self._data) if whole else len(self._data) + self._count(stream)
        self._whole = whole
        self.head = self._data[:HEAD]

    def open(self) -> BinaryIO:
        """The bytes from memory, or streamed again when they are many."""
        if self._whole:
            return io.BytesIO(self._data)
        return cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", _Rewinding(self._again, self.size)), BUFFER))

    def _take(self, stream: BinaryIO, most: int) -> tuple[bytes, bool]:
        """Read up to `most` bytes; whether that was all. Bytes before a fault are kept."""
        parts: list[bytes] = []
        size = 0
        while size < most:
            part = self._part(stream)
            if not part:
                return b"".join(parts), True
            parts.append(part)
            size += len(part)
        return b"".join(parts), False

    def _count(self, stream: BinaryIO) -> int:
        size = 0
        while part := self._part(stream):
            size += len(part)
        return size

    def _part(self, stream: BinaryIO) -> bytes:
        try:
            return stream.read(HEAD)
        except ValueError as error:
            self.fault = str(error)
            return b""


class _Rewinding(io.RawIOBase):
    """A seekable view of a stream that only goes forward: going back starts it again."""

    def __init__(self, again: Callable[[], BinaryIO], size: int) -> None:
        self._again, self._size = again, size
        self._stream, self._reached, self._at = again(), 0, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # any writable buffer
        if self._at >= self._size:
            return 0
        self._catch_up()
        part = self._stream.read(min(len(view), self._size - self._at))
        view[: len(part)] = part
        self._reached = self._at = self._at + len(part)
        return len(part)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = _moved(self._at, self._size, offset, whence)
        return self._at

    def tell(self) -> int:
        return self._at

    def _catch_up(self) -> None:
        if self._at < self._reached:
            self._stream.close()
            self._stream, self._reached = self._again(), 0
        while self._reached < self._at:
            part = self._stream.read(min(HEAD, self._at - self._reached))
            if not part:
                break
            self._reached += len(part)


def _moved(at: int, size: int, offset: int, whence: int) -> int:
    """Where a seek leads."""
    start = {os.SEEK_SET: 0, os.SEEK_CUR: at, os.SEEK_END: size}[whence]
    if start + offset < 0:
        raise ValueError("a seek before the start of a file")
    return start + offset
