# SPDX-License-Identifier: Apache-2.0
"""A member of a container as a stream that goes forward and stops at its limits."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, Protocol

from suluh.exhibits.limits import RATIO, RATIO_AFTER
from suluh.exhibits.unpack.reading import Forward

BLOCK = 1 << 16
MOST = 1 << 18
"""The most plain bytes that come out in one piece."""


class TooMuch(ValueError):
    """A member unpacks to more than a limit allows."""


class Mismatch(ValueError):
    """All bytes of a member were given, and they are not what the directory says of them."""


class Unpacker(Protocol):
    """Turns packed bytes into plain ones, a bounded piece at a time."""

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        """The plain bytes of the next packed ones."""
        ...

    def is_whole(self) -> bool:
        """Whether the packed bytes have come to their own end, and nothing behind it is looked at."""
        ...


class Span(NamedTuple):
    """Where the packed bytes lie, and what the directory says of the plain ones."""

    start: int
    packed: int
    size: int | None
    crc: int | None
    """Null where the container does not say."""


class Stream(Forward):
    """The plain bytes of one member, checked against the directory at their end.

    Reading raises `TooMuch`, `Mismatch` or another `ValueError` once all bytes before the fault have been given.
    """

    def __init__(self, file: BinaryIO, span: Span, unpacker: Unpacker) -> None:
        self._pieces = _plain(file, span, unpacker)
        self._rest = b""
        self._fault: ValueError | None = None

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end or before a fault."""
        wanted = -1 if size is None else size
        parts, have = [self._rest], len(self._rest)
        while wanted < 0 or have < wanted:
            part = self._next()
            if not part:
                break
            parts.append(part)
            have += len(part)
        raw = parts[0] if len(parts) == 1 else b"".join(parts)
        if not raw and self._fault is not None and wanted:
            raise self._fault
        self._rest = raw[wanted:] if wanted >= 0 else b""
        return raw[:wanted] if wanted >= 0 else raw

    def _next(self) -> bytes:
        if self._fault is not None:
            return b""
        try:
            return next(self._pieces, b"")
        except ValueError as error:
            self._fault = error
            return b""


def is_done(unpacker: Unpacker) -> bool:
    """Whether nothing is missing, as far as the packed bytes can tell."""
    ended = getattr(unpacker, "ended", unpacker.is_whole)
    return bool(unpacker.is_whole() or ended())


def _plain(file: BinaryIO, span: Span, unpacker: Unpacker) -> Iterator[bytes]:
    """The plain bytes, as they come."""
    taken = given = crc = 0
    while taken < span.packed and not unpacker.is_whole():
        file.seek(span.start + taken)
        packed = file.read(min(BLOCK, span.packed - taken))
        if not packed:
            break
        taken += len(packed)
        for piece in unpacker.pieces(packed):
            given += len(piece)
            crc = zlib.crc32(piece, crc)
            if given > RATIO_AFTER and given > RATIO * taken:
                raise TooMuch(f"too large: it unpacks to more than {RATIO} times its size")
            if piece:
                yield piece
    if taken < span.packed and not unpacker.is_whole():
        raise ValueError("the container ends in the middle of it")
    if not (is_done(unpacker) or given == span.size) and (span.packed or span.size):
        raise ValueError("its packed bytes end too early")
    if span.size is not None and given != span.size:
        raise Mismatch(f"the container says {span.size} bytes, and it holds {given}")
    if span.crc is not None and crc != span.crc:
        raise Mismatch("its bytes do not have the checksum that the container says")
