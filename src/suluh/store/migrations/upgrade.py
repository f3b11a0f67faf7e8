# SPDX-License-Identifier: Apache-2.0
"""Brings the schema of a case file to the newest version."""

import pkgutil
from functools import cache
from pathlib import Path

from suluh.store.migrations import versions

HEAD = "0001"
"""The newest version of the schema."""


@cache
def known_versions() -> frozenset[str]:
    """Every version of the schema that this Suluh can open."""
    return frozenset(module.name[1:5] for module in pkgutil.iter_modules(versions.__path__))


def upgrade(path: Path) -> None:
    """Run the migrations that the case file does not have yet."""
    from alembic import command  # noqa: PLC0415 # opening a case of this version needs no Alembic, which is slow to load
    from alembic.config import Config  # noqa: PLC0415 # the same
    from sqlalchemy import create_engine  # noqa: PLC0415 # the same

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
    engine.dispose()
