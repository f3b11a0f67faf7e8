# SPDX-License-Identifier: Apache-2.0
"""Pictures in files of no known kind, and in the stores that phones and computers keep of small ones."""

from collections.abc import Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits.carving.parts import Part, pictures
from suluh.exhibits.types import UNKNOWN, begins, media_type
from suluh.exhibits.unpack.window import Window
from suluh.model.evidence.container import Container, Member, Remark

_WINDOWS = b"CMMM"
_HOLDERS = (UNKNOWN, "application/x-plist", "application/x-shockwave-flash")
"""Types of what apps keep values in, pictures among them, one behind the other."""

_HEAD = 1 << 16
_MOST = 200_000
_MARKS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"GIF87a", b"WEBP", b"ftyp")


class Store(Container):
    """Files of no known kind, `.thumbdata`, `imgcache` and `.ithmb` among them, and Windows' stores of thumbnails.

    Such a store has no list that outlives its pictures: each picture that is whole by its own form is an item. A file
    that is one picture behind other bytes counts as that picture, and it is an item as well: lists know its own hash.
    """

    name: ClassVar[str] = "store"
    is_host: ClassVar[bool] = True
    is_carved: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._parts: dict[bytes, Part] = {}
        self._fault: str | None = None

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """The mark of Windows' store, or bytes of no known kind that are many, or among which a picture begins."""
        if head.startswith(_WINDOWS):
            return True
        if begins(head):
            return True
        return media_type(head) in _HOLDERS and (len(head) >= _HEAD or any(mark in head for mark in _MARKS))

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every picture, by its place."""
        self._read(file)
        if self._fault is not None:
            yield Remark("left", self._fault)
        for number, (name, part) in enumerate(self._parts.items()):
            if number >= _MOST:
                yield Remark("most", f"{len(self._parts)} pictures lie in it: only the first {_MOST} are listed")
                return
            yield Member(name, part.end - part.start, None, None)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The bytes of one. Raises `KeyError`."""
        self._read(file)
        part = self._parts[name]
        return cast("BinaryIO", Window(file, part.start, part.end))

    def _read(self, file: BinaryIO) -> None:
        if self._file is file:
            return
        size = file.seek(0, 2)
        self._file = file
        found = pictures(file, 0, size)
        self._fault = found.fault
        self._parts = {b"%010d.%s" % (part.start, part.suffix): part for part in found}
