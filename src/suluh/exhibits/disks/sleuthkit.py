# SPDX-License-Identifier: Apache-2.0
"""The files of the volumes of a disk, found by The Sleuth Kit: the library of the extra `images`."""

import os
from collections.abc import Iterator
from types import ModuleType
from typing import BinaryIO, cast

from suluh.exhibits.disks.tree import FAULTS, Found, Opaque, Stream, Walk, said
from suluh.exhibits.marks import kind_of, locked_volume
from suluh.exhibits.unpack.reading import Anywhere
from suluh.model.evidence.container import Remark

try:  # loaded here: a locked worker can load nothing
    import pytsk3
except ImportError:
    _TSK: ModuleType | None = None
else:
    _TSK = pytsk3

_HEAD = 1 << 17
NO_FILES = "it holds no file system that can be read"


class Volumes:
    """The file systems of one disk. Raises `ValueError` where no volume can be read."""

    def __init__(self, disk: BinaryIO) -> None:
        if _TSK is None:
            raise ValueError("the extra `images` is not installed")
        self._tsk = _TSK
        self._image = _image(self._tsk, disk)
        self._systems: list[Opaque] = []

    def members(self) -> Iterator[Found | Remark]:
        """Every file that stands in a folder, volume by volume; and what was not read."""
        parts = list(self._parts())
        if not parts:
            yield from self._volume(b"", 0)
        for number, start, size, label in parts:
            prefix = b"partition-%d/" % number
            try:
                yield from self._volume(prefix, start)
            except ValueError:
                place, why = f"{label}, {size} bytes from byte {start} on", self._why(start)
                yield Remark(f"partition:{number}", f"partition {number} ({place}) was not looked at: {why}")

    def open(self, stream: Stream) -> BinaryIO:
        """The bytes of a member."""
        return cast("BinaryIO", _Attribute(self._systems[stream.volume].open_meta(inode=stream.inode), stream))

    def _parts(self) -> Iterator[tuple[int, int, int, str]]:
        """Number, first byte, bytes and name of each partition; none where the disk is one volume."""
        tsk = self._tsk
        try:
            table = tsk.Volume_Info(self._image)
            found = [one for one in table if one.flags == tsk.TSK_VS_PART_FLAG_ALLOC]
            size = table.info.block_size
        except FAULTS:
            return
        for number, one in enumerate(found, 1):
            yield number, one.start * size, one.len * size, said(one.desc)

    def _why(self, start: int) -> str:
        """What a partition is whose files cannot be read."""
        try:
            head = self._image.read(start, _HEAD)
        except FAULTS as error:
            return f"it cannot be read: {said(error)}"
        locked, kind = locked_volume(head), kind_of(head, None)
        if locked is not None:
            return f"it is an encrypted {locked}"
        return NO_FILES if kind is None else f"it looks like a {kind.name} and is not read"

    def _volume(self, prefix: bytes, start: int) -> Iterator[Found | Remark]:
        try:
            system = self._tsk.FS_Info(self._image, offset=start)
            root = system.open_dir(inode=system.info.root_inum)
        except FAULTS as error:
            raise ValueError(self._why(start)) from error
        self._systems.append(system)
        yield from Walk(self._tsk, system, len(self._systems) - 1, prefix).members(root)


class _Attribute(Anywhere):
    """The bytes of one stream of a file."""

    def __init__(self, file: Opaque, stream: Stream) -> None:
        super().__init__()
        self._file, self._stream, self.size = file, stream, stream.size

    def at(self, place: int, most: int) -> bytes:
        """Some bytes from a place on."""
        one = self._stream
        try:
            raw = cast("bytes", self._file.read_random(place, min(most, 1 << 20), one.kind, one.number))
        except FAULTS as error:
            raise ValueError(f"its bytes cannot be read from byte {place} on: {said(error)}") from error
        if not raw:
            raise ValueError(f"its bytes end at byte {place} of {self.size}")
        return raw


def is_installed() -> bool:
    """Whether the extra `images` is here."""
    return _TSK is not None


def _image(tsk: ModuleType, disk: BinaryIO) -> Opaque:
    """The disk as the library asks for it."""

    class Image(tsk.Img_Info):  # type: ignore[name-defined,misc] # no types there
        def __init__(self) -> None:
            super().__init__(url="", type=tsk.TSK_IMG_TYPE_EXTERNAL)

        def read(self, offset: int, size: int) -> bytes:
            try:
                disk.seek(offset)
                return disk.read(size)
            except ValueError as error:
                raise OSError(str(error)) from error

        def get_size(self) -> int:
            return disk.seek(0, os.SEEK_END)

    return Image()
