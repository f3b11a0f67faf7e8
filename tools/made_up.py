# SPDX-License-Identifier: Apache-2.0
"""Made-up cases by the command line: made, shown as one digest, and killed while they run."""

import os
import signal
import sqlite3
import time
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec
from tools.unit import LISTS, Unit


def made_up(unit: Unit, folder: Path, seed: int) -> tuple[Path, Path]:
    """A made-up world in a case that has not run yet: its folder and the case."""
    world, case = folder / f"world-{seed}", folder / f"case-{seed}"
    if not world.exists():
        unit.must("simulate", str(world), "--seed", str(seed), "--played", "0")
    enter(unit, world, case)
    return world, case


def enter(unit: Unit, world: Path, case: Path) -> None:
    """Enter the papers, exhibits and sets of a made-up world into a new case."""
    paper = msgspec.json.decode((world / "case.json").read_bytes())
    unit.must("new", str(case), "--number", paper["number"], "--unit", paper["unit"])
    for one in paper["authorities"]:
        unit.must("authority", str(case), *(word for name, value in one.items() for word in (f"--{name}", value)))
    unit.must("add", str(case), "--list", str(world / "exhibits.csv"))
    for name in ("known", "benign"):
        unit.must("sets", "add", str(case), str(world / f"{name}.csv"), "--as", name)


def picture_of(unit: Unit, case: Path, lists: Iterable[str] = LISTS) -> str:
    """The digest of every list, byte for byte."""
    return sha256(b"".join(unit.lists(case, lists).values())).hexdigest()


def commits(case: Path) -> int:
    """Ledger entries so far."""
    connection = sqlite3.connect(f"file:{case / 'case.db'}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT max(seq) FROM entry").fetchone()[0])
    finally:
        connection.close()


def kill_at(unit: Unit, case: Path, commit: int) -> int:
    """Start a run, end it by SIGKILL once the ledger holds that many entries, and say how many it holds then."""
    process = unit.start("run", str(case))
    while process.poll() is None and commits(case) < commit:
        time.sleep(0.002)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return commits(case)
