# SPDX-License-Identifier: Apache-2.0
"""What lies beside the case file, as it was before the file is read: nothing of it is newer than the rows.

Somebody may be at work: what they write after this was listed belongs to entries that this verification does not see.
"""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from suluh.case.folder import CaseFolder
from suluh.case.verify.witness import Outside, seen_outside
from suluh.custody.entry import Entry
from suluh.model.errors import BadBody, SuluhError
from suluh.store import check
from suluh.store.rows import Rows
from suluh.unit.folder import UnitFolder


class Beside(NamedTuple):
    """Checkpoints and packages by path, and what the witness file holds."""

    checkpoints: tuple[Path, ...]
    packages: tuple[Path, ...]
    outside: Outside


def beside(folder: CaseFolder, unit: UnitFolder | None) -> Beside:
    """List it now; what is wrong with any of it is found when it is checked."""
    log = ""
    with suppress(SuluhError), check.open_to_check(folder.file) as connection:
        log = log_of(Rows(connection))
    notes, packages = folder.checkpoints.glob("*.note"), folder.releases.glob("package-*")
    return Beside(tuple(sorted(notes)), tuple(sorted(packages)), seen_outside(unit, log))


def log_of(rows: Rows) -> str:
    """The id of the log, as its first entry has it; nothing where that cannot be read, which rules 2 and 3 say."""
    for entry in rows.entries():
        with suppress(BadBody):
            return Entry.read(entry.body).log
        break
    return ""
