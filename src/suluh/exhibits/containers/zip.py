# SPDX-License-Identifier: Apache-2.0
"""ZIP archives, read by their directory and by what stands before each member, streamed, and never extracted."""

from collections.abc import Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits.types import UNKNOWN, media_type
from suluh.exhibits.unpack.methods import unpacker
from suluh.exhibits.unpack.streams import Span, Stream
from suluh.exhibits.zips.central import modified
from suluh.exhibits.zips.listing import Listed, listing
from suluh.model.evidence.container import Container, Member, Remark
from suluh.model.ids import display

_ABSURD = 1 << 63
"""A stated size that no disk holds and no index takes: the directory lies, and the bytes are counted as they come."""

_STARTS = (b"PK\3\4", b"PK\5\6", b"PK00PK\3\4", b"PK\7\bPK\3\4")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!")
"""What unpacks itself begins as a program."""

_END, _END_SIZE = b"PK\5\6", 22


class Zip(Container):
    """A ZIP archive as PKWARE's APPNOTE 6.3.10 describes it, with or without ZIP64; also one that unpacks itself."""

    name: ClassVar[str] = "zip"
    has_parts: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._members: dict[bytes, Listed] = {}
        self._remarks: list[Remark] = []

    def claims(self, head: bytes, tail: bytes | None) -> bool:
        """A local header, or the end of an empty archive; a program, or bytes of no known kind, with one behind it."""
        if head.startswith(_STARTS):
            return True
        if head.startswith(_PROGRAMS):
            return tail is None or _ends_so(tail)
        return tail is not None and _ends_so(tail) and media_type(head) == UNKNOWN

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every member in the order of raw names; folders without bytes are none."""
        self._read(file)
        yield from self._remarks
        for name, (_, entry, _) in self._members.items():
            if not entry.name.endswith(b"/") or entry.size:
                size = entry.size if entry.size < _ABSURD else None
                yield Member(name, size, modified(entry.stamp), entry.special)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The member of this name as a stream. Raises `ValueError`, `KeyError`."""
        self._read(file)
        _, entry, data = self._members[name]
        if entry.special is not None:
            raise ValueError(f"{display(name)} cannot be read: {entry.special}")
        inner = unpacker(entry.method, entry.packed)
        if inner is None or data is None:
            raise ValueError(f"{display(name)} is not where the directory says")
        return cast("BinaryIO", Stream(file, Span(data, entry.packed, entry.size, entry.crc), inner))

    def _read(self, file: BinaryIO) -> None:
        """The list of members, once for each open file."""
        if self._file is file:
            return
        members, self._remarks = listing(file)
        self._members = {one.name: one for one in members}
        self._file = file


def _ends_so(tail: bytes) -> bool:
    """Whether the last bytes are the end of an archive in one part, with its comment."""
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE or any(tail[at + 4 : at + 8]):
        return False
    return int.from_bytes(tail[at + 20 : at + 22], "little") == len(tail) - at - _END_SIZE
