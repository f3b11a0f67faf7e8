# SPDX-License-Identifier: Apache-2.0
"""What is tampered with: made-up cases, their earlier states, packages and exhibits; and a copy for each process."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from bench.packages import packages_of
from tests.custody.every_noun import PASSPHRASE, fill, officer, start
from tests.finished import finish

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Batch
from suluh.case.verify.case import read_keys
from suluh.custody.key import OfficerKey, PublicKey
from suluh.custody.verify import Ledger, Stored, check_entries
from suluh.store.open import connect
from suluh.store.rows import Rows
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import unlock

OFFICER = "S-1"


@dataclass(frozen=True)
class Bed:
    """The made-up things of one folder, never changed, and the scratch folder of one process."""

    root: Path
    scratch: Path

    @property
    def every(self) -> CaseFolder:
        """A case that holds every kind of row."""
        return CaseFolder(self.root / "every")

    @property
    def finished(self) -> CaseFolder:
        """A case whose line has run."""
        return CaseFolder(self.root / "finished" / "case")

    @property
    def exhibits(self) -> Path:
        """The exhibits of that case."""
        return self.root / "finished" / "world" / "exhibits"

    @cached_property
    def unit(self) -> UnitFolder:
        """The unit of the case that holds every kind of row: a witness lies there."""
        return UnitFolder(self.root / "unit")

    @cached_property
    def key(self) -> OfficerKey:
        """The officer's key: what is done with it shows what only an outside checkpoint finds."""
        return unlock(self.unit, OFFICER, PASSPHRASE)

    @cached_property
    def keys(self) -> dict[str, PublicKey]:
        """The public keys of the case that holds every kind of row."""
        return read_keys(self.every)

    @cached_property
    def stored(self) -> tuple[Stored, ...]:
        """Its ledger."""
        with closing(connect(self.every.file)) as connection:
            return tuple(Stored(*one) for one in Rows(connection).entries())

    @cached_property
    def ledger(self) -> Ledger:
        """The same, as it is verified."""
        return check_entries(self.stored, self.keys)

    @cached_property
    def notes(self) -> tuple[tuple[str, bytes], ...]:
        """Its checkpoints, as somebody keeps them elsewhere."""
        return tuple((path.name, path.read_bytes()) for path in sorted(self.every.checkpoints.iterdir()))

    @cached_property
    def earlier(self) -> tuple[Path, ...]:
        """Its case file after each of its entries but the last."""
        return tuple(sorted((self.root / "earlier").iterdir()))[:-1]

    @cached_property
    def packages(self) -> tuple[Path, ...]:
        """A released package of each kind of recipient."""
        return tuple(sorted((self.root / "made" / "case" / "releases").glob("package-*")))

    def copy(self, folder: Path, name: str = "copy") -> Path:
        """A fresh copy of a folder in scratch, in the place of the last one."""
        to = self.scratch / name
        shutil.rmtree(to, ignore_errors=True)
        return Path(shutil.copytree(folder, to, symlinks=True))


def make(root: Path) -> None:
    """Make all of it, once."""
    unit = UnitFolder(root / "unit")
    whole = start(root / "every", unit, officer(unit, OFFICER))
    (root / "earlier").mkdir()
    for name in ("keep", "note"):
        setattr(whole, name, partial(_noted, whole, root / "earlier", getattr(whole, name)))
    fill(whole)
    whole.close()
    finish(root / "finished")
    packages_of(root / "made")


def _noted(case: Case, to: Path, act: Callable[..., Batch], *words: object) -> Batch:
    """Do an act, and copy the case file as it is after it."""
    batch = act(*words)
    with closing(sqlite3.connect(to / f"{batch.seq:04}.db")) as copy:
        case._connection.backup(copy)
    return batch


def opened(root: Path) -> Bed:
    """The same for this process."""
    scratch = root / f"scratch-{os.getpid()}"
    scratch.mkdir(exist_ok=True)
    return Bed(root, scratch)
