# SPDX-License-Identifier: Apache-2.0
"""What a case folder holds, by name."""

from dataclasses import dataclass
from pathlib import Path

from suluh.store import Unreadable

__all__ = ["CaseFolder", "Unreadable"]


@dataclass(frozen=True)
class CaseFolder:
    """A case folder: case file, secret, public keys, checkpoints, releases, index, scratch."""

    path: Path

    @property
    def file(self) -> Path:
        """The case file, the one truth."""
        return self.path / "case.db"

    @property
    def secret(self) -> Path:
        """The secret under which ids are masked; it goes into nothing that leaves the folder, but a backup."""
        return self.path / "secret"

    @property
    def keys(self) -> Path:
        """Public keys of all officers of the case."""
        return self.path / "keys"

    @property
    def checkpoints(self) -> Path:
        """Signed notes on the ledger."""
        return self.path / "checkpoints"

    def note(self, size: int) -> Path:
        """The checkpoint over so many entries."""
        return self.checkpoints / f"{size:012}.note"

    @property
    def releases(self) -> Path:
        """Drafts and packages."""
        return self.path / "releases"

    @property
    def words(self) -> Path:
        """The index of the search, made from the case file alone: it may be deleted."""
        return self.path / "search.db"

    @property
    def counted(self) -> Path:
        """What was counted over the whole case, made from the case file alone: it may be deleted."""
        return self.path / "counted.db"

    @property
    def work(self) -> Path:
        """Scratch, removed when a command starts."""
        return self.path / "work"
