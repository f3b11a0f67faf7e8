# SPDX-License-Identifier: Apache-2.0
"""7z, RAR, LZH, cpio, ar, cabinets, xar, RPM, LZ4, lzip, .Z: opened where the system's libarchive is installed."""

import stat
from collections.abc import Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits.limits import RATIO, RATIO_AFTER
from suluh.exhibits.marks import kind_of, skipped
from suluh.exhibits.unpack import library, rar
from suluh.exhibits.unpack.library import Reader
from suluh.exhibits.unpack.reading import Forward
from suluh.exhibits.unpack.seekable import ONLY
from suluh.exhibits.unpack.streams import Mismatch, TooMuch
from suluh.exhibits.unpack.window import Window
from suluh.model.evidence.container import Container, Distinct, Member, Remark
from suluh.model.ids import display
from suluh.model.times import as_written, in_utc

_LOCAL = b"Rar!\x1a\x07\0"
"""The older form of RAR keeps the clock's own time, as LZH does."""

_NO_FIRST = (
    "it is a further part of an archive in several, and the first does not lie beside it under its name: what began "
    "there cannot be read; add the whole archive"
)
_LZH, _LZH_PLACE = b"-lh", 2
_HEAD = 1 << 16


class Archive(Container):
    """An archive that libarchive reads, in one file, cut into ``.001``, ``.002`` ..., or in volumes of RAR."""

    name: ClassVar[str] = "archive"
    has_parts: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._walk: _Walk | None = None
        self._again: _Walk | None = None

    def claims(self, head: bytes, tail: bytes | None) -> bool:
        """Its mark."""
        kind = kind_of(head, tail) if library.is_installed() else None
        return kind is not None and kind.opener == "libarchive"

    def continues(self, head: bytes) -> bool:
        """A volume of RAR that says it is not the first; of other archives what begins as none."""
        return rar.is_further_volume(head) or not self.claims(head, None)

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every member in the order in which they lie."""
        file.seek(0)
        if rar.is_further_volume(file.read(rar.HEAD)):
            yield Remark("volume", _NO_FIRST)
        self._file, self._walk, self._again = file, _Walk(file), None
        while (found := self._walk.next()) is not None:
            if found.name != self._walk.stated:
                own = display(found.name)
                reason = f"a further member is called {display(self._walk.stated)}: it is listed as {own}"
                yield Remark(f"same:{own}", reason)
            yield found
        if self._walk.is_bare_of_members():
            yield Remark("nothing", "nothing comes out of it but zeros, or nothing at all: unpack it outside to see")

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """One member as a stream; what lies before it is unpacked first. Raises `ValueError`, `KeyError`."""
        if self._file is file and self._walk is not None and self._walk.stands_before(name):
            return cast("BinaryIO", self._walk.stream())
        if self._file is not file or self._again is None or not self._again.goes_to(name):
            self._file, self._again = file, _Walk(file)
            if not self._again.goes_to(name):
                raise KeyError(name)
        return cast("BinaryIO", self._again.stream())


class _Walk:
    """One way through an archive, and where it stands."""

    def __init__(self, file: BinaryIO) -> None:
        self._names = Distinct()
        self._packed = file.seek(0, 2)
        file.seek(0)
        head = file.read(_HEAD)
        file.seek(0)
        kind = kind_of(head, None)
        self._is_stream = kind is not None and kind.is_stream
        begin = skipped(head) if self._is_stream else 0
        whole = cast("BinaryIO", Window(file, begin, self._packed)) if begin else file
        self._reader = Reader(whole, may_be_bare=self._is_stream)
        self._is_local = head.startswith(_LOCAL) or head.startswith(_LZH, _LZH_PLACE)
        self.stated, self._own, self.turn, self._is_fresh = b"", b"", 0, False

    def __del__(self) -> None:
        reader = getattr(self, "_reader", None)  # none where it could not be opened
        if reader is not None:
            reader.close()

    def next(self) -> Member | None:
        """The next member that is no folder."""
        self._is_fresh = False
        while self._reader.next():
            self.turn += 1
            kind = stat.S_IFMT(self._reader.kind)
            if kind == stat.S_IFDIR:
                continue
            self.stated = ONLY if self._reader.is_bare else self._reader.name
            self._own, self._is_fresh = self._names.own(self.stated), True
            changed = self._reader.changed
            modified = as_written(changed) if self._is_local else in_utc(changed)
            return Member(self._own, self._reader.size, modified, self._special(kind))
        return None

    def _special(self, kind: int) -> str | None:
        if kind == stat.S_IFLNK:
            return f"symbolic link to {display(self._reader.link)}" if self._reader.link else "symbolic link"
        if self._reader.hard_link:
            return f"hard link to {display(self._reader.hard_link)}"
        if self._reader.is_encrypted:
            return "encrypted"
        return None if kind in {stat.S_IFREG, 0} else "device, pipe or socket"

    def is_bare_of_members(self) -> bool:
        """Whether packed bytes were gone through and neither a file nor a folder was met."""
        return self._is_stream and not self.turn

    def stands_before(self, name: bytes) -> bool:
        """Whether the bytes of this member come next."""
        return self._is_fresh and self._own == name

    def goes_to(self, name: bytes) -> bool:
        """Go on to a member; whether it was met."""
        while not self.stands_before(name):
            if self.next() is None:
                return False
        return True

    def stream(self) -> "_Entry":
        """The bytes of the member, once."""
        self._is_fresh = False
        return _Entry(self, self._reader, self._packed)


class _Entry(Forward):
    """The bytes of one member."""

    def __init__(self, walk: _Walk, reader: Reader, packed: int) -> None:
        self._walk, self._reader, self._most = walk, reader, max(RATIO_AFTER, RATIO * packed)
        self._turn, self._size = walk.turn, reader.size
        self._given, self._ready = 0, b""
        self._fault: str | None = None

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end. Raises `ValueError` where they are damaged."""
        wanted = 1 << 62 if size is None or size < 0 else size
        parts: list[bytes] = []
        while wanted > 0 and (self._ready or self._goes_on()):
            part, self._ready = self._ready[:wanted], self._ready[wanted:]
            parts.append(part)
            wanted -= len(part)
        if wanted and not parts:
            self._end()
        return b"".join(parts)

    def _goes_on(self) -> bool:
        """Take the next bytes; whether there are any."""
        if self._walk.turn != self._turn:
            raise ValueError("the archive was read on before this member was")
        while (block := self._reader.block()) is not None:
            hole = block.at - self._given
            if not 0 <= hole <= self._most or self._given + hole + len(block.raw) > self._most:
                raise TooMuch(f"too large: it unpacks to more than {RATIO} times the size of its archive")
            self._ready = bytes(hole) + block.raw
            self._given += len(self._ready)
            self._fault = self._fault or block.fault
            if self._ready:
                return True
        return False

    def _end(self) -> None:
        """Say what is wrong with a member, once all its bytes were given."""
        is_whole = self._size in {None, self._given}
        if self._fault is not None:
            raise (Mismatch if is_whole else ValueError)(f"the archive's program says: {self._fault}")
        if not is_whole:
            raise ValueError(f"the archive says {self._size} bytes, and it holds {self._given}")
