# SPDX-License-Identifier: Apache-2.0
"""What one read of a file gives."""

import hashlib
import io

import pytest

from suluh.hashing.digest import BLOCK, HEAD, digest


def _pattern(size: int) -> bytes:
    return bytes(range(251)) * (size // 251 + 1)


@pytest.mark.parametrize("size", [0, 1, HEAD - 1, HEAD, HEAD + 1, BLOCK, BLOCK + 1, 2 * BLOCK + 17])
def test_every_digest_and_the_size_equal_those_of_the_whole(size: int) -> None:
    data = _pattern(size)[:size]

    found = digest(io.BytesIO(data))

    names = {name: hashlib.new(name, data).hexdigest() for name in ("md5", "sha1", "sha256")}
    assert (found.md5, found.sha1, found.sha256) == (names["md5"], names["sha1"], names["sha256"])
    assert (found.size, found.head) == (size, data[:HEAD])


class _Drip(io.RawIOBase):
    """A file that gives seven bytes a read, as a pipe may."""

    def __init__(self, data: bytes) -> None:
        self._rest = data

    def read(self, size: int = -1, /) -> bytes:
        given, self._rest = self._rest[: min(size, 7)], self._rest[min(size, 7) :]
        return given


def test_short_reads_change_nothing() -> None:
    data = _pattern(3000)

    assert digest(_Drip(data)) == digest(io.BytesIO(data))  # type: ignore[arg-type] # a raw file is read like any


def test_published_values_of_nothing_and_of_abc() -> None:
    assert digest(io.BytesIO(b"")).md5 == "d41d8cd98f00b204e9800998ecf8427e"
    assert digest(io.BytesIO(b"abc")).sha1 == "a9993e364706816aba3e25717850c26c9cd0d89d"
