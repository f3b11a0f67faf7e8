# SPDX-License-Identifier: Apache-2.0
"""EnCase's binary hash sets."""

from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import SetFormat
from suluh.model.matching import SetEntry, SetFlaw

_MAGIC = b"HASH\r\n\xff\x00"
_BEGIN = 1152
_STRIDE = 18
_MD5 = 16


class EnCase(SetFormat):
    """``.hash`` files: MD5 digests from byte 1152 on, 18 bytes apart, as The Sleuth Kit's `hfind` reads them."""

    name: ClassVar[str] = "encase-hash"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """It begins with EnCase's mark."""
        return "it begins with the mark of an EnCase hash set" if head.startswith(_MAGIC) else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a digest."""
        file.seek(_BEGIN)
        number = 0
        while block := file.read(_STRIDE * 4096):
            for at in range(0, len(block), _STRIDE):
                number += 1
                digest = block[at : at + _MD5]
                if len(digest) < _MD5:
                    yield SetFlaw(line=number, reason="the file is cut off within this digest")
                else:
                    yield SetEntry(number=number, md5=digest.hex())
