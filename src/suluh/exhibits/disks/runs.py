# SPDX-License-Identifier: Apache-2.0
"""Disks that are written as a list of runs: Apple's disk image (``.dmg``) and Android's sparse image.

Described by what `hdiutil` and AOSP's `libsparse` write; tried with images made after both.
"""

import bz2
import lzma
import os
import plistlib
import struct
from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple
from xml.parsers.expat import ExpatError

from suluh.exhibits.disks.blocks import SECTOR, inflated
from suluh.exhibits.unpack.reading import Anywhere

_TRAILER, _RUN = 512, struct.Struct(">II4Q")
_ZEROS, _PLAIN, _UNUSED, _ZLIB, _BZIP2, _XZ = 0, 1, 2, 0x80000005, 0x80000006, 0x80000008
_MARKS = {0x7FFFFFFE, 0xFFFFFFFF}
_NOT_READ = {0x80000004: "ADC", 0x80000007: "LZFSE"}
_RUNS_AT, _MOST_RUNS, _LARGEST_RUN, _LONGEST_LIST = 204, 1 << 22, 1 << 26, 1 << 26
_SPARSE, _CHUNK = struct.Struct("<I4H4I"), struct.Struct("<HHII")
_RAW, _FILL, _SKIP, _SUM = 0xCAC1, 0xCAC2, 0xCAC3, 0xCAC4


class Run(NamedTuple):
    """Bytes of the disk that lie together in the image."""

    start: int
    size: int
    kind: int
    place: int
    """Where it lies in the image, or of what four bytes it is full."""

    packed: int


class Runs(Anywhere):
    """The bytes of a disk, run by run; between runs stand zeros. Raises `ValueError` for what is no such image."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file, self._all = file, file.seek(0, os.SEEK_END)
        self._runs = sorted(self._read())
        self.size = max((one.start + one.size for one in self._runs), default=0)
        self._starts = [one.start for one in self._runs]
        self._last: tuple[int, bytes] = -1, b""
        if not self.size:
            raise ValueError("the image does not say how large the disk is")

    def at(self, place: int, most: int) -> bytes:
        """Bytes of the run in which a place lies."""
        number = bisect_right(self._starts, place) - 1
        run = self._runs[number] if number >= 0 else Run(0, 0, _ZEROS, 0, 0)
        within = place - run.start
        if within >= run.size:
            following = self._starts[number + 1] if number + 1 < len(self._starts) else self.size
            return bytes(min(most, following - place))
        size = min(most, run.size - within)
        if run.kind in {_ZEROS, _UNUSED, _SKIP}:
            return bytes(size)
        if run.kind == _FILL:
            return (run.place.to_bytes(4, "little") * (size // 4 + 2))[within % 4 :][:size]
        piece = self._raw(run.place + within, size) if run.kind in {_PLAIN, _RAW} else self._plain(number, within, size)
        if not piece:
            raise ValueError(f"the image ends before byte {place} of the disk")
        return piece

    @abstractmethod
    def _read(self) -> Iterator[Run]:
        """Every run that the image lists."""

    def _plain(self, number: int, within: int, size: int) -> bytes:
        if self._last[0] != number:
            self._last = number, self._unpacked(self._runs[number])
        return self._last[1][within : within + size]

    def _unpacked(self, run: Run) -> bytes:
        """The plain bytes of a packed run."""
        if run.kind not in {_ZLIB, _BZIP2, _XZ} or run.size > _LARGEST_RUN:
            raise ValueError(f"a run of the image is packed by {_NOT_READ.get(run.kind, hex(run.kind))}, not read")
        raw = self._raw(run.place, min(run.packed, 2 * _LARGEST_RUN))
        try:
            if run.kind == _BZIP2:
                return bz2.BZ2Decompressor().decompress(raw, run.size)
            if run.kind == _XZ:
                return lzma.LZMADecompressor(memlimit=1 << 28).decompress(raw, run.size)
        except (OSError, EOFError, lzma.LZMAError) as error:
            raise ValueError(f"a run of the image is damaged: {error}") from error
        return inflated(raw, run.size, 15)

    def _raw(self, at: int, size: int) -> bytes:
        self._file.seek(at)
        return self._file.read(max(size, 0))


class Dmg(Runs):
    """Apple's disk image."""

    def _read(self) -> Iterator[Run]:
        trailer = self._raw(self._all - _TRAILER, _TRAILER)
        (data,) = struct.unpack_from(">Q", trailer, 24)
        place, length = struct.unpack_from(">QQ", trailer, 216)
        if not length or length > _LONGEST_LIST:
            raise ValueError("the image has no list of its runs that is read")
        for one in _tables(self._raw(place, length)):
            first, _, base = struct.unpack_from(">3Q", one, 8)
            for at in range(_RUNS_AT, len(one) - _RUN.size + 1, _RUN.size):
                kind, _, start, count, lies, packed = _RUN.unpack_from(one, at)
                if kind not in _MARKS:
                    yield Run((first + start) * SECTOR, count * SECTOR, kind, data + base + lies, packed)


class Sparse(Runs):
    """Android's sparse image."""

    def _read(self) -> Iterator[Run]:
        raw = self._raw(0, _SPARSE.size)
        if len(raw) < _SPARSE.size:
            raise ValueError("the image is cut off")
        _, _, _, head, each, block, blocks, count, _ = _SPARSE.unpack(raw)
        at, start = head, 0
        for _ in range(min(count, _MOST_RUNS)):
            raw = self._raw(at, _CHUNK.size)
            if len(raw) < _CHUNK.size or each < _CHUNK.size:
                break
            kind, _, size, total = _CHUNK.unpack(raw)
            place = int.from_bytes(self._raw(at + each, 4), "little") if kind == _FILL else at + each
            if kind != _SUM:
                yield Run(start, size * block, kind, place, total - each)
                start += size * block
            at += max(total, each)
        if start < blocks * block:
            yield Run(start, blocks * block - start, _SKIP, 0, 0)


def _tables(raw: bytes) -> Iterator[bytes]:
    """The tables of runs in the list of an Apple disk image. Raises `ValueError`."""
    try:
        listed: Any = plistlib.loads(raw)["resource-fork"]["blkx"]
        tables = [one["Data"] for one in listed]
    except (plistlib.InvalidFileException, ExpatError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError("the list of runs of the image cannot be read") from error
    yield from (one for one in tables if isinstance(one, bytes) and one.startswith(b"mish") and len(one) >= _RUNS_AT)
