# SPDX-License-Identifier: Apache-2.0
"""The line over made-up worlds: against their truth, the same twice, and after a kill."""

import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from tools.show.line import LISTS, Line, Unit

from suluh.simulator.score import LISTS as LISTS_OF_TRUTH
from suluh.simulator.score import score
from suluh.simulator.truth import Truth

SEEDS = (7101, 7102, 7103, 7104, 7105)
"""Not looked at while building."""

KILLS = 10
DRAW = 20261125
INSIDE = 8


def made_up(unit: Unit, folder: Path, seed: int) -> tuple[Path, Path]:
    """A made-up world in a case that has not run yet: its folder and the case."""
    world, case = folder / f"world-{seed}", folder / f"case-{seed}"
    if not world.exists():
        unit.must("simulate", str(world), "--seed", str(seed))
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


def worlds(folder: Path) -> Iterator[Line]:
    """Five seeds against their truth."""
    unit = Unit(folder / "home")
    for seed in SEEDS:
        world, case = made_up(unit, folder, seed)
        unit.must("run", str(case))
        shown = {what: unit.rows(case, what) for what in LISTS_OF_TRUTH}
        truth = msgspec.json.decode((world / "truth.json").read_bytes(), type=Truth)
        got = score(truth, shown)
        figure = (
            f"messages {got.messages.recall:.4f}, wrong sender {got.wrong_sender}, payments {got.payments.recall:.4f}"
        )
        is_exact = got.messages.recall == got.payments.recall == 1 and got.wrong_sender == 0
        yield Line(f"seed {seed}: records", figure, "1.0, 0, 1.0", is_exact)
        figure = (
            f"F1 {got.paid.f1:.3f} against {got.first_in_time.f1:.3f}; recorded precision {got.recorded.precision:.3f}"
        )
        yield Line(f"seed {seed}: deals above first-in-time", figure, "above", got.paid.f1 > got.first_in_time.f1)
        figure = f"edges {got.edges}; persons {got.persons}; sources {got.sources}"
        yield Line(f"seed {seed}: edges, persons and sources", figure, "printed", is_met=True)


def picture_of(unit: Unit, case: Path, lists: Iterable[str] = LISTS) -> str:
    """The digest of every list, byte for byte."""
    whole = sha256()
    for what in lists:
        whole.update(unit.must("show", str(case), what, "--json", "--purpose", "comparing"))
    return whole.hexdigest()


def same(folder: Path) -> Iterator[Line]:
    """The same seed twice, the second time in another folder and another time zone of the process."""
    found = []
    for name, zone in (("one", "UTC"), ("two/deeper", "Asia/Jayapura")):
        unit = Unit(folder / name / "home", more={"TZ": zone})
        _, case = made_up(unit, folder / name, SEEDS[0])
        unit.must("run", str(case))
        found.append(picture_of(unit, case))
    figure = " ".join(digest[:16] for digest in found)
    yield Line(
        "the same seed in another folder and time zone, every list but the ledger",
        figure,
        "equal",
        found[0] == found[1],
    )


def kill(folder: Path) -> Iterator[Line]:
    """SIGKILL at a uniformly drawn commit; run again; compare with an unbroken run."""
    unit = Unit(folder / "home")
    _, whole = made_up(unit, folder / "whole", SEEDS[0])
    before = commits(whole)
    unit.must("run", str(whole))
    expected, last = picture_of(unit, whole), commits(whole)
    draw = random.Random(DRAW)  # noqa: S311 # a drawn moment, no secret
    at, inside, equal = [], 0, 0
    for trial in range(KILLS):
        _, case = made_up(unit, folder / f"trial-{trial}", SEEDS[0])
        stop = kill_at(unit, case, draw.randint(before + 1, last - 1))
        at.append(stop)
        inside += before < stop < last
        unit.must("run", str(case))
        equal += picture_of(unit, case) == expected and unit.call("verify", str(case)).returncode == 0
    figure = f"{equal} of {KILLS} equal and verified; killed at commits {at} of {before}..{last}; {inside} inside"
    yield Line(
        "kill -9 at a drawn commit", figure, f"all equal, at least {INSIDE} inside", equal == KILLS and inside >= INSIDE
    )


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
