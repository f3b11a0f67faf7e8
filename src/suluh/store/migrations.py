# SPDX-License-Identifier: Apache-2.0
"""How the file of an earlier Suluh becomes one of this: tables that changed are made anew and filled from bodies."""

import sqlite3
from contextlib import suppress
from operator import attrgetter

from suluh.model.errors import BadBody, CaseIsDamaged
from suluh.model.nouns import noun
from suluh.store import schema
from suluh.store.tables import SHAPES, Shape, columns_of

_TYPED = (
    *("alternative", "answer", "charge", "defendant", "dossier", "ending", "extraction", "handling", "holiday"),
    *("identity", "issue", "late", "law", "lawcheck", "letter", "observation", "paper", "protected", "reply"),
    *("request", "requestitem", "seizure", "series", "supportnote", "tie", "told", "written"),
)
"""What officers type, which came in version 4."""

CHANGES: dict[int, dict[str, Shape | None]] = {
    1: {},
    2: {"offer": None},
    3: {"claim": None},
    4: {"removal": None, **dict.fromkeys(_TYPED)},
    5: dict.fromkeys(("grade", "intelligence", "partnernote")),
    6: {"trait": None},
}
"""For each version of the schema the nouns whose tables it changed, as these were before; null where there was none.

This list only grows. A change of `COLUMNS` or `BESIDE` is a version of its own, or belongs to one not released yet.
"""

VERSION = max(CHANGES)
"""The version that this Suluh writes. It stands in `PRAGMA user_version`."""

FIRST = 1
FIRST_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
"""Where files of the first version stated it before `PRAGMA user_version` did: the same tables, and this one."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version that a file states: 0 for one without any tables, -1 where there is none to be seen."""
    stated = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if stated:
        return stated
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        return 0
    return FIRST if states_it_in_a_table(connection) else -1


def states_it_in_a_table(connection: sqlite3.Connection) -> bool:
    """Whether this is a file of the first version that has the table for it."""
    if connection.execute("PRAGMA user_version").fetchone()[0]:
        return False
    with suppress(sqlite3.OperationalError):
        return [tuple(row) for row in connection.execute("SELECT * FROM alembic_version")] == [("0001",)]
    return False


def shapes_at(version: int) -> dict[str, Shape]:
    """The tables of nouns as a version had them."""
    shapes: dict[str, Shape | None] = dict(SHAPES)
    for later in sorted(CHANGES, reverse=True):
        if later > version:
            shapes.update(CHANGES[later])
    return {kind: shape for kind, shape in shapes.items() if shape is not None}


def make(connection: sqlite3.Connection) -> None:
    """Make every table of a new case, its indexes, and the guards of the ledger, inside the caller's transaction."""
    for one in schema.everything(SHAPES):
        connection.execute(one.words)
    connection.execute(f"PRAGMA user_version={VERSION}")


def upgrade(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file of an earlier version to this one, inside the caller's transaction. Raises `CaseIsDamaged`."""
    before = shapes_at(version)
    for kind, shape in SHAPES.items():
        if kind not in before:
            _make(connection, kind)
        elif before[kind] != shape:
            _make_anew(connection, kind, before[kind])
    connection.execute("DROP TABLE IF EXISTS alembic_version")
    connection.execute(f"PRAGMA user_version={VERSION}")


def _make(connection: sqlite3.Connection, kind: str) -> None:
    for one in schema.of_noun(kind, SHAPES[kind]):
        connection.execute(one.words)


def _make_anew(connection: sqlite3.Connection, kind: str, before: Shape) -> None:
    """Set the old table aside, make the new one, and write each row into it with the columns that its body gives."""
    for one in schema.of_noun(kind, before):
        if one.type == "index":
            connection.execute(f"DROP INDEX {one.name}")
    aside = f"{kind}_before"
    connection.execute(f'ALTER TABLE "{kind}" RENAME TO "{aside}"')
    _make(connection, kind)
    marks = ",".join("?" * (len(SHAPES[kind].fields) + 3))
    for row in connection.execute(f'SELECT * FROM "{aside}" ORDER BY batch, id'):  # noqa: S608 # kinds are ours
        columns = _columns(kind, before, row)
        connection.execute(f'INSERT INTO "{kind}" VALUES ({marks})', (*row[:2], *columns, row[-1]))  # noqa: S608 # as above
    connection.execute(f'DROP TABLE "{aside}"')


def _columns(kind: str, before: Shape, row: tuple[object, ...]) -> tuple[str | int | None, ...]:
    """The columns of today for one row, whose old ones must hold what its body says: a new table hides no change."""
    try:
        value = noun(bytes(row[-1]))  # type: ignore[call-overload] # a column of bytes, by the words of its table
        said = tuple(attrgetter(field)(value) for field in before.fields)
        columns = columns_of(value, kind)
    except (BadBody, AttributeError) as error:
        raise CaseIsDamaged(f"{kind} {row[0]} was changed ({error}): go back to the last backup") from error
    if said != row[2:-1]:
        raise CaseIsDamaged(f"{kind} {row[0]} was changed: its columns do not hold what its body says")
    return columns
