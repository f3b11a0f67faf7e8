# SPDX-License-Identifier: Apache-2.0
"""The first schema."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary, Text
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None

NOUNS = {
    "account": ("account", "place_exhibit", "place_file"),
    "acquisition": ("exhibit",),
    "authority": ("number",),
    "camera": (),
    "case": ("number",),
    "contact": ("account", "place_file"),
    "content": ("file", "sha256", "type", "size"),
    "conversation": ("conversation", "place_exhibit", "place_file"),
    "deal": ("state", "tier", "seller", "buyer"),
    "decision": ("left", "right"),
    "draft": ("digest",),
    "edge": ("left", "right"),
    "estimate": (),
    "exhibit": ("label",),
    "facts": ("sha256",),
    "file": ("exhibit", "parent", "intake_key"),
    "fingerprint": ("sha256", "mode"),
    "flaw": ("step", "place_exhibit", "place_file"),
    "group": (),
    "hashset": ("digest",),
    "joint": (),
    "lead": (),
    "link": ("left", "right"),
    "match": ("sha256", "kind", "set_kind"),
    "message": ("conversation", "sender", "place_exhibit", "place_file", "native"),
    "officer": ("code",),
    "origin": ("conversation",),
    "outcome": ("file",),
    "payment": ("statement", "place_exhibit", "place_file"),
    "person": (),
    "release": ("draft",),
    "sample": (),
    "standing": ("file", "exhibit", "state", "position"),
    "statement": ("account", "place_exhibit", "place_file"),
    "vote": ("sha256", "sheet"),
}

NUMBERS = ("position", "size")

BESIDE = {("standing", "exhibit"): ("state",)}
"""Columns that stand in the index of another as well."""


def upgrade() -> None:
    """Make every table of a new case, its indexes, and the guards of the ledger."""
    for kind, columns in NOUNS.items():
        _noun(kind, columns)
    _table("entry", Column("seq", Integer, primary_key=True), _blob("body"), _blob("signature"))
    batch = Column("batch", Integer, primary_key=True)
    _table("cache_manifest", batch, _key("kind"), _text("step"), _text("unit"), _blob("rows"))
    _table("cache_tree", Column("id", Integer, primary_key=True), _blob("state"))
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER entry_no_{act.lower()} BEFORE {act} ON entry "
            "BEGIN SELECT RAISE(ABORT, 'a ledger entry is never changed'); END"
        )


def _noun(kind: str, columns: tuple[str, ...]) -> None:
    """One noun's table, with an index on every query column."""
    fields = [Column(name, Integer if name in NUMBERS else Text) for name in columns]
    _table(kind, _key("id"), Column("batch", Integer, nullable=False), *fields, _blob("body"))
    for name in ("batch", *columns):
        op.create_index(f"ix_{kind}_{name}", kind, [name, *BESIDE.get((kind, name), ())])


def _table(name: str, *columns: SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_strict=True)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _blob(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)
