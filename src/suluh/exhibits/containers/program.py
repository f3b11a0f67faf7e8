# SPDX-License-Identifier: Apache-2.0
"""Archives behind a program that unpacks them: RAR, 7z and cabinets that are sent as one `.exe`."""

import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits.unpack.window import Window
from suluh.model.evidence.container import Container, Member, Remark

_PROGRAMS = (b"MZ", b"\x7fELF")
_MARKS = re.compile(
    rb"(?P<rar>Rar!\x1a\x07(?:\x01\0|\0.{2}\x73))|(?P<seven>7z\xbc\xaf\x27\x1c\0[\x02-\x04])"
    rb"|(?P<cab>MSCF\0{4}.{4}\0{4}.{4}\0{4}\x03\x01)",
    re.DOTALL,
)
_NAMES = {"rar": b"archive.rar", "seven": b"archive.7z", "cab": b"archive.cab"}
_REACH = 4 << 20
"""So far from its start the archive may begin: what unpacks it is a small program."""


class Program(Container):
    """A program that is an archive besides: all from the mark of the archive on is one item, opened in turn."""

    name: ClassVar[str] = "program"
    is_host: ClassVar[bool] = True

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """The first bytes of a program."""
        return head.startswith(_PROGRAMS)

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """The archive, if there is one."""
        found = _found(file)
        if found is not None:
            name, start, end = found
            yield Member(name, end - start, None, None)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """Its bytes. Raises `KeyError`."""
        found = _found(file)
        if found is None or found[0] != name:
            raise KeyError(name)
        return cast("BinaryIO", Window(file, *found[1:]))


def _found(file: BinaryIO) -> tuple[bytes, int, int] | None:
    """The name of the archive, where it begins, and where the file ends."""
    size = file.seek(0, 2)
    file.seek(0)
    found = _MARKS.search(file.read(_REACH))
    return None if found is None else (_NAMES[found.lastgroup or ""], found.start(), size)
