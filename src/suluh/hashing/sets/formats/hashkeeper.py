# SPDX-License-Identifier: Apache-2.0
"""HashKeeper's tables of files."""

import io
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import SetFormat
from suluh.hashing.sets.formats.table import each, rows
from suluh.model.matching import SetEntry, SetFlaw

_COLUMNS = ["file_id", "hashset_id", "file_name", "directory", "hash"]


class HashKeeper(SetFormat):
    """The ``.hsh`` table of HashKeeper: the column ``hash`` is an MD5."""

    name: ClassVar[str] = "hashkeeper"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """Its first line names HashKeeper's columns."""
        first = head.partition(b"\n")[0].decode("utf-8-sig", "replace")
        return "its first line names HashKeeper's columns" if _columns(first)[: len(_COLUMNS)] == _COLUMNS else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a row."""
        text = io.TextIOWrapper(file, "utf-8-sig", errors="backslashreplace", newline="")
        text.readline()
        for line, cells in rows(text, ",", 1):
            if isinstance(cells, str):
                yield SetFlaw(line=line, reason=cells)
            elif cells:
                named = dict(zip(_COLUMNS, cells, strict=False))
                yield from each(line, {"md5": named.get("hash", ""), "name": named.get("file_name", "")})
        text.detach()


def _columns(first: str) -> list[str]:
    return [cell.strip().strip('"').lower() for cell in first.split(",")]
