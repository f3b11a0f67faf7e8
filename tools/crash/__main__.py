# SPDX-License-Identifier: Apache-2.0
"""Kills, killed workers, full disks, bad disks and lost power, and what was lost or twice: `make crash`.

With a number that share of it; with names after it, those kinds.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from tools.crash import stops
from tools.crash.command import strace
from tools.crash.day import Day, warm
from tools.crash.power import Recorded

from suluh.desk.main import _keep_compiled_code

SEED = 20261130
KILLS, WORKERS, FULL, BAD, POWER = 1_000, 200, 500, 500, 300
TRIES = 20
"""How often a stop is drawn again that came before or after all that the act does."""

MEMORY = Path("/dev/shm")  # noqa: S108 # a folder of our own is made there
CHUNK = 5


class Tried(NamedTuple):
    """What became of one stop."""

    kind: str
    how: str
    fault: str | None


class Bed:
    """The day of one process, and what is known of its acts."""

    def __init__(self, root: Path) -> None:
        self.day = Day(root)
        self.day.make()
        self._counts: dict[tuple[int, str], int] = {}
        self._recorded: dict[int, Recorded] = {}

    def count(self, act: int, calls: str) -> int:
        """How many of these calls an unbroken act makes."""
        key = act, calls.rstrip("+")
        if key not in self._counts:
            self._counts[key] = stops.counted(self.day, *key)
        return self._counts[key]

    def recorded(self, act: int) -> Recorded:
        """An act as the disk saw it."""
        if act not in self._recorded:
            self._recorded[act] = Recorded(self.day, act)
        return self._recorded[act]


def _kill(bed: Bed, number: int, chance: random.Random) -> stops.Stop:
    """Every boundary of every act in turn, then calls that write, and moments."""
    calls = stops.BOUNDARIES
    boundaries = [(act, at) for act in range(len(bed.day.acts)) for at in range(1, bed.count(act, calls) + 1)]
    if number < len(boundaries):
        return stops.kill_at(bed.day, boundaries[number][0], calls, boundaries[number][1])
    act = stops.drawn(bed.day, chance)
    if number % 2:
        return stops.kill_after(bed.day, act, chance.random() * bed.day.seconds[act])
    return stops.kill_at(bed.day, act, stops.WRITES, chance.randrange(1, bed.count(act, stops.WRITES) + 1))


def _fail(fault: str, calls: Sequence[str], bed: Bed, _: int, chance: random.Random) -> stops.Stop:
    """A drawn call of a drawn act fails."""
    act, call = stops.drawn(bed.day, chance), chance.choice(calls)
    return stops.fail_at(bed.day, act, fault, call, chance.randrange(1, bed.count(act, call) + 2))


def _stopped(stop: Callable[[Bed, int, random.Random], stops.Stop], kind: str, bed: Bed, number: int) -> Tried:
    """Stop an act, drawn until something is stopped, and go on."""
    found = None
    for turn in range(TRIES):
        found = stop(bed, number + turn * 10**6, _chance(kind, number, turn))
        if found.reached:
            break
    assert found is not None  # noqa: S101 # at least one was drawn
    fault = (stops.fault_of(found) if kind != "kills" else None) or bed.day.end(found.act)
    return Tried(kind, found.how, f"{found.how}: {fault}" if fault else None)


def _worker(bed: Bed, number: int) -> Tried:
    """Kill a worker of a run, drawn until one was there: the run ends as an unbroken one, and says nothing."""
    runs = [at for at, act in enumerate(bed.day.acts) if act.name == "run"]
    found = None
    for turn in range(TRIES):
        chance = _chance("workers", number, turn)
        found = stops.kill_worker(bed.day, runs[0], chance.random() * bed.day.seconds[runs[0]], chance)
        if found.reached:
            break
    assert found is not None  # noqa: S101 # at least one was drawn
    if not found.reached:
        return Tried("killed workers", found.how, f"in {TRIES} runs no worker was there to be killed")
    broken = f"it ended with {found.ended.code}: {found.ended.said[-400:]}" if found.ended.code else None
    fault = broken or bed.day.differs(found.act)
    return Tried("killed workers", found.how, f"{found.how}: {fault}" if fault else None)


def _power(bed: Bed, number: int) -> Tried:
    chance = _chance("power", number, 0)
    recorded = bed.recorded(stops.drawn(bed.day, chance))
    at = chance.randrange(1, len(recorded.ops) + 1)
    fault = recorded.at_the_end() if number % 10 == 0 else recorded.cut_at(at, chance)
    return Tried("power losses", "power", fault)


KINDS: dict[str, tuple[int, Callable[[Bed, int], Tried]]] = {
    "kills": (KILLS, partial(_stopped, _kill, "kills")),
    "killed workers": (WORKERS, _worker),
    "full disks": (FULL, partial(_stopped, partial(_fail, "ENOSPC", stops.FULL), "full disks")),
    "bad disks": (BAD, partial(_stopped, partial(_fail, "EIO", stops.BAD), "bad disks")),
    "power losses": (POWER, _power),
}


def _chance(kind: str, number: int, turn: int) -> random.Random:
    return random.Random(f"{SEED}/{kind}/{number}/{turn}")  # noqa: S311 # a seed makes it run again


@cache
def _bed(root: Path) -> Bed:
    """A day for this process; the seed gives each the same."""
    _keep_compiled_code()
    own = root / f"day-{os.getpid()}"
    own.mkdir()
    warm(own / "warm")
    return Bed(own)


def tried(root: Path, job: tuple[str, int]) -> Tried:
    """What became of one stop."""
    kind, number = job
    return KINDS[kind][1](_bed(root), number)


def crash(root: Path, share: float, slots: int, kinds: Iterable[str] = KINDS) -> Iterator[Tried]:
    """That share of all stops of some kinds, evenly over their numbers."""
    jobs = [
        (kind, number * total // taken)
        for kind in kinds
        for total in [KINDS[kind][0]]
        for taken in [max(1, round(total * share))]
        for number in range(taken)
    ]
    with ProcessPoolExecutor(slots) as pool:
        yield from pool.map(partial(tried, root), jobs, chunksize=CHUNK)


def main(words: Sequence[str]) -> int:
    """Print each fault, and a line for each kind; 1 where anything was lost, twice, or not told in a sentence."""
    if strace() is None:
        print("strace is not installed, or may trace nothing here: nothing can be stopped at a call (Debian: strace)")
        return 2
    share = float(words[0]) if words else 1.0
    start, found, faults = time.monotonic(), dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    home = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="suluh-crash-", dir=home) as name:
        for one in crash(Path(name), share, os.cpu_count() or 1, words[1:] or KINDS):
            found[one.kind] += 1
            faults[one.kind] += one.fault is not None
            if one.fault:
                print(f"{one.kind}: {one.fault}", flush=True)
    print(f"seed {SEED}, {share:.1%} of all, {time.monotonic() - start:.0f} s")
    for kind, count in ((kind, count) for kind, count in found.items() if count):
        print(f"{count:,} {kind}: {faults[kind]} with something lost, twice, or not told")
    return min(1, sum(faults.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
