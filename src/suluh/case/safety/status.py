# SPDX-License-Identifier: Apache-2.0
"""How a case stands: what is due, what waits, and how it is kept."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.safety.volume import DEVICES, MOUNTS, Volume, volume_of
from suluh.custody.entry import Entry
from suluh.model.deeds.acts import BACKUP
from suluh.model.times import utc_instant


class Since(NamedTuple):
    """When something was last done for a case, and what came after."""

    at: str
    days: int
    """Whole days that passed since; none where the clock was set back."""

    entries: int
    """How many entries of the ledger it holds."""

    behind: int
    """How many came after these."""


class Kept(NamedTuple):
    """How a case is kept."""

    backup: Since | None
    checkpoint: Since | None
    volume: Volume


def kept(case: Case, now: datetime, mounts: Path = MOUNTS, devices: Path = DEVICES) -> Kept:
    """What the ledger says of the last backup, what checkpoint is the newest, and where the case lies."""
    last = case.rows.last_entry()
    size = last.seq if last else 0
    made = case.book.latest.get(BACKUP.word)
    backup = None if made is None else _since(made.at, _number(made.detail.get("entries", "")), size, now)
    return Kept(backup, _checkpoint(case, size, now), volume_of(case.folder.path, mounts, devices))


def _checkpoint(case: Case, size: int, now: datetime) -> Since | None:
    """The newest checkpoint; it bears no time, so that of the last entry that it covers stands for it."""
    sizes = (_number(path.stem) for path in case.folder.checkpoints.glob("*.note"))
    found = max((one for one in sizes if one <= size), default=0)
    stored = next(case.rows.entries(found), None) if found else None
    return None if stored is None else _since(Entry.read(stored.body).at, found, size, now)


def _number(text: str) -> int:
    """How many entries a name or a detail says; none where it says something else."""
    return int(text) if text.isascii() and text.isdigit() else 0


def _since(at: str, entries: int, size: int, now: datetime) -> Since:
    return Since(at, max((now - utc_instant(at)).days, 0), entries, size - entries)
