# SPDX-License-Identifier: Apache-2.0
"""The words of the schema: what SQLite keeps of each table, index and guard of a case file."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from suluh.store.tables import NUMBERS, Shape, column_name

FIXED = {
    "entry": "seq INTEGER NOT NULL, body BLOB NOT NULL, signature BLOB NOT NULL, PRIMARY KEY (seq)",
    "cache_manifest": "batch INTEGER NOT NULL, kind TEXT NOT NULL, step TEXT NOT NULL, unit TEXT NOT NULL, "
    "rows BLOB NOT NULL, PRIMARY KEY (batch, kind)",
    "cache_tree": "id INTEGER NOT NULL, state BLOB NOT NULL, PRIMARY KEY (id)",
}
"""The tables that hold no nouns: the ledger; ids and leaf hashes of each live batch, by which `verify` names the row
that changed; the compact state of the ledger's tree, which `verify` works out again and compares."""

GUARDED = ("UPDATE", "DELETE")
"""What is never done to a ledger entry: triggers keep it from happening by accident."""


class Made(NamedTuple):
    """One table, index or guard as SQLite lists it."""

    type: str
    name: str
    table: str
    words: str


def everything(shapes: Mapping[str, Shape]) -> Iterator[Made]:
    """All that a case file with these tables of nouns holds."""
    for kind, shape in shapes.items():
        yield from of_noun(kind, shape)
    yield from (_table(name, columns) for name, columns in FIXED.items())
    for act in GUARDED:
        name = f"entry_no_{act.lower()}"
        words = f"BEFORE {act} ON entry BEGIN SELECT RAISE(ABORT, 'a ledger entry is never changed'); END"
        yield Made("trigger", name, "entry", f"CREATE TRIGGER {name} {words}")


def of_noun(kind: str, shape: Shape) -> Iterator[Made]:
    """The table of one noun, with an index on its batch and one on each query column."""
    fields = "".join(f"{column_name(one)} {'INTEGER' if one in NUMBERS else 'TEXT'}, " for one in shape.fields)
    yield _table(kind, f"id TEXT NOT NULL, batch INTEGER NOT NULL, {fields}body BLOB NOT NULL, PRIMARY KEY (id)")
    for named, together in {"batch": ("batch",), **shape.indexed()}.items():
        name, columns = f"ix_{kind}_{column_name(named)}", ", ".join(map(column_name, together))
        yield Made("index", name, kind, f'CREATE INDEX {name} ON "{kind}" ({columns})')


def _table(name: str, columns: str) -> Made:
    return Made("table", name, name, f'CREATE TABLE "{name}" ({columns}) STRICT')
