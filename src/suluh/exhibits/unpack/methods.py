# SPDX-License-Identifier: Apache-2.0
"""The methods of packing that are read: each turns packed bytes into plain ones, a bounded piece at a time."""

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator

import zstandard

from suluh.exhibits.unpack.deflate64 import Inflate64
from suluh.exhibits.unpack.streams import MOST, Unpacker

STORED, DEFLATED, DEFLATED_64, BZIP2, LZMA, ZSTANDARD, XZ = 0, 8, 9, 12, 14, 93, 95
OLD_ZSTANDARD = 20
NAMES = {
    1: "shrunk",
    2: "reduced",
    3: "reduced",
    4: "reduced",
    5: "reduced",
    6: "imploded",
    10: "PKWARE imploded",
    16: "IBM CMPSC",
    18: "IBM TERSE",
    19: "IBM LZ77",
    94: "MP3",
    96: "JPEG variant",
    97: "WavPack",
    98: "PPMd",
    99: "AES",
}
"""What APPNOTE 6.3.10 calls the methods that are not read."""

_LZMA_HEAD = 9
_LONGEST_WINDOW = 1 << 27
_MEMORY = 512 << 20
"""Bytes that unpacking one member may take: a stated window beyond is refused."""


def unpacker(method: int, packed: int) -> Unpacker | None:
    """What unpacks so many bytes of a ZIP method, or null where nothing does."""
    new = _UNPACKERS.get(method)
    return None if new is None else new(packed)


def is_read(method: int) -> bool:
    """Whether members packed so are read."""
    return method in _UNPACKERS


class Stored:
    """Bytes that are not packed."""

    def __init__(self, size: int) -> None:
        self._left = size

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        """The same bytes."""
        self._left -= len(packed)
        yield packed

    def is_whole(self) -> bool:
        """Whether as many came as there should."""
        return self._left == 0


class Inflate:
    """Deflated bytes: bare, or of one or several gzip files one behind the other."""

    def __init__(self, form: int) -> None:
        self._form = form
        self._inner = zlib.decompressobj(form)
        self.behind = 0
        """How many bytes stand behind the end that are no further part."""

    def __copy__(self) -> "Inflate":
        """The same state, which goes on by itself."""
        found = Inflate(self._form)
        found._inner, found.behind = self._inner.copy(), self.behind  # its own kind
        return found

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        """The plain bytes. Raises `ValueError`."""
        rest = packed
        try:
            while rest and not (self._inner.eof and self._form < 0):
                rest = rest.lstrip(b"\0") if self._inner.eof else rest  # streams may stand apart by zeros
                if self._inner.eof and not self._goes_on(rest):
                    return
                yield self._inner.decompress(rest, MOST)
                rest = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
        except zlib.error as error:
            raise ValueError(f"its packed bytes are damaged: {error}") from error

    def is_whole(self) -> bool:
        """Whether the packed bytes have come to their own end."""
        return self._inner.eof and self._form < 0

    def ended(self) -> bool:
        """Whether the last part came to its own end."""
        return self._inner.eof

    def _goes_on(self, rest: bytes) -> bool:
        """Begin with a further part; zeros behind the last one are filling."""
        if self.behind or rest[:1] != b"\x1f":
            self.behind += len(rest)
            return False
        self._inner = zlib.decompressobj(self._form)
        return True


_Decompressor = bz2.BZ2Decompressor | lzma.LZMADecompressor
_New = Callable[[], _Decompressor]
"""Begins with a new stream."""


class Many:
    """Bytes of one or several bzip2 or xz streams one behind the other."""

    def __init__(self, new: _New) -> None:
        self._new = new
        self._inner: _Decompressor = new()
        self.behind = 0

    @classmethod
    def of_bzip2(cls) -> "Many":
        """Of bzip2."""
        return cls(bz2.BZ2Decompressor)

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        """The plain bytes. Raises `ValueError`."""
        rest = packed
        try:
            while rest or not (self._inner.needs_input or self._inner.eof):
                rest = rest.lstrip(b"\0") if self._inner.eof else rest  # streams may stand apart by zeros
                if self._inner.eof and not self._goes_on(rest):
                    return
                yield self._inner.decompress(rest, MOST)
                rest = self._inner.unused_data if self._inner.eof else b""
        except (OSError, lzma.LZMAError, MemoryError, EOFError) as error:
            raise ValueError(f"its packed bytes are damaged: {error}") from error

    def is_whole(self) -> bool:
        """Never known before the packed bytes end: a further stream may follow."""
        return False

    def ended(self) -> bool:
        """Whether the last stream came to its own end."""
        return self._inner.eof

    def _goes_on(self, rest: bytes) -> bool:
        if self.behind or rest[:1] not in {b"B", b"\xfd"}:
            self.behind += len(rest)
            return False
        self._inner = self._new()
        return True


def xz() -> lzma.LZMADecompressor:
    """A new decompressor of .xz and .lzma, within our memory."""
    return lzma.LZMADecompressor(lzma.FORMAT_AUTO, memlimit=_MEMORY)


class Lzma:
    """LZMA as ZIP has it: version, size of the properties, properties, then the stream itself."""

    def __init__(self) -> None:
        self._head = b""
        self._inner: lzma.LZMADecompressor | None = None

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        """The plain bytes. Raises `ValueError`."""
        rest = packed
        if self._inner is None:
            self._head += packed
            if len(self._head) < _LZMA_HEAD:
                return
            rest, self._inner = self._begin()
        try:
            while not self._inner.eof and (rest or not self._inner.needs_input):
                yield self._inner.decompress(rest, MOST)
                rest = b""
        except (lzma.LZMAError, MemoryError) as error:
            raise ValueError(f"its packed bytes are damaged: {error}") from error

    def is_whole(self) -> bool:
        """Whether the mark of the end was met; many streams have none, and their size alone tells."""
        return self._inner is not None and self._inner.eof

    def _begin(self) -> tuple[bytes, lzma.LZMADecompressor]:
        size = int.from_bytes(self._head[2:4], "little")
        first, window = self._head[4], int.from_bytes(self._head[5:9], "little")
        if size != 5 or first >= 9 * 5 * 5 or window > _LONGEST_WINDOW:  # noqa: PLR2004 # as the format fixes it
            raise ValueError("its packed bytes are damaged: properties that are none")
        kind = {
            "id": lzma.FILTER_LZMA1,
            "lc": first % 9,
            "lp": first // 9 % 5,
            "pb": first // 45,
            "dict_size": max(window, 4096),
        }
        return self._head[9:], lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[kind])


class Zstandard:
    """Zstandard frames one behind the other."""

    def __init__(self) -> None:
        self._inner = _zstandard()
        self.behind = 0

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        """The plain bytes. Raises `ValueError`."""
        rest = packed
        try:
            while rest and (not self._inner.eof or self._goes_on(rest)):
                part, rest = rest[:_ZSTANDARD_PIECE], rest[_ZSTANDARD_PIECE:]
                yield self._inner.decompress(part)
                rest = self._inner.unused_data + rest if self._inner.eof else rest
        except (zstandard.ZstdError, MemoryError) as error:
            raise ValueError(f"its packed bytes are damaged: {error}") from error

    def is_whole(self) -> bool:
        """Never known before the packed bytes end: a further frame may follow."""
        return False

    def ended(self) -> bool:
        """Whether the last frame came to its own end."""
        return bool(self._inner.eof)

    def _goes_on(self, rest: bytes) -> bool:
        if self.behind or rest[:1] not in {b"\x28", *_SKIPPED}:
            self.behind += len(rest)
            return False
        self._inner = _zstandard()
        return True


_ZSTANDARD_PIECE = 1 << 10
"""Packed bytes at a time: what they give at most, some 32 MiB of one repeated byte, still fits a worker."""

_SKIPPED = frozenset(bytes([one]) for one in range(0x50, 0x60))


def _zstandard() -> "zstandard.ZstdDecompressionObj":
    return zstandard.ZstdDecompressor(max_window_size=_LONGEST_WINDOW).decompressobj()


_UNPACKERS: dict[int, Callable[[int], Unpacker]] = {
    STORED: Stored,
    DEFLATED: lambda _: Inflate(-zlib.MAX_WBITS),
    DEFLATED_64: Inflate64,
    BZIP2: lambda _: Many.of_bzip2(),
    LZMA: lambda _: Lzma(),
    OLD_ZSTANDARD: lambda _: Zstandard(),
    ZSTANDARD: lambda _: Zstandard(),
    XZ: lambda _: Many(xz),
}
