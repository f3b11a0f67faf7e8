# SPDX-License-Identifier: Apache-2.0
"""Kills a run of the line at drawn moments, lets it end, and compares the case with an undisturbed one."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from tools.reference import same, world

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.line.line import LINE
from suluh.case.line.run import run
from suluh.case.verify.case import verify_case
from suluh.custody.entry import Entry
from suluh.model.errors import BrokenCustody
from suluh.model.intake import File
from suluh.store.rows import Rows

T = TypeVar("T")
DRAW = 20261125
LOOKS = 0.02
"""Seconds between two looks at the ledger of a run."""

LONGEST = 10
"""Seconds within which the workers of a killed run have to be gone."""


class Moment(Struct, frozen=True):
    """When a step has so many entries in the ledger."""

    step: str
    entries: int


class Stop(Struct, frozen=True):
    """One kill."""

    wanted: Moment
    found: int
    """Entries of that step when the run was dead."""

    ledger: int
    """All entries then."""


class Killed(Struct, frozen=True):
    """What became of a case whose run was killed."""

    pictures: int
    files: int
    times: int
    """How many kills were wanted."""

    stops: tuple[Stop, ...]
    seconds: float
    """Of all runs together."""

    rows: int
    """Rows that were verified in the end."""

    fault: str | None
    """What `verify` found, else null."""

    lists: int
    """Lists that were compared."""

    differ: tuple[str, ...]
    """Those that are not as in the undisturbed case."""

    @property
    def is_met(self) -> bool:
        """Whether it was killed as often as wanted, and nothing came of it."""
        return len(self.stops) == self.times and self.fault is None and self.lists > 0 and not self.differ

    def text(self) -> str:
        """What happened, in one line."""
        stops = ", ".join(f"{one.wanted.step} {one.found} (entry {one.ledger:,})" for one in self.stops)
        equal = f"not equal: {', '.join(self.differ)}" if self.differ else "equal"
        verified = self.fault or f"{self.rows:,} rows verified"
        return (
            f"{len(self.stops)} of {self.times} kills, at {stops or 'no moment'}; ended after {self.seconds:,.0f} s; "
            f"{verified}; {self.lists} lists {equal}"
        )


def kill(folder: Path, pictures: int, times: int) -> Killed:
    """Make a case beside the undisturbed one, run it with kills, and compare the two."""
    place, whole = _place(folder, pictures), folder / f"case-{pictures}"
    shutil.rmtree(place, ignore_errors=True)
    moments = draw_moments(_opened(whole, _entries), times, DRAW)
    world.make_exhibits(folder / "pictures", place / "world", pictures)
    world.new_case(place).close()
    start = time.perf_counter()
    stops = [one for moment in moments if (one := _run(folder, pictures, moment)) is not None]
    _run(folder, pictures, None)
    seconds = time.perf_counter() - start
    rows, fault = _verified(place)
    expected, found = _opened(whole, same.digests), _opened(place, same.digests)
    differ = tuple(name for name in sorted(expected | found) if expected.get(name) != found.get(name))
    return Killed(
        pictures=pictures,
        files=_opened(place, _files),
        times=times,
        stops=tuple(stops),
        seconds=seconds,
        rows=rows,
        fault=fault,
        lists=len(expected.keys() & found.keys()),
        differ=differ,
    )


def go_on(folder: Path, pictures: int, slots: int) -> None:
    """Run the line on the case that is being killed, from where it stopped."""
    case = world.open_case(_place(folder, pictures))
    run(case, lambda _: None, slots=slots)
    case.close()


def _place(folder: Path, pictures: int) -> Path:
    return folder / f"case-kill-{pictures}"


def draw_moments(entries: Sequence[Entry], times: int, seed: int) -> tuple[Moment, ...]:
    """One moment in each of some equal parts of a run's ledger, and one after a step over the whole case."""
    steps = {one.name for one in LINE}
    ran = [one for one in entries if one.action in steps][:-1]
    dice = random.Random(seed)  # noqa: S311 # a drawn moment, no secret
    parts = max(times - 1, 1)
    chosen = {dice.randrange(len(ran) * part // parts, len(ran) * (part + 1) // parts) for part in range(parts)}
    if times > 1:
        chosen.add(dice.choice([at for at, one in enumerate(ran) if one.object == "case" and at not in chosen]))
    return tuple(_moment(ran, at) for at in sorted(chosen))


def _moment(ran: Sequence[Entry], at: int) -> Moment:
    step = ran[at].action
    return Moment(step, sum(one.action == step for one in ran[: at + 1]))


class _Ledger:
    """The entries of a case that somebody else writes, counted by step as they come."""

    def __init__(self, place: Path) -> None:
        path = f"file:{CaseFolder(place / 'case').file}?mode=ro"
        self._connection = sqlite3.connect(path, uri=True, timeout=30, isolation_level=None)
        self.by_step: Counter[str] = Counter()
        self.last = 0

    def look(self) -> None:
        """Count what has come."""
        for one in Rows(self._connection).entries(self.last + 1):
            self.by_step[Entry.read(one.body).action] += 1
            self.last = one.seq

    def close(self) -> None:
        """Let go of the case."""
        self._connection.close()


def _opened(place: Path, ask: Callable[[Case], T]) -> T:
    """What one asks of the case in a folder."""
    case = world.open_case(place)
    try:
        return ask(case)
    finally:
        case.close()


def _entries(case: Case) -> list[Entry]:
    """The whole ledger."""
    return [Entry.read(one.body) for one in case.rows.entries()]


def _files(case: Case) -> int:
    return case.rows.count(File)


def _run(folder: Path, pictures: int, moment: Moment | None) -> Stop | None:
    """Run in a process of its own, and kill it at a moment, once it has written something; null if it ended first."""
    ledger = _Ledger(_place(folder, pictures))
    ledger.look()
    before = ledger.last
    command = [sys.executable, "-m", "tools.reference", "run", str(folder), "--sizes", str(pictures)]
    process = subprocess.Popen(command, start_new_session=True)
    while process.poll() is None:
        ledger.look()
        if moment is not None and ledger.last > before and ledger.by_step[moment.step] >= moment.entries:
            _kill(process)
            ledger.look()
            break
        time.sleep(LOOKS)
    ledger.close()
    if process.returncode not in (0, -signal.SIGKILL):
        raise SystemExit(f"the run on {pictures:,} pictures ended with {process.returncode}: see what it printed")
    if moment is None or process.returncode == 0:
        return None
    return Stop(moment, ledger.by_step[moment.step], ledger.last)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a run and its group at once; its workers have sessions of their own and must go with it."""
    workers = [int(one) for path in _tasks(process.pid) for one in path.read_text().split()]
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    until = time.monotonic() + LONGEST
    while left := [one for one in workers if _is_alive(one)]:
        if time.monotonic() > until:
            raise SystemExit(f"workers {left} outlived their killed run")
        time.sleep(LOOKS)


def _tasks(pid: int) -> list[Path]:
    """Where the kernel lists the children of each thread of a process."""
    return sorted(Path(f"/proc/{pid}/task").glob("*/children"))


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def _verified(place: Path) -> tuple[int, str | None]:
    """How many rows hold, or what is wrong."""
    try:
        return verify_case(CaseFolder(place / "case")).rows, None
    except BrokenCustody as error:
        return 0, str(error)
