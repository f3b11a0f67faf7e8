# SPDX-License-Identifier: Apache-2.0
"""The tables of a case file: every noun as its body beside the columns that queries need."""

from operator import attrgetter
from typing import NamedTuple

from suluh.model.body import Noun
from suluh.model.nouns import KINDS

ASKED: dict[str, tuple[str, ...]] = {
    "account": ("account", "place.exhibit", "place.file"),
    "acquisition": ("exhibit",),
    "authority": ("number",),
    "case": ("number",),
    "contact": ("account", "place.file"),
    "content": ("file", "sha256", "type", "size"),
    "conversation": ("conversation", "place.exhibit", "place.file"),
    "deal": ("state", "tier", "seller", "buyer"),
    "decision": ("left", "right"),
    "draft": ("digest",),
    "edge": ("left", "right"),
    "exhibit": ("label",),
    "facts": ("sha256",),
    "file": ("exhibit", "parent", "intake_key"),
    "fingerprint": ("sha256", "mode"),
    "flaw": ("step", "place.exhibit", "place.file"),
    "hashset": ("digest",),
    "link": ("left", "right"),
    "match": ("sha256", "kind", "set_kind"),
    "message": ("conversation", "sender", "place.exhibit", "place.file", "native"),
    "offer": ("seller", "conversation"),
    "officer": ("code",),
    "origin": ("conversation",),
    "outcome": ("file",),
    "payment": ("statement", "place.exhibit", "place.file"),
    "release": ("draft",),
    "removal": ("exhibit",),
    "standing": ("file", "exhibit", "state", "position"),
    "statement": ("account", "place.exhibit", "place.file"),
    "trait": ("place.exhibit", "place.file"),
    "vote": ("sha256", "sheet"),
}
"""Query columns of the nouns that a case is asked for by other than their id, as fields."""

COLUMNS: dict[str, tuple[str, ...]] = {kind: ASKED.get(kind, ()) for kind in KINDS}
"""Query columns of each noun: a table has every one."""

NUMBERS = frozenset({"position", "size"})
"""Query columns that hold an integer; all others are text."""

BESIDE = {("standing", "exhibit"): ("state",)}
"""Query columns that stand in the index of another as well: they are counted together without reading the rows."""


class Shape(NamedTuple):
    """The query columns of one noun's table, as fields; each has an index, and some stand in that of another."""

    fields: tuple[str, ...] = ()
    beside: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def indexed(self) -> dict[str, tuple[str, ...]]:
        """The fields of each index, by the one that it is named after."""
        more = dict(self.beside)
        return {field: (field, *more.get(field, ())) for field in self.fields}


SHAPES = {
    kind: Shape(fields, tuple((field, more) for (other, field), more in sorted(BESIDE.items()) if other == kind))
    for kind, fields in sorted(COLUMNS.items())
}
"""The table of each noun, as this version has it."""


def column_name(field: str) -> str:
    """The column that holds a field: ``place.exhibit`` stands in ``place_exhibit``."""
    return field.replace(".", "_")


def columns_of(noun: Noun, kind: str) -> tuple[str | int | None, ...]:
    """What the query columns of a noun must hold: read from its fields and nothing else."""
    return tuple([read(noun) for read in _READERS[kind]])


_READERS = {kind: tuple(attrgetter(field) for field in fields) for kind, fields in COLUMNS.items()}
