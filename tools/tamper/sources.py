# SPDX-License-Identifier: Apache-2.0
"""Exhibits: one byte of each file, and files added, removed, renamed or replaced by a link."""

import fcntl
import os
from functools import partial
from pathlib import Path

from tools.tamper.bed import Bed
from tools.tamper.kind import FOUND, Kind, chance_of, missed, said

from suluh.case.verify.again.sources import verify_sources_of
from suluh.model.ids import display

TIMES = 5_000
LOCK = "exhibits.lock"
"""The exhibits are the same for all processes: one at a time changes them."""


def source(bed: Bed, number: int) -> str:
    """T12: one of them; everything is put back."""
    with (bed.root / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _source(bed, number)


def _source(bed: Bed, number: int) -> str:
    chance = chance_of("source", number)
    files = sorted(path for path in bed.exhibits.rglob("*") if path.is_file() and not path.is_symlink())
    path = chance.choice(files)
    aside = path.with_name("put aside")
    raw = path.read_bytes()
    changed = {path, aside}
    match chance.randrange(5):
        case 0 | 1 if raw:
            at = chance.randrange(len(raw))
            _write(path, raw[:at] + bytes([raw[at] ^ 1 << chance.randrange(8)]) + raw[at + 1 :])
        case 2:
            _write(aside, raw)
        case 3:
            path.rename(aside)
        case _:
            path.rename(aside)
            path.symlink_to(aside)
    error = said(partial(verify_sources_of, bed.finished))
    if aside.exists():
        path.unlink(missing_ok=True)
        _write(path, raw)
        aside.unlink()
    elif path.read_bytes() != raw:
        _write(path, raw)
    if error is None:
        return missed(f"{path.name} of {len(raw)} bytes")
    return FOUND if any(_shown(one) in error.where for one in changed) else missed(f"named {error.where}, not {path}")


def _write(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)


def _shown(path: Path) -> str:
    return display(os.fsencode(path.name))


KINDS = (Kind("T12 files of exhibits", lambda _: TIMES, source),)
