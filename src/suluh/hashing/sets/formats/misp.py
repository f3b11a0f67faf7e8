# SPDX-License-Identifier: Apache-2.0
"""Hash lists of MISP: attributes of events that are hashes of files."""

import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import SetFormat
from suluh.hashing.sets.records import records
from suluh.hashing.sets.text import LENGTHS, checked
from suluh.model.matching import SetEntry, SetFlaw

_LIST = re.compile(rb'"Attribute"\s*:\s*\[')


class Misp(SetFormat):
    """Events or attribute searches of MISP as JSON; attributes that are no hash of a file are not counted."""

    name: ClassVar[str] = "misp"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """It is a JSON object with a list of attributes."""
        is_object = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
        return "it holds a list of MISP attributes" if is_object and _LIST.search(head) else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry an attribute that is a hash."""
        for number, record in records(file, "Attribute", r'\{\s*"'):
            if isinstance(record, str):
                yield SetFlaw(line=number, reason=record)
                continue
            kinds, values = str(record.get("type")).split("|"), str(record.get("value")).split("|")
            kind, value = kinds[-1], values[-1]
            if kind in LENGTHS:
                yield _entry(number, kind, value, values[0] if len(values) > 1 else None)


def _entry(number: int, kind: str, value: str, name: str | None) -> SetEntry | SetFlaw:
    try:
        found = checked(kind, value)
    except ValueError as error:
        return SetFlaw(line=number, reason=str(error))
    if found is None:
        return SetFlaw(line=number, reason="the attribute has no value")
    return SetEntry(
        number=number,
        md5=found if kind == "md5" else None,
        sha1=found if kind == "sha1" else None,
        sha256=found if kind == "sha256" else None,
        pdq=found if kind == "pdq" else None,
        name=name,
    )
