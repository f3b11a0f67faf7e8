# SPDX-License-Identifier: Apache-2.0
"""The desk of a large case: how quick its pages are for 20 users while a run writes, and how much memory it takes.

``python -m bench.desk [FILES MESSAGES [SECONDS]]``: 750,000 files and 2,000,000 messages by default, 10,000 and 30,000
with QUICK=1; CASE=folder keeps the case there, and takes it from there the next time. Each user opens a page, reads it
for one to five seconds, and opens another. The run is a second process that holds the lease of the case and keeps 500
messages every second.
"""

import os
import random
import re
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.cookiejar import CookieJar
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median

from bench.desk_world import Size, fill, more_messages
from tools.pictures import LISTS, desk
from tools.unit import PASSPHRASE, SECRET, Unit

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.lease import lease
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock

USERS, SECONDS = 20, 120
WARM = 20
"""Seconds before the loads are counted."""

EACH = 500
"""Messages that the run keeps every second."""

SEARCHES = ("0813-0000-0077", "+62 813 0000 0077", "ba", "ra* ba", "kelu ra", "nowhere")
VIEWS = (
    "files?state=quarantined",
    "files?exhibit=B-3",
    "deals?tier=recorded",
    "deals?sort=-amount_minor",
    "files?page=90",
)
LINK = re.compile(r'href="/id/((?:deals|persons|conversations|payments|messages|files|links|statements)/[a-z2-7]{26})"')
MIB = 1024


def main(size: Size, seconds: int) -> int:
    """Print the figures; 1 where one is over its goal."""
    print(f"load before: {' '.join(f'{one:.1f}' for one in os.getloadavg())}, {os.cpu_count()} processors")
    with _folder() as folder:
        unit, case = Unit(folder / "home"), folder / "case"
        if not case.exists():
            begun = time.monotonic()
            made = opened(folder, new=True)
            fill(made, size)
            made.close()
            print(
                f"{size.files:,} files, {size.messages:,} messages: made in {time.monotonic() - begun:.0f} s",
                flush=True,
            )
        with desk(unit, case) as (host, entry):
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            begun = time.monotonic()
            opener.open(host + entry).read()
            print(f"first page after the start: {time.monotonic() - begun:.1f} s", flush=True)
            number = _process(host)
            cpu = _cpu(number)
            loads, all_loads = _work(opener, host, folder, seconds)
            cpu, memory = _cpu(number) - cpu, _memory(number)
    print(f"processor time of the desk a load: {cpu / all_loads * 1000:.0f} ms")
    print(f"load after: {' '.join(f'{one:.1f}' for one in os.getloadavg())}")
    return _told(loads, memory)


def opened(folder: Path, *, new: bool = False) -> Case:
    """The case with its officer at work; made when it is new."""
    unit = UnitFolder(folder / "home")
    if new:
        add_officer(unit, "S-1", "supervisor", PASSPHRASE, "2026-01-02T03:04:05Z")
    acting = Acting(unlock(unit, "S-1", PASSPHRASE), unit, lambda: datetime.now(UTC), secret=bytes.fromhex(SECRET))
    place = CaseFolder(folder / "case")
    return Case.start(place, "LP/1/2026", "Unit Contoh", acting) if new else Case.open(place, acting)


@contextmanager
def _folder() -> Iterator[Path]:
    if os.environ.get("CASE"):
        yield Path(os.environ["CASE"])
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


class Load:
    """One page that somebody waited for."""

    def __init__(self, path: str, took: float, size: int) -> None:
        self.path, self.took, self.size = path, took, size
        self.at = time.monotonic()


def _work(opener: urllib.request.OpenerDirector, host: str, folder: Path, seconds: int) -> tuple[list[Load], int]:
    """What all users waited for, after a while of warming up, while a run goes on; and how many loads there were."""
    loads: list[Load] = []
    begun = time.monotonic()
    ends = begun + WARM + seconds
    context = get_context("spawn")
    stop = context.Event()
    run = context.Process(target=_run, args=(folder, stop))
    run.start()
    users = [threading.Thread(target=_user, args=(opener, host, number, ends, loads)) for number in range(USERS)]
    for one in users:
        one.start()
    for one in users:
        one.join()
    stop.set()
    run.join()
    return [one for one in loads if one.at >= begun + WARM], len(loads)


def _run(folder: Path, stop: Event) -> None:
    """Write as a run does, under its lease, until it is told to stop."""
    case, number = opened(folder), int(time.time())
    with lease(case.folder):
        while not stop.wait(1):
            case.keep(Act("read", "files"), more_messages(number, EACH))
            number += EACH
    case.close()


def _user(opener: urllib.request.OpenerDirector, host: str, number: int, ends: float, loads: list[Load]) -> None:
    """Open pages, follow links, search, and read what was opened."""
    draw = random.Random(number)  # noqa: S311 # a drawn user
    lists = [one for one in LISTS if "?" not in one]
    known: list[str] = []
    while time.monotonic() < ends:
        kind = draw.random()
        if kind < 0.4 and known:  # shares of what users do
            path = draw.choice(known)
        elif kind < 0.5:  # as above
            path = f"search?q={urllib.request.quote(draw.choice(SEARCHES))}"
        elif kind < 0.6:  # as above
            path = draw.choice(VIEWS)
        else:
            path = draw.choice(["", *lists])
        begun = time.monotonic()
        text = opener.open(f"{host}/id/{path}").read()
        loads.append(Load(path, time.monotonic() - begun, len(text)))
        known = (
            [*known, *draw.sample(sorted(set(LINK.findall(text.decode()))), k=1)][-20:]
            if LINK.search(text.decode())
            else known
        )
        time.sleep(draw.uniform(1, 5))


def _process(host: str) -> Path:
    """Where the kernel tells of the process that listens at a port."""
    sockets = {f"socket:[{inode}]" for inode in _listeners(int(host.rpartition(":")[2]))}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if sockets & {str(one.readlink()) for one in (process / "fd").iterdir()}:
                return process
        except OSError:  # somebody else's, or it has ended
            continue
    raise SystemExit("nobody listens at the desk's port")


def _cpu(process: Path) -> float:
    """Seconds of a processor that it has used."""
    ticks = (process / "stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def _memory(process: Path) -> int:
    """KiB that it held in memory at the most."""
    lines = (process / "status").read_text().splitlines()
    return next(int(one.split()[1]) for one in lines if one.startswith("VmHWM"))


def _listeners(port: int) -> set[str]:
    lines = [one.split() for one in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {one[9] for one in lines if one[1].endswith(f":{port:04X}") and one[3] == "0A"}


def _told(loads: list[Load], memory: int) -> int:
    """Print what was measured beside its goal."""
    pages, searches = (
        sorted(one.took for one in loads if one.path.startswith("search") is asks) for asks in (False, True)
    )
    late = pages[int(len(pages) * 0.99)]
    heavy = max(loads, key=lambda one: one.size)
    print(
        f"{len(loads)} loads; pages: median {median(pages) * 1000:.0f} ms (goal 200), "
        f"99th percentile {late * 1000:.0f} ms (goal 500)"
    )
    print(f"searches: median {median(searches) * 1000:.0f} ms (goal 150), slowest {searches[-1] * 1000:.0f} ms")
    print(
        f"memory of the desk at the most: {memory / MIB:.0f} MiB (goal 300); "
        f"largest page {heavy.size / MIB:.0f} KiB: /{heavy.path}"
    )
    for one in sorted(loads, key=lambda one: -one.took)[:8]:
        print(f"  {one.took * 1000:.0f} ms /{one.path}")
    return int(median(pages) > 0.2 or late > 0.5 or median(searches) > 0.15 or memory > 300 * MIB)  # the goals


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    given = [int(one) for one in sys.argv[1:]]
    usual = [10_000, 30_000] if os.environ.get("QUICK") else [750_000, 2_000_000]
    files, messages = given[:2] or usual
    raise SystemExit(main(Size(files, messages), given[2] if len(given) > 2 else SECONDS))
