# SPDX-License-Identifier: Apache-2.0
"""The desk of a large case: how quick its pages are for 20 users while a run writes, and how much memory it takes.

``python -m bench.desk [FILES MESSAGES [SECONDS]]``: 750,000 files and 2,000,000 messages by default, 10,000 and 30,000
with QUICK=1; CASE=folder keeps the case there, and takes it from there the next time. Each user opens a page, reads it
for one to five seconds, and opens another. The run is a second process that holds the lease of the case and keeps 500
messages every second, with the conversation and the accounts of each lot; STILL=1 leaves it out, which tells memory
that grows with the case from memory that is never given back. Of each page both is told: what its user waited, and
what it cost of the desk's processor, which is nearly the same on a busy machine.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from http.cookiejar import CookieJar
from math import inf
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import linear_regression, median

from bench.desk_clocked import HEADER
from bench.desk_world import Size, fill, more_messages
from tools.pictures import ADDRESS
from tools.unit import PASSPHRASE, SECRET, Unit

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.lease import lease
from suluh.desk.web.web import pages_of_the_desk
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock

USERS, SECONDS = 20, 120
WARM = 20
"""Seconds before the loads are counted."""

EACH = 500
"""Messages that the run keeps every second."""

EVERY, SETTLED = 5, 180
"""Seconds between two looks at memory, and after which it should not grow any more."""

SLOWEST = 10
"""Pages that are named, those first that cost most."""

KINDS = 25
"""Kinds of pages that are named, those first of which one page cost most."""

ONE = re.compile(r"[a-z2-7]{26}")
"""The id in an address."""

SEARCHES = ("0813-0000-0077", "+62 813 0000 0077", "ba", "ra* ba", "kelu ra", "nowhere")
VIEWS = (
    "files?state=quarantined",
    "files?exhibit=B-3",
    "deals?tier=recorded",
    "deals?sort=-amount_minor",
    "files?page=90",
    "flaws",
)
PAGES = tuple(page.path.lstrip("/") for page in pages_of_the_desk() if page.menu and page.name != "search")
"""The first page and every list of the menu."""

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
        with _desk(unit, case) as (host, entry):
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            begun = time.monotonic()
            opener.open(host + entry).read()
            print(f"first page after the start: {time.monotonic() - begun:.1f} s", flush=True)
            number = _process(host)
            cpu, begun = _cpu(number), time.monotonic()
            with _watched(number) as sizes:
                loads, all_loads = _work(opener, host, folder, seconds)
            cpu, took = _cpu(number) - cpu, time.monotonic() - begun
            memory = _memory(number, "VmHWM")
    print(f"processor time of the desk a load: {cpu / all_loads * 1000:.0f} ms; {cpu / took:.2f} of one processor")
    print(f"load after: {' '.join(f'{one:.1f}' for one in os.getloadavg())}")
    _grown(sizes)
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
    """One page that somebody waited for: in seconds by the clock, and of the desk's processor."""

    def __init__(self, path: str, took: float, cost: float, size: int) -> None:
        self.path, self.took, self.cost, self.size = path, took, cost, size
        self.at = time.monotonic()


@contextmanager
def _desk(unit: Unit, case: Path) -> Iterator[tuple[str, str]]:
    """The open desk in a process of its own: its host, and the path that enters it once."""
    words = [sys.executable, "-m", "bench.desk_clocked", str(case)]
    environment = unit.environment()
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 # our own words
        try:
            found = next(filter(None, map(ADDRESS.search, process.stdout or ())))
            yield found.group(1), found.group(2)
        finally:
            process.terminate()


@contextmanager
def _watched(process: Path) -> Iterator[list[tuple[float, int]]]:
    """What a process holds while this is open, looked at every few seconds: seconds since the start, and KiB."""
    sizes, stop, begun = list[tuple[float, int]](), threading.Event(), time.monotonic()

    def look() -> None:
        while not stop.wait(EVERY):
            sizes.append((time.monotonic() - begun, _memory(process, "VmRSS")))

    looks = threading.Thread(target=look)
    looks.start()
    try:
        yield sizes
    finally:
        stop.set()
        looks.join()


def _work(opener: urllib.request.OpenerDirector, host: str, folder: Path, seconds: int) -> tuple[list[Load], int]:
    """What all users waited for, after a while of warming up, beside a run if any; and how many loads there were."""
    loads: list[Load] = []
    begun = time.monotonic()
    ends = begun + WARM + seconds
    context = get_context("spawn")
    stop = context.Event()
    run = context.Process(target=_run, args=(folder, stop))
    if not os.environ.get("STILL"):
        run.start()
    try:
        with ThreadPoolExecutor(USERS) as users:
            list(users.map(lambda number: _user(opener, host, number, ends, loads), range(USERS)))
    finally:
        stop.set()
        if run.pid is not None:
            run.join()
    return [one for one in loads if one.at >= begun + WARM], len(loads)


def _run(folder: Path, stop: Event) -> None:
    """Write as a run does, under its lease, until it is told to stop."""
    case, number = opened(folder), int(time.time()) * EACH
    with lease(case.folder):
        while not stop.wait(1):
            case.keep(Act("read", "files"), more_messages(number, EACH))
            number += EACH
    case.close()


def _user(opener: urllib.request.OpenerDirector, host: str, number: int, ends: float, loads: list[Load]) -> None:
    """Open pages, follow links, search, and read what was opened."""
    draw = random.Random(number)  # noqa: S311 # a drawn user
    known: list[str] = []
    while time.monotonic() < ends:
        path = wished(draw, known)
        begun = time.monotonic()
        with opener.open(f"{host}/id/{path}") as answer:
            text, cost = answer.read(), int(answer.headers[HEADER]) / 1e6
        loads.append(Load(path, time.monotonic() - begun, cost, len(text)))
        known = met(draw, known, text.decode())
        time.sleep(draw.uniform(1, 5))


def wished(draw: random.Random, known: list[str]) -> str:
    """The address that a user opens next: a link that was met, a search, a view, or a page of the menu."""
    kind = draw.random()
    if kind < 0.4 and known:  # shares of what users do
        return draw.choice(known)
    if kind < 0.5:  # as above
        return f"search?q={urllib.request.quote(draw.choice(SEARCHES))}"
    return draw.choice(VIEWS if kind < 0.6 else PAGES)  # as above


def met(draw: random.Random, known: list[str], text: str) -> list[str]:
    """The last links that a user knows, with one of a page."""
    links = sorted(set(LINK.findall(text)))
    return [*known, draw.choice(links)][-20:] if links else known


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


def _memory(process: Path, name: str) -> int:
    """KiB that it holds in memory now, or held at the most."""
    lines = (process / "status").read_text().splitlines()
    return next(int(one.split()[1]) for one in lines if one.startswith(name))


def _listeners(port: int) -> set[str]:
    lines = [one.split() for one in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {one[9] for one in lines if one[1].endswith(f":{port:04X}") and one[3] == "0A"}


def _grown(sizes: list[tuple[float, int]]) -> None:
    """Print how memory grew after the first minutes, by the line that lies nearest to all looks."""
    late = [one for one in sizes if one[0] >= SETTLED]
    if len(late) >= 2:  # a line needs two
        slope = linear_regression(*zip(*late, strict=True)).slope
        print(
            f"memory of the desk from minute {SETTLED // 60} to {late[-1][0] / 60:.0f}: "
            f"{late[0][1] / MIB:.0f} to {late[-1][1] / MIB:.0f} MiB, {slope * 3600 / MIB:+.1f} MiB an hour (goal 1)"
        )


def _told(loads: list[Load], memory: int) -> int:
    """Print what was measured beside its goal."""
    pages, searches = ([one for one in loads if one.path.startswith("search") is asks] for asks in (False, True))
    heavy = max(loads, key=lambda one: one.size)
    print(f"{len(loads)} loads")
    is_over = False
    for name, some, goals in (("pages", pages, (0.2, 0.5)), ("searches", searches, (0.15, inf))):
        for how, held in (("waited", [one.took for one in some]), ("processor", [one.cost for one in some])):
            found = median(held), sorted(held)[int(len(held) * 0.99)]
            is_over |= how == "waited" and any(one > goal for one, goal in zip(found, goals, strict=True))
            told = (f"{one * 1000:.0f} ms{_goal(goal)}" for one, goal in zip(found, goals, strict=True))
            print(f"{name}, {how}: median {next(told)}, 99th percentile {next(told)}")
    print(
        f"memory of the desk at the most: {memory / MIB:.0f} MiB (goal 300); "
        f"largest page {heavy.size / MIB:.0f} KiB: /{heavy.path}"
    )
    for one in sorted(loads, key=lambda one: -one.cost)[:SLOWEST]:
        print(f"  {one.cost * 1000:.0f} ms of processor, {one.took * 1000:.0f} ms by the clock: /{one.path}")
    tell_kinds((one.path, one.cost) for one in loads)
    return int(is_over or memory > 300 * MIB)  # the goal


def tell_kinds(loads: Iterable[tuple[str, float]]) -> None:
    """Print what each kind of page cost: how many there were, in the middle, and at the most."""
    kinds = defaultdict[str, list[float]](list)
    for path, cost in loads:
        kinds[ONE.sub("ID", path.partition("=")[0])].append(cost * 1000)
    for kind, costs in sorted(kinds.items(), key=lambda pair: -max(pair[1]))[:KINDS]:
        print(f"  {len(costs):5} of /{kind}: {median(costs):.0f} ms of processor, {max(costs):.0f} at the most")


def _goal(seconds: float) -> str:
    return "" if seconds == inf else f" (goal {seconds * 1000:.0f})"


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    given = [int(one) for one in sys.argv[1:]]
    usual = [10_000, 30_000] if os.environ.get("QUICK") else [750_000, 2_000_000]
    files, messages = given[:2] or usual
    raise SystemExit(main(Size(files, messages), given[2] if len(given) > 2 else SECONDS))
