# SPDX-License-Identifier: Apache-2.0
"""Runs the line on a case and notes time and memory by step."""

import resource
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from tools.reference import world

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.line.meter import Progress
from suluh.case.line.run import run
from suluh.model.intake import File
from suluh.store.rows import Part

LISTS = ("counts", "look", "files", "facts", "matches", "flaws")
PAGE = 50


class Spent(Struct, frozen=True):
    """What one step, list or act took."""

    name: str
    seconds: float
    processor: float
    """Processor seconds of the parent."""

    workers: float
    """Processor seconds of the locked workers."""

    memory: int
    """The most bytes that the parent held."""

    done: int = 0


class Result(Struct, frozen=True):
    """One case, measured."""

    pictures: int
    files: int
    bytes: int
    """Bytes of the case file."""

    steps: tuple[Spent, ...]
    again: Spent
    """A second run, which finds nothing to do."""

    lists: tuple[Spent, ...]


def line(one: Spent) -> str:
    """The figures of one step."""
    parts = f"parent {one.processor:8.2f} s  workers {one.workers:8.2f} s  {one.memory / 1e6:7,.0f} MB"
    return f"  {one.name:20} {one.done:9,} {one.seconds:8.2f} s  {parts}"


class _Moment(NamedTuple):
    """Clocks of one moment."""

    wall: float
    own: float
    workers: float


class _Watch:
    """Tells what was spent since it was last asked."""

    def __init__(self) -> None:
        self._last = _now()
        self._memory = _most_memory()

    def lap(self, name: str, done: int = 0) -> Spent:
        """What was spent since the last lap."""
        before, self._last = self._last, _now()
        wall, own, workers = (now - then for now, then in zip(self._last, before, strict=True))
        return Spent(name, wall, own, workers, _most_memory(), done)


def _now() -> _Moment:
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return _Moment(time.perf_counter(), own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime)


def _most_memory() -> int:
    """The most bytes that this process has held since this was last asked."""
    lines = Path("/proc/self/status").read_text().splitlines()
    Path("/proc/self/clear_refs").write_text("5")
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM"))


def measure(folder: Path, pictures: int, slots: int) -> Result:
    """Run the line on a new case, run it again, then ask for its lists."""
    case = world.new_case(folder)
    steps = run_case(case, slots)
    watch = _Watch()
    run(case, lambda _: None, slots=slots)
    again = watch.lap("run again")
    files = case.rows.count(File)
    case.close()
    size = sum(path.stat().st_size for path in (folder / "case").glob("case.*"))
    return Result(pictures, files, size, steps, again, tuple(_lists(folder)))


def run_case(case: Case, slots: int) -> tuple[Spent, ...]:
    """Run the line; what each step took from the last word of the one before to its own last word."""
    laps: dict[str, Spent] = {}
    watch, last = _Watch(), Progress("", 0, None, 0, None, 0)

    def tell(now: Progress) -> None:
        nonlocal last
        goes_on = now.step == last.step and now.done >= last.done
        lap, last = watch.lap(now.step, now.done - last.done if goes_on else now.done), now
        if laps and now.step not in laps:
            print(line(list(laps.values())[-1]), flush=True)
        laps[now.step] = _sum(laps[now.step], lap) if now.step in laps else lap

    run(case, tell, slots=slots)
    return tuple(laps.values())


def _sum(one: Spent, other: Spent) -> Spent:
    return Spent(
        one.name,
        one.seconds + other.seconds,
        one.processor + other.processor,
        one.workers + other.workers,
        max(one.memory, other.memory),
        one.done + other.done,
    )


def _lists(folder: Path) -> Iterator[Spent]:
    """Opening the case, the first page and the whole of each list, each in a case opened anew."""
    for name in LISTS:
        watch = _Watch()
        case = world.open_case(folder)
        key = watch.lap("open")
        watch = _Watch()
        viewer = Viewer(case)
        shown = len(list(viewer.list(name, part=Part(PAGE))))
        yield watch.lap(f"{name}, first page", shown)
        yield watch.lap(f"{name}, count", viewer.count(name))
        yield watch.lap(f"{name}, whole", sum(1 for _ in viewer.list(name)))
        case.close()
        if name == LISTS[-1]:
            yield key
