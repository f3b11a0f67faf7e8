# SPDX-License-Identifier: Apache-2.0
"""Part of a file as a file of its own."""

from typing import BinaryIO

from suluh.exhibits.unpack.reading import Anywhere


class Window(Anywhere):
    """The bytes between two places of a file that is open."""

    def __init__(self, file: BinaryIO, start: int, end: int) -> None:
        super().__init__()
        self._file, self._start, self.size = file, start, max(0, end - start)

    def at(self, place: int, most: int) -> bytes:
        """Some bytes from a place on."""
        self._file.seek(self._start + place)
        return self._file.read(most)
