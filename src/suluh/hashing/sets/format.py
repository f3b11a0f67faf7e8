# SPDX-License-Identifier: Apache-2.0
"""Formats of hash sets: one file each, found by itself."""

import io
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar, NamedTuple

from suluh.hashing.sets.text import lines
from suluh.model.errors import Misuse
from suluh.model.matching import SetEntry, SetFlaw
from suluh.plugins import find

HEAD = 65_536
_ZIP = b"PK\x03\x04"
_SHOWN = 60


class Block(NamedTuple):
    """Many entries at once, whose numbers count on from the first, and which all have the same algorithms."""

    digests: Mapping[str, bytes]
    """Of each algorithm the digests of all entries, without gaps."""

    first: int


class SetFormat(ABC):
    """One format of hash sets. Whether a set is known or benign is said by the officer, never by the format."""

    name: ClassVar[str]
    general: ClassVar[bool] = False
    """Whether it is asked only when no other format claims the file."""

    @abstractmethod
    def claims(self, head: bytes, name: str) -> str | None:
        """The reason why this is the format, from the first 64 KiB and the file's name, or null."""

    @abstractmethod
    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """Every row in the order of the file; a flaw for what cannot be used. A category's scheme may be empty."""

    def bulk(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw | Block]:
        """The same as `entries`, with whole blocks of rows where the format allows it."""
        yield from self.entries(file)


def the_format(head: bytes, name: str) -> SetFormat:
    """The one format of a hash set. Raises `Misuse`."""
    if head.startswith(_ZIP):
        raise Misuse(f"{name} is a ZIP archive: unpack it, and add the file of hashes that lies in it")
    claims = [(one, why) for one in _formats() if (why := one.claims(head, name)) is not None]
    exact = [claim for claim in claims if not claim[0].general] or claims
    if not exact:
        names = ", ".join(one.name for one in _formats())
        raise Misuse(
            f"{name} is no hash set that can be read: {_trouble(head)}; give it as one of {names}; "
            "docs/hash-sets.md shows each"
        )
    if len(exact) > 1:
        found = " and ".join(f"{one.name} ({why})" for one, why in exact)
        raise Misuse(f"{name} could be {found}: save it as CSV with the columns md5, sha1, sha256, pdq, category")
    return exact[0][0]


def _trouble(head: bytes) -> str:
    """Which line is the trouble, and why."""
    if b"\0" in head[:512] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "its first bytes are no text"
    number, line = next(((number, line) for number, line in lines(io.BytesIO(head)) if line.strip()), (1, ""))
    shown = "".join(one if one.isprintable() else "?" for one in line.strip()[:_SHOWN])
    return f"line {number}, {shown!r}, names no column of hashes and holds no hash, nor does any of the next lines"


def _formats() -> tuple[SetFormat, ...]:
    return tuple(one() for one in find("suluh.hashing.sets.formats", SetFormat))
