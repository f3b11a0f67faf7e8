# SPDX-License-Identifier: Apache-2.0
"""The National Software Reference Library's text files (RDS 2): hashes of software and system files."""

import io
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import SetFormat
from suluh.hashing.sets.formats.table import entry, rows
from suluh.model.matching import SetEntry, SetFlaw

_FIRST = b'"SHA-1","MD5","CRC32","FileName","FileSize","ProductCode","OpSystemCode","SpecialCode"'
_SPECIAL = 7
_MALICIOUS = "M"


class Nsrl(SetFormat):
    """RDS 2.x, ``NSRLFile.txt``. What it marks as malicious is left out with a reason: it is not benign."""

    name: ClassVar[str] = "nsrl-2"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """Its first line is that of NSRLFile.txt."""
        return "its first line is that of NSRLFile.txt" if head.startswith(_FIRST) else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a row."""
        text = io.TextIOWrapper(file, "utf-8", errors="backslashreplace", newline="")
        text.readline()
        for line, cells in rows(text, ",", 1):
            if isinstance(cells, str):
                yield SetFlaw(line=line, reason=cells)
            elif cells:
                yield _entry(line, cells)
        text.detach()


def _entry(line: int, cells: list[str]) -> SetEntry | SetFlaw:
    if len(cells) <= _SPECIAL:
        return SetFlaw(line=line, reason=f"the row has {len(cells)} columns, not {_SPECIAL + 1}")
    if cells[_SPECIAL].strip().upper() == _MALICIOUS:
        return SetFlaw(line=line, reason="the list marks this file as malicious (M)")
    return entry(line, {"sha1": cells[0], "md5": cells[1], "name": cells[3]})
