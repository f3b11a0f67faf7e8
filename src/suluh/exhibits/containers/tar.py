# SPDX-License-Identifier: Apache-2.0
"""Tar archives: bare, packed, or as an Android backup; read as they come, once, and never extracted."""

import zlib
from abc import abstractmethod
from collections.abc import Callable, Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits.marks import skipped
from suluh.exhibits.unpack.methods import Inflate, Many, Stored, Zstandard, xz
from suluh.exhibits.unpack.seekable import ONLY, Unpacked
from suluh.exhibits.unpack.sparse import Filled, Layout
from suluh.exhibits.unpack.streams import Unpacker
from suluh.exhibits.unpack.tar import BLOCK, is_tar, walk
from suluh.exhibits.unpack.within import Within
from suluh.model.evidence.container import Container, Member, Remark

_MARK_PLACE, _MARK = 257, b"ustar"
_BACKUP, _OF_XIAOMI, _LONGEST_LINES = b"ANDROID BACKUP\n", b"MIUI BACKUP\n", 1024
_GZIP, _NAMED, _EXTRA = b"\x1f\x8b\x08", 8, 4
_ZSTANDARD = b"\x28\xb5\x2f\xfd"
_SMALLEST_DICTIONARY, _LARGEST_DICTIONARY = 1 << 12, 1 << 27


class Tar(Container):
    """A tar archive: POSIX, pax, GNU and older forms."""

    name: ClassVar[str] = "tar"

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._plain: BinaryIO | None = None
        self._places: dict[bytes, tuple[int, int]] = {}
        self._layouts: dict[bytes, Layout] = {}
        self._is_listed = False

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first block says it
        """Its first block is one of tar."""
        return is_tar(head) and (head[_MARK_PLACE:].startswith(_MARK) or b"\0" in head[:100])

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every member in the order in which they lie."""
        plain = self._opened(file)
        for one in walk(plain):
            if isinstance(one, Remark):
                yield one
                continue
            self._places[one.member.name] = one.start, one.size
            if one.layout is not None:
                self._layouts[one.member.name] = one.layout
            yield one.member
        self._is_listed = True
        yield from self._at_end(plain)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """One member as a stream. Raises `ValueError`, `KeyError`."""
        plain = self._opened(file)
        if name not in self._places and not self._is_listed:
            for _ in self.members(file):
                pass
        start, size = self._places[name]
        if name in self._layouts:
            return cast("BinaryIO", Filled(plain, self._layouts[name]))
        return cast("BinaryIO", Within(plain, start, size))

    def _opened(self, file: BinaryIO) -> BinaryIO:
        """The bytes of the archive itself."""
        if self._file is not file or self._plain is None:
            self._places, self._layouts, self._is_listed = {}, {}, False
            self._file, self._plain = file, self._unpacked(file)
        return self._plain

    def _unpacked(self, file: BinaryIO) -> BinaryIO:
        return file

    def _at_end(self, plain: BinaryIO) -> Iterator[Remark]:
        """What is odd once all members were met."""
        del plain  # a bare archive may end anywhere
        return iter(())


class Packed(Tar):
    """A packed file: a tar archive, or one file."""

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """The members of the archive that it is, or the one file."""
        plain = self._opened(file)
        plain.seek(0)
        if is_tar(plain.read(BLOCK)):
            yield from super().members(file)
            return
        name = self._named(file)
        self._places[name] = 0, -1
        self._is_listed = True
        yield Member(name, None, None, None)

    def _unpacked(self, file: BinaryIO) -> BinaryIO:
        size = file.seek(0, 2)
        return cast("BinaryIO", Unpacked(file, (self._begins(file), size), self._method(file)))

    def _begins(self, file: BinaryIO) -> int:  # noqa: ARG002 # most begin with the first byte
        return 0

    @abstractmethod
    def _method(self, file: BinaryIO) -> Callable[[], Unpacker]:
        """What unpacks it, anew."""

    def _named(self, file: BinaryIO) -> bytes:  # noqa: ARG002 # most name no file
        return ONLY

    def _at_end(self, plain: BinaryIO) -> Iterator[Remark]:
        """That an archive breaks off, where its packed bytes do."""
        try:
            plain.read(1)
        except ValueError as error:
            yield Remark("end", f"it cannot be unpacked to its end: {error}")


class Gzip(Packed):
    """gzip, one or several parts one behind the other (RFC 1952)."""

    name: ClassVar[str] = "gzip"

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """The mark, with the one method that there is."""
        return head.startswith(_GZIP) and len(head) > 10 and head[3] < 32  # noqa: PLR2004 # its head, its flags

    def _method(self, file: BinaryIO) -> Callable[[], Unpacker]:  # noqa: ARG002 # always the same
        return lambda: Inflate(zlib.MAX_WBITS | 16)

    def _named(self, file: BinaryIO) -> bytes:
        file.seek(0)
        head = file.read(1024)
        at = 10
        if head[3] & _EXTRA:
            at += 2 + int.from_bytes(head[at : at + 2], "little")
        name = head[at:].partition(b"\0")[0] if head[3] & _NAMED else b""
        return name.rpartition(b"/")[2] or ONLY


class Bzip2(Packed):
    """bzip2."""

    name: ClassVar[str] = "bzip2"

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """Its mark, and that of a block or of the end."""
        blocks = (b"\x31\x41\x59\x26\x53\x59", b"\x17\x72\x45\x38\x50\x90")
        return head.startswith(b"BZh") and head[4:10] in blocks

    def _method(self, file: BinaryIO) -> Callable[[], Unpacker]:  # noqa: ARG002 # always the same
        return Many.of_bzip2


class Xz(Packed):
    """xz."""

    name: ClassVar[str] = "xz"

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """Its mark."""
        return head.startswith(b"\xfd7zXZ\0")

    def _method(self, file: BinaryIO) -> Callable[[], Unpacker]:  # noqa: ARG002 # always the same
        return lambda: Many(xz)


class Lzma(Packed):
    """LZMA alone, as `.lzma` and older programs have it."""

    name: ClassVar[str] = "lzma"

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """It has no mark: its usual properties, a dictionary of a power of two, and a size that can be."""
        dictionary, size = int.from_bytes(head[1:5], "little"), head[5:13]
        is_size = size == b"\xff" * 8 or (len(size) == 8 and not any(size[5:]) and any(size))  # noqa: PLR2004 # eight bytes
        is_power = dictionary & (dictionary - 1) == 0 and _SMALLEST_DICTIONARY <= dictionary <= _LARGEST_DICTIONARY
        return head[:1] == b"\x5d" and is_power and is_size and head[13:14] == b"\0"

    def _method(self, file: BinaryIO) -> Callable[[], Unpacker]:  # noqa: ARG002 # always the same
        return lambda: Many(xz)


class Zst(Packed):
    """Zstandard (RFC 8878)."""

    name: ClassVar[str] = "zstandard"

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """Its mark, also behind a frame that is to be skipped."""
        return head.startswith(_ZSTANDARD, skipped(head))

    def _begins(self, file: BinaryIO) -> int:
        file.seek(0)
        return skipped(file.read(1 << 16))

    def _method(self, file: BinaryIO) -> Callable[[], Unpacker]:  # noqa: ARG002 # always the same
        return Zstandard


class AndroidBackup(Packed):
    """A backup of `adb backup`: four lines, then a tar archive, packed or not; one with a password says so.

    Xiaomi's phones write lines of their own before these.
    """

    name: ClassVar[str] = "android-backup"

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """Its first line."""
        return head.startswith(_BACKUP) or (head.startswith(_OF_XIAOMI) and b"\n" + _BACKUP in head[:_LONGEST_LINES])

    def _begins(self, file: BinaryIO) -> int:
        return self._before(file) + sum(len(line) + 1 for line in self._lines(file))

    def _method(self, file: BinaryIO) -> Callable[[], Unpacker]:
        _, _, packed, encryption = self._lines(file)
        if encryption != b"none":
            raise ValueError("it is encrypted: decrypt it outside with its password, and add the result")
        size = file.seek(0, 2) - self._begins(file)
        return (lambda: Inflate(zlib.MAX_WBITS)) if packed == b"1" else lambda: Stored(size)

    @staticmethod
    def _before(file: BinaryIO) -> int:
        """Where its own lines begin."""
        file.seek(0)
        return max(file.read(_LONGEST_LINES).find(_BACKUP), 0)

    def _lines(self, file: BinaryIO) -> list[bytes]:
        file.seek(self._before(file))
        lines = file.read(256).split(b"\n")[:4]
        if len(lines) < 4:  # noqa: PLR2004 # as many as there must be
            raise ValueError("its heading is cut off")
        return lines
