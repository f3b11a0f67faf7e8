# SPDX-License-Identifier: Apache-2.0
"""The three digests of one file's bytes, from one read."""

import hashlib
from typing import BinaryIO, NamedTuple

from suluh.model.evidence.container import TAIL

BLOCK = 1 << 20
HEAD = 1 << 16


class Digests(NamedTuple):
    """What one read of a file gives: hex digests in lower case, size, first and last 64 KiB."""

    md5: str
    sha1: str
    sha256: str
    size: int
    head: bytes
    tail: bytes


def digest(file: BinaryIO) -> Digests:
    """Read a file once from where it stands. Open it without a buffer: blocks are large already."""
    md5 = hashlib.md5(usedforsecurity=False)
    sha1 = hashlib.sha1(usedforsecurity=False)
    sha256 = hashlib.sha256()
    size, head, tail = 0, b"", b""
    while block := file.read(BLOCK):
        md5.update(block)
        sha1.update(block)
        sha256.update(block)
        size += len(block)
        if len(head) < HEAD:
            head += block[: HEAD - len(head)]
        tail = block if len(block) >= TAIL else (tail + block)[-TAIL:]
    return Digests(md5.hexdigest(), sha1.hexdigest(), sha256.hexdigest(), size, head, tail[-TAIL:])
