# SPDX-License-Identifier: Apache-2.0
"""A file that X signed for the police: the JSON between the heading and the signature, as a stream."""

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

BEGINS = b"-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNATURE = b"-----BEGIN PGP SIGNATURE-----"
_ESCAPED = b"- "
"""What a signature puts before a line that begins with a dash."""

_LONGEST = 1 << 20


class _Unsigned(io.RawIOBase):
    """The signed text alone, without what the signature put around it."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._lines = _lines(file)
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        parts, left = [self._rest], size - len(self._rest)
        for line in self._lines if size < 0 or left > 0 else ():
            parts.append(line)
            left -= len(line)
            if size >= 0 and left <= 0:
                break
        whole = b"".join(parts)
        self._rest = whole[size:] if size >= 0 else b""
        return whole[:size] if size >= 0 else whole


def unsigned(file: BinaryIO) -> BinaryIO:
    """The signed text of a file alone, to be read once from its start."""
    return cast("BinaryIO", _Unsigned(file))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines after the first blank one, up to the signature."""
    begun = False
    while line := file.readline(_LONGEST):
        if line.startswith(_SIGNATURE):
            return
        if begun:
            yield line.removeprefix(_ESCAPED)
        elif not line.strip():
            begun = True
