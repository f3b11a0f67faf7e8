# SPDX-License-Identifier: Apache-2.0
"""Pictures in PDF files, where they lie there as JPEG; how many lie there otherwise is told."""

import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits.carving.parts import Part, pictures
from suluh.exhibits.unpack.window import Window
from suluh.model.evidence.container import Container, Member, Remark

_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_ATTACHED = re.compile(rb"/Type\s*/EmbeddedFile\b")
_BLOCK, _OVERLAP = 1 << 22, 64
_MOST = 100_000


class Pdf(Container):
    """A PDF file as ISO 32000 describes it: a picture packed by `DCTDecode` is a whole JPEG between two words."""

    name: ClassVar[str] = "pdf"
    is_host: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._parts: dict[bytes, Part] = {}
        self._fault: str | None = None
        self._others = self._attached = 0

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """Its mark, also behind a few bytes as readers allow."""
        return b"%PDF-" in head[:1024] and (head.startswith(b"%PDF-") or not head[:1].isalnum())

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every picture that lies there as JPEG, by its place."""
        self._read(file)
        yield from (Member(name, part.end - part.start, None, None) for name, part in self._parts.items())
        if self._fault is not None:
            yield Remark("left", self._fault)
        if self._others > 0:
            reason = f"{self._others} pictures in this PDF are packed in another way than JPEG and were not looked at"
            yield Remark("others", reason)
        if self._attached:
            reason = f"{self._attached} files are attached to this PDF and were not looked at: save and add them"
            yield Remark("attached", reason)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The bytes of one. Raises `KeyError`."""
        self._read(file)
        part = self._parts[name]
        return cast("BinaryIO", Window(file, part.start, part.end))

    def _read(self, file: BinaryIO) -> None:
        if self._file is file:
            return
        size = file.seek(0, 2)
        all_found = pictures(file, 0, size)
        self._fault = all_found.fault
        found = [part for part in all_found if part.suffix == b"jpg"][:_MOST]
        self._file = file
        self._parts = {b"%010d.%s" % (part.start, part.suffix): part for part in found}
        self._others = _stated(_PICTURE, file, size) - len(found)
        self._attached = _stated(_ATTACHED, file, size)


def _stated(wanted: re.Pattern[bytes], file: BinaryIO, size: int) -> int:
    """How many pictures, or attached files, the file says that it has."""
    number = at = 0
    while at < size:
        file.seek(at)
        block = file.read(_BLOCK + _OVERLAP)
        number += sum(found.start() < _BLOCK for found in wanted.finditer(block))
        at += _BLOCK
    return number
