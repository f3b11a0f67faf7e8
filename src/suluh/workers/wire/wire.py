# SPDX-License-Identifier: Apache-2.0
"""What goes over the wire between the parent and one worker: frames of canonical JSON, and descriptors."""

import socket
import struct
import time
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from suluh.model.body import Part
from suluh.model.evidence.work import Failure, Target

START, BATCH, REPLY = b"S", b"B", b"R"
"""Parent to worker: what to be; files to work on; what was asked for."""

READY, BROKEN, NOUNS, DONE, ASK, SPOOL = b"L", b"E", b"N", b"D", b"A", b"P"
"""Worker to parent: locked; cannot start; bodies of one file; its end with the last; a file beside; bytes to keep."""

MOST = 1 << 20
"""The largest payload of a frame that a worker may send."""

DESCRIPTORS = 20
"""The most descriptors with one frame: two frames of them fit into a worker's limit."""

TOO_LARGE = Failure("too large", "too large: it needs more memory than a worker has")
"""Of a file that ran out of a worker's memory: that worker is not used again."""

SPOOL_FORM = struct.Struct(">BQ")
"""What stands before bytes to keep: which part of the database, and the size of all parts together."""

_HEAD = struct.Struct(">IcI")
_FLUSH = 1 << 16
_LATEST = 0.25


class Start(Part, frozen=True, kw_only=True):
    """What a worker is to be."""

    job: str
    paths: tuple[str, ...] = ()
    """Folders to import from besides: for jobs of tests."""

    containers: str | None = None
    memory: int
    descriptors: int
    written: int = 0
    scratch: tuple[str, ...] = ()


class Piece(Part, frozen=True, kw_only=True):
    """One file of a batch."""

    target: Target
    """Without what its batch says for all of them."""

    opened: int = 0
    """Which of the frame's descriptors holds its bytes, or those of the outermost container around it."""

    database: str | None = None
    """Where its copy lies, if it is a database."""

    seconds: int = 0
    prove: bool = False
    """Whether it must be seen first that these are still the bytes that were digested."""


class Batch(Part, frozen=True, kw_only=True):
    """Files to work on, and what is the same for all of them."""

    pieces: tuple[Piece, ...]
    sizes: tuple[int, ...]
    """Of the files behind the frame's descriptors."""

    names: tuple[str, ...] | None = ()
    """What lies beside them; null for the names of the batch before: a folder may have many more than go together."""

    accounts: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()


class Reply(Part, frozen=True, kw_only=True):
    """The file beside that was asked for: its descriptor comes along, if it exists."""

    size: int | None = None
    database: str | None = None


class Frame(NamedTuple):
    """One message."""

    kind: bytes
    number: int
    """From a worker: which file of the batch it is about, from 0. To a worker: how many descriptors come along."""

    payload: bytes
    descriptors: tuple[int, ...] = ()


def last_frame(failure: Failure | None, bodies: Sequence[bytes]) -> bytes:
    """The payload of a file's last frame: in its first line why it could not be finished, then bodies."""
    return b"\n".join((b"" if failure is None else msgspec.json.encode(failure), *bodies))


def read_last_frame(payload: bytes) -> tuple[Failure | None, bytes]:
    """What a last frame says. Raises `ValueError` for what is no failure."""
    line, _, bodies = payload.partition(b"\n")
    try:
        return (msgspec.json.decode(line, type=Failure) if line else None), bodies
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(f"a failure that is none: {error}") from error


def bare(target: Target) -> Target:
    """A target without what many have in common: that goes over the wire once."""
    return msgspec.structs.replace(target, names=(), accounts=(), profiles=())


def pack(kind: bytes, number: int, payload: bytes) -> bytes:
    """The bytes of a frame."""
    return _HEAD.pack(len(payload), kind, number) + payload


def unpack(buffer: bytearray, most: int | None = None) -> Iterator[Frame]:
    """Take every whole frame off the front of a buffer. Raises `ValueError` for one that is too long."""
    at = 0
    while len(buffer) - at >= _HEAD.size:
        length, kind, number = _HEAD.unpack_from(buffer, at)
        if most is not None and length > most:
            raise ValueError(f"a frame of {length} bytes")
        if len(buffer) - at < _HEAD.size + length:
            break
        at += _HEAD.size
        yield Frame(kind, number, bytes(memoryview(buffer)[at : at + length]))
        at += length
    del buffer[:at]


def received_descriptors(ancillary: list[tuple[int, int, bytes]]) -> list[int]:
    """Descriptors that came along with bytes."""
    found: list[int] = []
    for level, kind, raw in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            numbers = array("i")
            numbers.frombytes(raw[: len(raw) - len(raw) % numbers.itemsize])
            found += numbers
    return found


class Channel:
    """The worker's end: it waits, and keeps small answers back until they are worth a call."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._in, self._out = bytearray(), bytearray()
        self._frames: deque[Frame] = deque()
        self._batches: deque[Frame] = deque()
        self._descriptors: deque[int] = deque()
        self._flushed = time.monotonic()

    def batch(self) -> Frame | None:
        """The next batch, null at the end."""
        self.flush()
        if self._batches:
            return self._batches.popleft()
        return self._next()

    def reply(self) -> Frame:
        """The answer to what was asked; a batch that comes in between waits."""
        self.flush()
        while frame := self._next():
            if frame.kind == REPLY:
                return frame
            self._batches.append(frame)
        raise EOFError("the parent is gone")

    def send(self, kind: bytes, number: int, payload: bytes = b"") -> None:
        """Put a frame on the wire, soon."""
        self._out += pack(kind, number, payload)
        if len(self._out) >= _FLUSH or time.monotonic() - self._flushed > _LATEST:
            self.flush()

    def flush(self) -> None:
        """Put all on the wire now; waits while the parent is behind."""
        if self._out:
            self._end.sendall(self._out)
            self._out.clear()
        self._flushed = time.monotonic()

    def _next(self) -> Frame | None:
        while not self._frames:
            room = socket.CMSG_SPACE(DESCRIPTORS * array("i").itemsize)
            raw, ancillary, _, _ = self._end.recvmsg(_FLUSH, room)
            self._descriptors.extend(received_descriptors(ancillary))
            if not raw:
                return None
            self._in += raw
            self._frames.extend(unpack(self._in))
        frame = self._frames.popleft()
        return frame._replace(descriptors=tuple(self._descriptors.popleft() for _ in range(frame.number)))
