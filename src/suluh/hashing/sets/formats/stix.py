# SPDX-License-Identifier: Apache-2.0
"""Hash lists in STIX 2 bundles: file objects, and indicators whose pattern names a file's hash."""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import SetFormat
from suluh.hashing.sets.records import Record, records
from suluh.hashing.sets.text import LENGTHS, checked
from suluh.model.matching import SetEntry, SetFlaw

_BUNDLE = re.compile(rb'"type"\s*:\s*"bundle"')
_PATTERN = re.compile(r"file:hashes\.'?\"?([A-Za-z0-9-]+)'?\"?\s*=\s*'([^']*)'")


class Stix(SetFormat):
    """STIX 2.0 and 2.1; objects that are no file and no pattern with a file's hash are not counted."""

    name: ClassVar[str] = "stix"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """It is a bundle."""
        is_object = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
        return "it is a STIX bundle" if is_object and _BUNDLE.search(head) else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a file object or pattern."""
        for number, record in records(file, "objects", r'\{\s*"'):
            if isinstance(record, str):
                yield SetFlaw(line=number, reason=record)
                continue
            found = _hashes(record)
            if found is not None:
                yield _entry(number, found, record.get("name"))


def _hashes(record: Record) -> dict[str, str] | None:
    """The hashes that an object names, or null when it is of another kind."""
    pairs: list[tuple[str, object]] = []
    hashes = record.get("hashes")
    if record.get("type") == "file" and isinstance(hashes, dict):
        pairs = list(hashes.items())
    elif record.get("type") == "indicator":
        pairs = list(_PATTERN.findall(str(record.get("pattern"))))
    named = {re.sub(r"[^a-z0-9]", "", kind.lower()): value for kind, value in pairs}
    return {kind: str(value) for kind, value in named.items() if kind in LENGTHS} or None


def _entry(number: int, hashes: Mapping[str, str], name: object) -> SetEntry | SetFlaw:
    try:
        found = {kind: checked(kind, value) for kind, value in hashes.items()}
    except ValueError as error:
        return SetFlaw(line=number, reason=str(error))
    if not any(found.values()):
        return SetFlaw(line=number, reason="the object has no hash")
    return SetEntry(
        number=number,
        md5=found.get("md5"),
        sha1=found.get("sha1"),
        sha256=found.get("sha256"),
        pdq=found.get("pdq"),
        name=name if isinstance(name, str) else None,
    )
