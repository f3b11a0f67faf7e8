# SPDX-License-Identifier: Apache-2.0
"""The package as one JSON file, for programs."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from suluh.referral.dossier import PackageText
from suluh.referral.formats.format import Format
from suluh.referral.recipients import Fields, Recipient

HEAD = ("kind", "case", "unit", "recipient", "author", "at", "tool", "country", "request", "basis", "handling")
"""What stands over the tables of every package, null where it is not stated."""


class PackageJson(Format):
    """``package.json``: every line of the recipient's tables with its fields, null where unknown."""

    name: ClassVar[str] = "json"

    def write(self, dossier: PackageText, to: Recipient) -> Iterator[tuple[str, bytes]]:
        """One file, keys sorted, indented for reading."""
        tables = {name: [_plain(line, fields) for line in getattr(dossier, name)] for name, fields in to.tables.items()}
        values = {"format": "suluh-package/3", **{name: getattr(dossier, name) for name in HEAD}, **tables}
        text = msgspec.json.encode(values, order="sorted")
        yield "package.json", msgspec.json.format(text, indent=1) + b"\n"


def _plain(value: object, fields: Fields) -> dict[str, object]:
    """Some fields of a part, those at their default as well."""
    return {name: _inner(getattr(value, name)) for name in fields}


def _inner(value: object) -> object:
    if isinstance(value, tuple):
        return [_inner(one) for one in value]
    return _plain(value, value.__struct_fields__) if isinstance(value, msgspec.Struct) else value
