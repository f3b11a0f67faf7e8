# SPDX-License-Identifier: Apache-2.0
"""The fixtures of all readers: folders of input with the records that must come out.

``tests/data/readers/<reader>/<fixture>/input/`` holds the files (a file that ends in ``.sql`` stands for the database
that it builds), ``expected.jsonl`` the canonical bodies of all records, one a line; ``accounts.txt``, where it is
there, the device's own accounts, one a line.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tests.readers.folder_source import FolderSource

from suluh.model.body import Noun, body
from suluh.readers.claim import claimants

DATA = Path(__file__).parent.parent / "data" / "readers"


class Fixture(NamedTuple):
    """One fixture of one reader."""

    reader: str
    folder: Path

    @property
    def expected(self) -> Path:
        return self.folder / "expected.jsonl"

    @property
    def accounts(self) -> tuple[str, ...]:
        stated = self.folder / "accounts.txt"
        return tuple(stated.read_text("utf-8").split()) if stated.exists() else ()

    def lay(self, to: Path) -> tuple[Path, ...]:
        """A working copy of the input in a folder, databases built; its files, sorted."""
        shutil.copytree(self.folder / "input", to, dirs_exist_ok=True)
        for script in sorted(to.rglob("*.sql")):
            with closing(sqlite3.connect(script.with_suffix(""))) as base:
                base.executescript(script.read_text("utf-8"))
            script.unlink()
        return tuple(sorted(path for path in to.rglob("*") if path.is_file()))

    def sources(self, to: Path) -> list[FolderSource]:
        """The files of a fresh working copy, sorted."""
        return [FolderSource(to, path.relative_to(to).as_posix(), accounts=self.accounts) for path in self.lay(to)]


def all_fixtures() -> list[Fixture]:
    """Every fixture of every reader, sorted."""
    return [Fixture(folder.parent.name, folder) for folder in sorted(DATA.glob("*/*")) if (folder / "input").is_dir()]


def claimed(sources: list[FolderSource]) -> list[FolderSource]:
    """Those that some reader claims."""
    return [source for source in sources if claimants(source)]


def records(source: FolderSource) -> list[Noun]:
    """All that the one claimant of a file finds in it."""
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def bodies(sources: list[FolderSource]) -> bytes:
    """The canonical bodies of all records of all files that a reader claims, one a line."""
    return b"".join(body(record) + b"\n" for source in claimed(sources) for record in records(source))
