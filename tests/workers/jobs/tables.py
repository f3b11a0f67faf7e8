# SPDX-License-Identifier: Apache-2.0
"""A job of tests that says what a database holds."""

from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import at

COLUMNS = ("a", "b", "absent")


def warm():
    """Nothing to load."""


def work(source):
    said = [f"tables {dict(source.tables)}"]
    for table in (*sorted(source.tables), "view", "nowhere"):
        said += [f"{table} {row.id} {row.cells}" for row in source.rows(table, COLUMNS)]
    other = source.beside("other.db")
    if other is not None:
        said += [f"beside {row.id} {row.cells}" for row in other.rows("t", COLUMNS)]
    for number, text in enumerate(said):
        identity = record_id("flaw", source.file, str(number))
        yield Flaw(id=identity, step="test", reason=text, place=at("flaw", source.place(), str(number)))
