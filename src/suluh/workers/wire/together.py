# SPDX-License-Identifier: Apache-2.0
"""What lies beside a database while it is in use: its log belongs to it, and is read as one with it."""

from typing import NamedTuple

from suluh.model.ids import display, file_id
from suluh.model.intake import File

LOG, JOURNAL = "-wal", "-journal"
SUFFIXES = (LOG, "-shm", JOURNAL)
PARTS = ("", *SUFFIXES)
"""A database, and what lies beside it while it is in use."""


class Beside(NamedTuple):
    """A file beside a database."""

    file: str
    path: str


def together(database: File) -> dict[str, Beside]:
    """What may be in use with a database, by suffix."""
    paths = {suffix: database.path + suffix.encode() for suffix in SUFFIXES}
    chain = database.exhibit, database.acquisition, database.containers
    return {suffix: Beside(file_id(*chain, path), display(path)) for suffix, path in paths.items()}
