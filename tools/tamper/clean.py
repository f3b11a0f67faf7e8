# SPDX-License-Identifier: Apache-2.0
"""Ledgers that nobody changed: of any length, and after the care that a case file may be given."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.custody.every_noun import act_of, clock, entered, file_away, gathered, start
from tools.tamper.bed import OFFICER, Bed
from tools.tamper.kind import chance_of, missed, said

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.unit.folder import UnitFolder

CLEAN = "holds"


def clean(bed: Bed, number: int) -> str:
    """A new ledger of drawn acts, given drawn care, verified beside its own witness file."""
    chance = chance_of("clean", number)
    root = bed.scratch / "clean"
    shutil.rmtree(root, ignore_errors=True)
    unit = UnitFolder(bed.unit.path, root / "witness")
    (root / "witness").mkdir(parents=True)
    case = start(root / "case", unit, bed.key)
    acts = entered(OFFICER)
    for action, nouns in acts[: chance.randrange(len(acts) + 1)]:
        case.keep(act_of(action, nouns), nouns)
        _look(case, chance.random())
    if chance.random() < 0.5:  # noqa: PLR2004 # half of them
        found = gathered()
        file_away(case, found[: chance.randrange(1, len(found) + 1)])
    for _ in range(chance.randrange(9)):
        _look(case, chance.random())
    case.close()
    care = chance.choice(CARE)
    care(case.folder)
    error = said(partial(verify_case, case.folder, unit=unit, now=clock()()))
    return CLEAN if error is None else missed(f"{care} on ledger {number}: {error}")


def _look(case: Case, share: float) -> None:
    """Perhaps a read for a purpose, or a checkpoint."""
    if share < 0.3:  # noqa: PLR2004 # drawn by the caller
        case.note(Act("look", "payments", {"purpose": "uji"}))
    elif share < 0.5:  # noqa: PLR2004 # as above
        case.checkpoint()


def _sql(statement: str) -> Callable[[CaseFolder], None]:
    def care(folder: CaseFolder) -> None:
        with closing(sqlite3.connect(folder.file)) as base:
            base.execute(statement)

    return care


def _restored(folder: CaseFolder) -> None:
    """SQLite's own copy of the case file, put in its place."""
    copy = folder.file.with_name("copy.db")
    with closing(sqlite3.connect(folder.file)) as base, closing(sqlite3.connect(copy)) as other:
        base.backup(other)
    for path in folder.path.glob("case.db*"):
        path.unlink()
    copy.rename(folder.file)


def _carried(folder: CaseFolder) -> None:
    """The whole folder copied to elsewhere and back, as a disk is exchanged."""
    away = Path(shutil.copytree(folder.path, folder.path.with_name("away")))
    shutil.rmtree(folder.path)
    away.rename(folder.path)


CARE: tuple[Callable[[CaseFolder], None], ...] = (
    lambda _: None,
    _sql("VACUUM"),
    _sql("REINDEX"),
    _sql("ANALYZE"),
    _sql("PRAGMA wal_checkpoint(TRUNCATE)"),
    _sql("PRAGMA journal_mode=DELETE"),
    _restored,
    _carried,
)
"""What leaves every row as it is. What `suluh` itself does to a case at rest belongs here too: one function each."""
