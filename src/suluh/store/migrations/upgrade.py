# SPDX-License-Identifier: Apache-2.0
"""Brings the schema of a case file to the newest version."""

import pkgutil
import sqlite3
from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from suluh.store.migrations import versions

HEAD = "0002"
"""The newest version of the schema."""


@cache
def known_versions() -> frozenset[str]:
    """Every version of the schema that this Suluh can open."""
    return frozenset(module.name[1:5] for module in pkgutil.iter_modules(versions.__path__))


def upgrade(path: Path) -> None:
    """Run the migrations that the case file does not have yet, all or none."""
    from alembic import command  # noqa: PLC0415 # opening a case of this version needs no Alembic, which is slow to load
    from alembic.config import Config  # noqa: PLC0415 # the same
    from sqlalchemy import create_engine, event  # noqa: PLC0415 # the same

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
    engine.dispose()


def _leave_transactions_to_us(connection: sqlite3.Connection, _record: object) -> None:
    """Python's sqlite3 would commit each change of the schema on its own."""
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
