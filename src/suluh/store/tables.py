# SPDX-License-Identifier: Apache-2.0
"""The tables of a case file: every noun as its body beside the columns that queries need."""

from operator import attrgetter

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

from suluh.model.body import Noun
from suluh.model.nouns import KINDS

COLUMNS: dict[str, tuple[str, ...]] = {
    "account": ("account", "place.exhibit", "place.file"),
    "acquisition": ("exhibit",),
    "authority": ("number",),
    "camera": (),
    "case": ("number",),
    "contact": ("account", "place.file"),
    "content": ("file", "sha256", "type", "size"),
    "conversation": ("conversation", "place.exhibit", "place.file"),
    "deal": ("state", "tier", "seller", "buyer"),
    "decision": ("left", "right"),
    "draft": ("digest",),
    "edge": ("left", "right"),
    "estimate": (),
    "exhibit": ("label",),
    "facts": ("sha256",),
    "file": ("exhibit", "parent", "intake_key"),
    "fingerprint": ("sha256", "mode"),
    "flaw": ("step", "place.exhibit", "place.file"),
    "group": (),
    "hashset": ("digest",),
    "joint": (),
    "lead": (),
    "link": ("left", "right"),
    "match": ("sha256", "kind", "set_kind"),
    "message": ("conversation", "sender", "place.exhibit", "place.file", "native"),
    "offer": ("seller", "conversation"),
    "officer": ("code",),
    "origin": ("conversation",),
    "outcome": ("file",),
    "payment": ("statement", "place.exhibit", "place.file"),
    "person": (),
    "release": ("draft",),
    "sample": (),
    "standing": ("file", "exhibit", "state", "position"),
    "statement": ("account", "place.exhibit", "place.file"),
    "vote": ("sha256", "sheet"),
}
"""Query columns of each noun, as fields."""

NUMBERS = frozenset({"position", "size"})
"""Query columns that hold an integer; all others are text."""

metadata = MetaData()


def column_name(field: str) -> str:
    """The column that holds a field: ``place.exhibit`` stands in ``place_exhibit``."""
    return field.replace(".", "_")


def columns_of(noun: Noun, kind: str) -> tuple[str | int | None, ...]:
    """What the query columns of a noun must hold: read from its fields and nothing else."""
    return tuple([read(noun) for read in _READERS[kind]])


_READERS = {kind: tuple(attrgetter(field) for field in fields) for kind, fields in COLUMNS.items()}


def _table(kind: str) -> Table:
    """The table of one kind of noun."""
    fields = [Column(column_name(field), Integer if field in NUMBERS else Text) for field in COLUMNS[kind]]
    key = Column("id", Text, primary_key=True)
    batch = Column("batch", Integer, nullable=False)
    return Table(kind, metadata, key, batch, *fields, Column("body", LargeBinary, nullable=False), sqlite_strict=True)


TABLES = {kind: _table(kind) for kind in sorted(KINDS)}

BESIDE = {("standing", "exhibit"): ("state",)}
"""Query columns that stand in the index of another as well: they are counted together without reading the rows."""

INDEXES = tuple(
    Index(f"ix_{kind}_{column_name(field)}", *(TABLES[kind].c[column_name(one)] for one in (field, *more)))
    for kind in sorted(KINDS)
    for field in COLUMNS[kind]
    for more in [BESIDE.get((kind, field), ())]
)
"""One index for each query column; batches are found by the index on `batch`."""

BATCHES = tuple(Index(f"ix_{kind}_batch", TABLES[kind].c.batch) for kind in sorted(KINDS))

ENTRY = Table(
    "entry",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    sqlite_strict=True,
)

MANIFEST = Table(
    "cache_manifest",
    metadata,
    Column("batch", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("step", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("rows", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""Ids and leaf hashes of each live batch, so that `verify` can name the row that changed."""

TREE = Table(
    "cache_tree",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("state", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The compact state of the ledger's tree, rebuilt and compared by `verify`."""

GUARDS = {
    f"entry_no_{act.lower()}": f"CREATE TRIGGER entry_no_{act.lower()} BEFORE {act} ON entry "
    "BEGIN SELECT RAISE(ABORT, 'a ledger entry is never changed'); END"
    for act in ("UPDATE", "DELETE")
}
"""Triggers that keep the ledger from being changed by accident."""
