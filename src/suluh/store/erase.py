# SPDX-License-Identifier: Apache-2.0
"""Leaves nothing in a case file and beside it but the rows that it holds."""

import sqlite3

from suluh.model.errors import CaseIsLocked
from suluh.store.write import sentence

COUNTED = ("sqlite_stat1", "sqlite_stat4")
"""What SQLite may have counted of the columns: samples of what stood in them."""


def erase(connection: sqlite3.Connection) -> None:
    """Write the file anew without free pages, and empty its log. Raises `CaseIsLocked`, `CaseIsFull`.

    Whoever still reads the case holds the log: then it is not empty, and this must be done again.
    """
    try:
        connection.execute("PRAGMA secure_delete=ON")
        for table in COUNTED:
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise sentence(error) from error
    if busy:
        raise CaseIsLocked("somebody reads this case: close every desk and command of it, then do the same again")
