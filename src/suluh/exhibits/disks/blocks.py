# SPDX-License-Identifier: Apache-2.0
"""Disks of virtual machines that keep a table of where each of their blocks lies: VHD, VDI, QCOW2 and VMDK.

Described by Microsoft's "Virtual Hard Disk Image Format Specification" 1.0, VirtualBox's `VDICore.h`, QEMU's
`docs/interop/qcow2` and VMware's "Virtual Disk Format" 5.0; tried with images that qemu-img 7.2 writes.
"""

import os
import struct
import zlib
from abc import abstractmethod
from typing import BinaryIO

from suluh.exhibits.unpack.reading import Anywhere

SECTOR = 512
_SMALLEST, _LARGEST = 512, 1 << 28
_MOST_BLOCKS = 1 << 26
_NO_BLOCK = 0xFFFFFFFF
PARENT = "it holds only what differs from another image: give both to a program that joins them, and add the whole disk"


class Blocks(Anywhere):
    """The bytes of a disk whose image holds it in blocks of one size. Raises `ValueError` for what is no such image."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self.file, self.all = file, file.seek(0, os.SEEK_END)
        self.size, self.block = self._measure()
        is_one = _SMALLEST <= self.block <= _LARGEST and 0 < self.size <= self.block * _MOST_BLOCKS
        if not is_one:
            raise ValueError("the image does not say how large the disk is")
        self._last: tuple[int, bytes] = -1, b""

    @abstractmethod
    def _measure(self) -> tuple[int, int]:
        """How many bytes the disk has, and how many one block."""

    @abstractmethod
    def _held(self, number: int) -> int | bytes | None:
        """Where a block lies, or its bytes where it is packed; null for one of zeros."""

    def at(self, place: int, most: int) -> bytes:
        """Bytes of the block in which a place lies."""
        number, within = divmod(place, self.block)
        size = min(most, self.block - within)
        held = self._last[1] if self._last[0] == number else self._held(number)
        if held is None:
            return bytes(size)
        if isinstance(held, bytes):
            self._last = number, held
            piece = held[within : within + size]
        else:
            piece = self.raw(held + within, size)
        if not piece:
            raise ValueError(f"the image ends before byte {place} of the disk")
        return piece

    def raw(self, at: int, size: int) -> bytes:
        """Bytes of the image, as far as they are here."""
        self.file.seek(at)
        return self.file.read(max(size, 0))

    def number(self, form: str, at: int) -> int:
        """One number of the image."""
        raw = self.raw(at, struct.calcsize(form))
        if len(raw) < struct.calcsize(form):
            raise ValueError("the image is cut off")
        return int(struct.unpack(form, raw)[0])


class Vhd(Blocks):
    """Hyper-V's older form, of one size or growing."""

    def _measure(self) -> tuple[int, int]:
        foot = self.all - SECTOR if self.raw(self.all - SECTOR, 8) == b"conectix" else 0
        kind, size = self.number(">I", foot + 60), self.number(">Q", foot + 48)
        self._table = -1
        if kind == 2:  # noqa: PLR2004 # of one size: the disk, then the footer
            return size, 1 << 20
        if kind != 3:  # noqa: PLR2004 # growing
            raise ValueError(PARENT)
        head = self.number(">Q", foot + 16)
        self._table, block = self.number(">Q", head + 16), self.number(">I", head + 32)
        self._map = -(-block // SECTOR // 8 // SECTOR) * SECTOR
        return size, block

    def _held(self, number: int) -> int | None:
        if self._table < 0:
            return number * self.block
        place = self.number(">I", self._table + 4 * number)
        return None if place == _NO_BLOCK else place * SECTOR + self._map


class Vdi(Blocks):
    """VirtualBox's form."""

    def _measure(self) -> tuple[int, int]:
        if self.number("<I", 76) not in {1, 2}:
            raise ValueError(PARENT)
        self._table, self._begin, self._more = (self.number("<I", at) for at in (340, 344, 380))
        return self.number("<Q", 368), self.number("<I", 376)

    def _held(self, number: int) -> int | None:
        place = self.number("<I", self._table + 4 * number)
        whole = self.block + self._more
        return None if place >= _NO_BLOCK - 1 else self._begin + place * whole + self._more


class Qcow(Blocks):
    """QEMU's form, versions 2 and 3."""

    def _measure(self) -> tuple[int, int]:
        version, self._bits = self.number(">I", 4), self.number(">I", 20)
        features = self.number(">Q", 72) if version > 2 else 0  # noqa: PLR2004 # the older one has none
        if version not in {2, 3} or features & ~3 or not 9 <= self._bits <= 21:  # noqa: PLR2004 # as the format allows
            raise ValueError(f"an image of version {version} with features {features:#x} is not read")
        if self.number(">I", 32):
            raise ValueError("it is encrypted: decrypt it outside with its password, and add the result")
        if self.number(">Q", 8):
            raise ValueError(PARENT)
        self._first = self.number(">Q", 40)
        return self.number(">Q", 24), 1 << self._bits

    def _held(self, number: int) -> int | bytes | None:
        most = self.block // 8
        second = self.number(">Q", self._first + 8 * (number // most)) & 0x00FFFFFFFFFFFE00
        entry = self.number(">Q", second + 8 * (number % most)) if second else 0
        if entry >> 62 & 1:
            return self._packed(entry)
        place = entry & 0x00FFFFFFFFFFFE00
        return None if not place or entry & 1 else place

    def _packed(self, entry: int) -> bytes:
        bits = 62 - (self._bits - 8)
        place = entry & (1 << bits) - 1
        sectors = (entry >> bits & (1 << self._bits - 8) - 1) + 1
        return inflated(self.raw(place, sectors * SECTOR - place % SECTOR), self.block, -12)


class Vmdk(Blocks):
    """VMware's form in one growing file, packed or not."""

    def _measure(self) -> tuple[int, int]:
        text = self.raw(self.number("<Q", 28) * SECTOR, min(self.number("<Q", 36) * SECTOR, 1 << 16))
        if b"parentCID=" in text and b"parentCID=ffffffff" not in text.lower().replace(b"parentcid", b"parentCID"):
            raise ValueError(PARENT)
        if text.count(b" SPARSE ") > 1:
            raise ValueError("the disk lies in several files: join them with a program for it, and add the whole disk")
        head = 0 if self.number("<Q", 56) != (1 << 64) - 1 else self.all - 2 * SECTOR
        self._table, self._each = self.number("<Q", head + 56) * SECTOR, self.number("<I", head + 44)
        self._is_packed = bool(self.number("<I", head + 8) >> 16 & 1)
        return self.number("<Q", head + 12) * SECTOR, self.number("<Q", head + 20) * SECTOR

    def _held(self, number: int) -> int | bytes | None:
        table, within = divmod(number, max(self._each, 1))
        grains = self.number("<I", self._table + 4 * table)
        place = self.number("<I", grains * SECTOR + 4 * within) if grains else 0
        if place <= 1:
            return None
        if not self._is_packed:
            return place * SECTOR
        return inflated(self.raw(place * SECTOR + 12, self.number("<I", place * SECTOR + 8)), self.block, 15)


def inflated(raw: bytes, most: int, form: int) -> bytes:
    """The plain bytes of a packed block."""
    try:
        return zlib.decompressobj(form).decompress(raw, most)
    except zlib.error as error:
        raise ValueError(f"a block of the image is damaged: {error}") from error
