# SPDX-License-Identifier: Apache-2.0
"""Hash sets as plain lists: one hash a line, told by its length."""

import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import Block, SetFormat
from suluh.hashing.sets.text import BY_LENGTH, encoding_of, kind_of, lines
from suluh.model.matching import SetEntry, SetFlaw

_HASH = r"(?:0[xX])?([0-9A-Fa-f]{64}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{32})"
_QUOTE = r"[\"'`\u2018\u2019\u201c\u201d]?"
_LINE = re.compile(rf"\\?{_QUOTE}{_HASH}{_QUOTE}[,;]?(?:[ \t]+\*?(.*))?")
_BSD = re.compile(rf"(?:MD5|SHA-?1|SHA-?256)\s?\((.*)\)\s?=\s?{_HASH}", re.IGNORECASE)
_LABEL = re.compile(rf"(?:MD5|SHA-?1|SHA-?256)\s*[:=]\s*{_HASH}", re.IGNORECASE)
_WIDTH = {"md5": 16, "sha1": 20, "sha256": 32}
_LONGEST = 4096
_BLOCK = 1 << 20
_BEFORE = 50


class Lines(SetFormat):
    """One MD5, SHA-1 or SHA-256 a line, alone, quoted, or with a name as `sha256sum` and BSD tools write it.

    ``#`` is a remark; lines may end by CR alone, and the text may be UTF-16, as PowerShell writes it.
    """

    name: ClassVar[str] = "hex-list"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """Its first line that is no remark is a hash, alone or with a name."""
        for _, line in islice(lines(io.BytesIO(head)), _BEFORE):
            if not _is_remark(line):
                found = _found(line.strip())
                return f"it begins with a hash of {len(found[0])} hex digits" if found else None
        return None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a line."""
        yield from _entries(file, 1)

    def bulk(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw | Block]:
        """Blocks where all lines are of one length, else line by line."""
        head = file.read(_BLOCK)
        file.seek(0)
        if encoding_of(head) != ("utf-8", 0) or b"\n" not in head:
            yield from _entries(file, 1)
            return
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
    for number, line in lines(file):
        if not _is_remark(line):
            yield _entry(first + number - 1, line.strip())


def _block(block: bytes, first: int) -> Block | None:
    """A block whose every line is one hash of the same length, and nothing else."""
    line = block[: block.find(b"\n") + 1]
    end = line[len(line.rstrip(b"\r\n")) :]
    kind = BY_LENGTH.get(len(line) - len(end))
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


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _found(line: str) -> tuple[str, str | None] | None:
    """The hash of a line and its name, if it has one; a second hash in its place makes it a row of a table."""
    if len(line) > _LONGEST:
        return None
    if (found := _BSD.fullmatch(line)) is not None:
        return found[2], found[1]
    if (found := _LABEL.fullmatch(line)) is not None:
        return found[1], None
    found = _LINE.fullmatch(line)
    if found is None or any(kind_of(one) for one in (found[2] or "").split(maxsplit=1)[:1]):
        return None
    return found[1], found[2]


def _entry(number: int, line: str) -> SetEntry | SetFlaw:
    found = _found(line)
    if found is None:
        return SetFlaw(line=number, reason="the line is no hash of 32, 40 or 64 hex digits")
    value = found[0].lower()
    kind = BY_LENGTH[len(value)]
    return SetEntry(
        number=number,
        md5=value if kind == "md5" else None,
        sha1=value if kind == "sha1" else None,
        sha256=value if kind == "sha256" else None,
        name=found[1] or None,
    )
