# SPDX-License-Identifier: Apache-2.0
"""Hash sets as plain lists: one hash a line, told by its length."""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import Block, SetFormat
from suluh.model.matching import SetEntry, SetFlaw

_BY_LENGTH = {32: "md5", 40: "sha1", 64: "sha256"}
_LINE = re.compile(rb"\\?([0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})(?:[ \t]+\*?(.*))?")
_WIDTH = {"md5": 16, "sha1": 20, "sha256": 32}
_LONGEST = 4096
_BLOCK = 1 << 20


class Lines(SetFormat):
    """One MD5, SHA-1 or SHA-256 a line, alone or with a name behind it as `sha256sum` writes it; ``#`` is a remark."""

    name: ClassVar[str] = "hex-list"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """Its first line that is no remark begins with a hash."""
        for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 50):
            if not _is_remark(line):
                found = _LINE.fullmatch(line.strip())
                return f"it begins with a hash of {len(found[1])} hex digits" if found else None
        return None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a line."""
        yield from _entries(file, 1)

    def bulk(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw | Block]:
        """Blocks where all lines are of one length, else line by line."""
        number = 1
        while block := file.read(_BLOCK):
            block += file.readline()
            found = _block(block, number)
            if found is None:
                yield from _entries(io.BytesIO(block), number)
            else:
                yield found
            number += block.count(b"\n")


def _entries(file: BinaryIO, first: int) -> Iterator[SetEntry | SetFlaw]:
    for number, line in enumerate(file, first):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not _is_remark(text):
            yield _entry(number, text.strip())


def _block(block: bytes, first: int) -> Block | None:
    """A block whose every line is one hash of the same length, and nothing else."""
    line = block[: block.find(b"\n") + 1]
    end = line[len(line.rstrip(b"\r\n")) :]
    kind = _BY_LENGTH.get(len(line) - len(end))
    number, rest = divmod(len(block), len(line) or 1)
    if kind is None or rest or not _end_alike(block, len(line), end):
        return None
    try:
        digests = bytes.fromhex(block.decode("ascii"))
    except ValueError:
        return None
    whole = len(digests) == number * _WIDTH[kind]
    return Block({kind: digests}, first) if whole else None


def _end_alike(block: bytes, length: int, end: bytes) -> bool:
    """Whether all lines of a block end in the same way, at the same distance."""
    number = len(block) // length
    ends = (block[length - len(end) + place :: length] for place in range(len(end)))
    return all(found == end[place : place + 1] * number for place, found in enumerate(ends))


def _is_remark(line: bytes) -> bool:
    return not line.strip() or line.lstrip().startswith(b"#")


def _entry(number: int, line: bytes) -> SetEntry | SetFlaw:
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    if found is None:
        return SetFlaw(line=number, reason="the line is no hash of 32, 40 or 64 hex digits")
    value = found[1].decode("ascii").lower()
    kind = _BY_LENGTH[len(value)]
    return SetEntry(
        number=number,
        md5=value if kind == "md5" else None,
        sha1=value if kind == "sha1" else None,
        sha256=value if kind == "sha256" else None,
        name=found[2].decode("utf-8", "replace") if found[2] else None,
    )
