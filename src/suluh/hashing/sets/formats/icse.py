# SPDX-License-Identifier: Apache-2.0
"""INTERPOL's ICSE lists as tables."""

import io
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import SetFormat
from suluh.hashing.sets.formats.table import each, rows
from suluh.model.matching import SetEntry, SetFlaw

_MARKS = {"MD5", "SHA1", "PhotoDNA", "Image ID", "Baseline"}
_SCHEME = "icse-baseline"


class Icse(SetFormat):
    """The CSV of ICSE, with semicolons; the column ``Baseline`` becomes the category. PhotoDNA is left where it is."""

    name: ClassVar[str] = "icse"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """Its first line names ICSE's columns."""
        first = head.partition(b"\n")[0].decode("utf-8-sig", "replace")
        return "its first line names ICSE's columns" if set(_columns(first)) >= _MARKS else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a row."""
        text = io.TextIOWrapper(file, "utf-8-sig", errors="backslashreplace", newline="")
        columns = _columns(text.readline())
        for line, cells in rows(text, ";", 1):
            if isinstance(cells, str):
                yield SetFlaw(line=line, reason=cells)
            elif cells:
                named = dict(zip(columns, cells, strict=False))
                baseline = named.get("Baseline", "").strip()
                category = f"{_SCHEME}:{baseline}" if baseline else ""
                yield from each(
                    line, {"md5": named.get("MD5", ""), "sha1": named.get("SHA1", ""), "category": category}
                )
        text.detach()


def _columns(first: str) -> list[str]:
    return [cell.strip().strip('"') for cell in first.split(";")]
