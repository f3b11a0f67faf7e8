# SPDX-License-Identifier: Apache-2.0
"""The roles of a table's columns in words, as a profile would write them."""

from collections.abc import Sequence

from suluh.readers.statements.heads.layout import Layout
from suluh.readers.statements.heads.lexicon import plain
from suluh.readers.statements.profile import Columns

NAMELESS = "column"
"""What a column of a table without any heading is called, with its number."""


def mapping_of(layout: Layout) -> str:
    """Each role with its heading: ``date = Tanggal; text = Uraian``; a role of several columns stands several times."""
    known = frozenset(Columns.__struct_fields__)
    pairs = [
        (role, written(layout.heading.names, at))
        for role, several in sorted(layout.places.items(), key=lambda one: one[1])
        for at in several
        if role in known
    ]
    return "; ".join(f"{role} = {name}" for role, name in pairs if name)


def written(names: Sequence[str], at: int) -> str:
    """A column as a profile names it: its heading, ``Name#2`` where two have it, ``Name+1`` where it has none.

    No profile can name those of a table without any heading: they are only shown.
    """
    name = " ".join(names[at].split())
    if not any(names):
        return f"{NAMELESS} {at + 1}"
    if not name:
        return f"{written(names, at - 1)}+1" if at and names[at - 1].strip() else ""
    before = sum(plain(one) == plain(name) for one in names[:at])
    return f"{name}#{before + 1}" if before else name
