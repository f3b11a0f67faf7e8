# SPDX-License-Identifier: Apache-2.0
"""The package as one JSON file, for programs."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from suluh.referral.dossier import Dossier
from suluh.referral.formats.format import Format


class PackageJson(Format):
    """``package.json``: every line of the dossier with all its fields, null where unknown."""

    name: ClassVar[str] = "json"

    def write(self, dossier: Dossier) -> Iterator[tuple[str, bytes]]:
        """One file, keys sorted, indented for reading."""
        values = {"format": "suluh-package/1", **_plain(dossier)}
        text = msgspec.json.encode(values, order="sorted")
        yield "package.json", msgspec.json.format(text, indent=1) + b"\n"


def _plain(value: object) -> dict[str, object]:
    """A part with all its fields, those at their default as well."""
    fields = ((name, getattr(value, name)) for name in value.__struct_fields__)  # type: ignore[attr-defined] # parts are structs
    return {name: _inner(inner) for name, inner in fields}


def _inner(value: object) -> object:
    if isinstance(value, tuple):
        return [_inner(one) for one in value]
    return _plain(value) if isinstance(value, msgspec.Struct) else value
