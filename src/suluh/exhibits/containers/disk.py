# SPDX-License-Identifier: Apache-2.0
"""Images of disks: raw ones, EnCase's and those of virtual machines, opened with the extra `images`."""

import os
from collections.abc import Callable, Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits.disks import encase, sleuthkit
from suluh.exhibits.disks.blocks import Qcow, Vdi, Vhd, Vmdk
from suluh.exhibits.disks.runs import Dmg, Sparse
from suluh.exhibits.disks.sleuthkit import Volumes
from suluh.exhibits.disks.tree import Stream
from suluh.exhibits.marks import kind_of
from suluh.exhibits.unpack.reading import Anywhere
from suluh.model.evidence.container import TAIL, Container, Distinct, Member, Remark
from suluh.model.ids import display

_HEAD = 1 << 17
_VIRTUAL: dict[bytes, Callable[[BinaryIO], Anywhere]] = {
    b"conectix": Vhd,
    b"\x7f\x10\xda\xbe": Vdi,
    b"QFI\xfb": Qcow,
    b"KDMV": Vmdk,
    b"koly": Dmg,
    b"\x3a\xff\x26\xed\1\0": Sparse,
}
"""What reads the image of a disk that is not written byte for byte, by its mark."""


class Raw(Container):
    """The bytes of a disk or of one volume: with a table of partitions, or one file system."""

    name: ClassVar[str] = "disk"
    has_parts: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._volumes: Volumes | None = None
        self._places: dict[bytes, Stream] = {}
        self._own: tuple[BinaryIO, BinaryIO] | None = None

    def claims(self, head: bytes, tail: bytes | None) -> bool:
        """A mark of a table of partitions, or of a file system that the library reads."""
        kind = kind_of(head, tail) if sleuthkit.is_installed() else None
        return kind is not None and kind.opener == "images" and kind.mark not in {encase.MARK, *_VIRTUAL}

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every file of every volume, what was not read, and whether the disk is the one that was acquired."""
        yield from self._listed(file)
        yield from self._behind(self._disk(file))

    def _listed(self, file: BinaryIO) -> Iterator[Member | Remark]:
        disk = self._disk(file)
        self._file, self._volumes, self._places = file, Volumes(disk), {}
        yield from self._before(disk)
        names = Distinct()
        for one in self._volumes.members():
            if isinstance(one, Remark):
                yield one
                continue
            member, stream = one
            yield from self._placed(member, stream, names)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The bytes of one file. Raises `ValueError`, `KeyError`."""
        if self._file is not file or name not in self._places:
            for _ in self._listed(file):
                pass
        return cast("Volumes", self._volumes).open(self._places[name])

    def _placed(self, member: Member, stream: Stream | None, names: Distinct) -> Iterator[Member | Remark]:
        """A member under a name that no other has."""
        name = names.own(member.name)
        if name != member.name:
            reason = f"a further file is called {display(member.name)}: it is listed as {display(name)}"
            yield Remark(f"same:{display(name)}", reason)
        if stream is not None:
            self._places[name] = stream
        yield member._replace(name=name)

    def _disk(self, file: BinaryIO) -> BinaryIO:
        return file

    def _before(self, disk: BinaryIO) -> Iterator[Remark]:  # noqa: ARG002 # bare bytes say nothing of themselves
        return iter(())

    def _behind(self, disk: BinaryIO) -> Iterator[Remark]:  # noqa: ARG002 # bare bytes state no sum of themselves
        return iter(())


class Virtual(Raw):
    """An image of a virtual machine, Apple's or Android's: VHD, VDI, QCOW2, VMDK, DMG, sparse."""

    name: ClassVar[str] = "virtual"
    has_parts: ClassVar[bool] = False

    def claims(self, head: bytes, tail: bytes | None) -> bool:
        """Its mark, at its beginning or its end."""
        kind = kind_of(head, tail) if sleuthkit.is_installed() else None
        return kind is not None and kind.mark in _VIRTUAL

    def _disk(self, file: BinaryIO) -> BinaryIO:
        if self._own is None or self._own[0] is not file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - TAIL, 0))
            tail = file.read()
            file.seek(0)
            kind = kind_of(file.read(_HEAD), tail)
            if kind is None or kind.mark not in _VIRTUAL:
                raise ValueError("its mark is gone")
            self._own = file, cast("BinaryIO", _VIRTUAL[kind.mark](file))
        return self._own[1]


class EnCase(Raw):
    """An EnCase image (``.E01``), in one part or several."""

    name: ClassVar[str] = "encase"

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """The mark, of the first part."""
        return sleuthkit.is_installed() and head.startswith(encase.MARK) and head.startswith(encase.FIRST, encase.PLACE)

    def continues(self, head: bytes) -> bool:
        """The mark, and another number than that of the first part."""
        return head.startswith(encase.MARK) and not head.startswith(encase.FIRST, encase.PLACE)

    def _disk(self, file: BinaryIO) -> BinaryIO:
        return cast("BinaryIO", encase.Disk(file))

    def _before(self, disk: BinaryIO) -> Iterator[Remark]:
        """That a part is missing."""
        image = cast("encase.Disk", disk)
        if not image.is_whole or image.size < image.stated:
            held = f"{image.size} of {image.stated} bytes of the disk"
            yield Remark("parts", f"a part of the image is missing or cut off: {held} are here; add the whole image")

    def _behind(self, disk: BinaryIO) -> Iterator[Remark]:
        """That the whole disk sums up to something else than the image states."""
        image = cast("encase.Disk", disk)
        if not image.is_whole or image.size < image.stated:
            return
        try:
            yield from (Remark(f"sum:{place}", one) for place, one in enumerate(image.otherwise()))
        except ValueError as error:
            yield Remark("sum", f"the sum that the image states of its whole disk cannot be checked: {error}")
