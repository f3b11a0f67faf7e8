# SPDX-License-Identifier: Apache-2.0
"""Hashing and matching at the size of the reference case: what the benchmarks under `bench/` print, and some tests."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct
from tools.reference import drawing
from tools.reference.kill import Killed
from tools.show.line import ROOT, Line

PYTHONS = "SULUH_BENCH_PYTHON"
"""Names other interpreters, with colons between, in which peers and extras may be installed."""

FIGURES = "SULUH_REFERENCE"
"""Names the folder into which `make reference` wrote its figures."""

PRINTED = re.compile(r"^(pass |SHORT)  (.*?): (.*) \(goal: (.*)\)$")
FIRST, LAST = 50_000, 750_000
LONGEST = 3600
LONGEST_DRAWING = 1200
MOST_ROOM = 30_000_000_000
STEEPER = 1.25
"""So many times the processor time a file of the smaller case still counts as linear."""


class Spent(Struct):
    """What one step took, as `make reference` writes it; what is not used here is left out."""

    seconds: float
    processor: float
    workers: float
    memory: int


class Result(Struct):
    """One case, measured."""

    pictures: int
    files: int
    bytes: int
    steps: tuple[Spent, ...]


def digest(_: Path) -> Iterator[Line]:
    """One read for three digests; two workers."""
    yield from _bench("hashing_digest.py", "the digest pass, and two workers")


def pdq(_: Path) -> Iterator[Line]:
    """The kernel by its committed values and by published ones, and the whole way from JPEG to hash beside its peer."""
    yield from _tests("PDQ kernel bit for bit as pdqhash on 2,400 drawn pictures", "tests/hashing/test_pdq.py")
    yield from _tests(
        "published PDQ of one picture (0 bits) and of its turned copies (16)", "tests/hashing/test_published.py"
    )
    yield from _bench("hashing_pdq.py", "PDQ of JPEG, and drift", "threatexchange", "pdqhash")


def near(_: Path) -> Iterator[Line]:
    """The exact join."""
    yield from _bench("hashing_join.py", "the join of 750,000 x 10,000,000", "faiss")


def benign(_: Path) -> Iterator[Line]:
    """Elimination by benign sets."""
    yield from _bench("hashing_benign.py", "benign elimination")


def sets(_: Path) -> Iterator[Line]:
    """How fast sets are read."""
    yield from _bench("hashing_sets.py", "reading of sets")


def look(_: Path) -> Iterator[Line]:
    """The look ratio against the truth."""
    yield from _tests("look ratio of `show look` within 2 points of the truth", "tests/case/test_look_ratio.py")


def reference(_: Path) -> Iterator[Line]:
    """The whole line on the reference case and on those before it, as `make reference` measured it."""
    folder = Path(os.environ.get(FIGURES, ROOT / "reference"))
    results = {
        one.pictures: one
        for path in sorted(folder.glob("[0-9]*.json"))
        for one in [msgspec.json.decode(path.read_bytes(), type=Result)]
    }
    yield from _drawn(folder, results.get(LAST))
    for size in sorted(results):
        one = results[size]
        seconds, most = sum(step.seconds for step in one.steps), max(step.memory for step in one.steps)
        figure = f"{seconds:,.0f} s, {1e6 * _each(one):,.0f} us of CPU a file, at most {most / 2**30:.2f} GiB"
        yield Line(f"the whole line on {size:,} pictures", figure, f"{LONGEST:,} s", is_met=seconds <= LONGEST)
    if LAST in results and FIRST in results:
        ratio = _each(results[LAST]) / _each(results[FIRST])
        what = f"the curve: CPU a file at {LAST:,} against {FIRST:,} pictures"
        yield Line(what, f"{ratio:.2f} times", f"linear: {STEEPER}", ratio <= STEEPER)
    else:
        what, figure = f"the whole line on {LAST:,} pictures, and its curve", "not measured on this machine"
        yield Line(what, f"{figure}: run `make reference`, or name its folder in {FIGURES}", "measured", is_met=False)
    yield from _killed(folder)


def _drawn(folder: Path, result: Result | None) -> Iterator[Line]:
    """How long the pictures took, and what they and the case take on the disk."""
    drawn = drawing.noted(folder)
    what, room = f"drawing of {LAST:,} pictures", "room on disk of the pictures and the case file"
    if drawn is None:
        figure = f"not noted: `make reference` notes it in {drawing.NAME} when it draws"
        yield Line(what, figure, f"{LONGEST_DRAWING:,} s", is_met=False)
        yield Line(room, figure, f"{MOST_ROOM / 1e9:.0f} GB", is_met=False)
        return
    is_whole = min(drawn.pictures, drawn.timed) >= LAST
    figure = f"{drawn.seconds:,.0f} s for {drawn.timed:,} of {drawn.pictures:,}"
    yield Line(what, figure, f"{LONGEST_DRAWING:,} s", is_met=is_whole and drawn.seconds <= LONGEST_DRAWING)
    case = "the case is not measured" if result is None else f"{result.bytes / 1e9:.1f} GB the case file"
    figure = f"{drawn.room / 1e9:.1f} GB the pictures ({drawn.bytes / 1e9:.1f} GB of bytes), {case}"
    is_met = result is not None and drawn.room + result.bytes <= MOST_ROOM
    yield Line(room, figure, f"{MOST_ROOM / 1e9:.0f} GB", is_met)


def _killed(folder: Path) -> Iterator[Line]:
    """What `make reference-kill` wrote of each size; that of the reference case is always told."""
    found = {
        one.pictures: one
        for path in folder.glob("kill-*.json")
        for one in [msgspec.json.decode(path.read_bytes(), type=Killed)]
    }
    goal = "ends as an undisturbed run, and verifies"
    for size in sorted({*found, LAST}):
        what = f"kill -9 on the way through {size:,} pictures"
        if size in found:
            yield Line(what, found[size].text(), goal, found[size].is_met)
        else:
            yield Line(what, f"not run: `make reference-kill SIZE={size}`", goal, is_met=False)


def _each(one: Result) -> float:
    """Processor seconds a file."""
    return sum(step.processor + step.workers for step in one.steps) / one.files


def ray(_: Path) -> Iterator[Line]:
    """Several machines by Ray."""
    what = "Ray: two nodes give the bytes of the local pool, and lose no more than a batch"
    python = _python_with("ray", "pytest")
    if python is None:
        yield Line(what, "ray is not installed: make test-cluster", "all pass", is_met=False)
        return
    yield from _tests(what, "tests/workers/test_ray.py", python=python)
    done = _run(python, "bench/cluster.py")
    figure = "; ".join(line.strip() for line in done.stdout.strip().splitlines()[-4:]) or done.stderr[-200:]
    yield Line("Ray: overhead", figure, "measured", done.returncode == 0)


def _bench(script: str, what: str, *peers: str) -> Iterator[Line]:
    """The lines that a benchmark prints, or one that says which peer it lacks."""
    python = _python_with(*peers)
    if python is None:
        figure = f"not all of {', '.join(peers)} is installed: pip install -e .[bench], or name a Python in {PYTHONS}"
        yield Line(what, figure, "measured", is_met=False)
        return
    words = [python, "-u", f"bench/{script}"]
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    last = ""
    for line in process.stdout or ():
        last, found = line.strip() or last, PRINTED.match(line)
        if found:
            yield Line(found[2], found[3], found[4], found[1] == "pass ")
    if process.wait():
        yield Line(what, f"bench/{script} ended: {last[-300:]}", "measured", is_met=False)


def _tests(what: str, path: str, python: str = sys.executable) -> Iterator[Line]:
    """A line that tests hold: all of them ran and passed."""
    done = _run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", path)
    last = (done.stdout.strip().splitlines() or ["nothing printed"])[-1].strip("= ")
    ran = done.returncode == 0 and "passed" in last and "skipped" not in last
    yield Line(what, last, "all pass", ran)


def _run(python: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([python, *words], cwd=ROOT, capture_output=True, check=False, text=True)  # our own words


def _python_with(*modules: str) -> str | None:
    """This interpreter or one that is named, whichever has some modules."""
    code = "import importlib.util as u, sys; sys.exit(any(u.find_spec(one) is None for one in sys.argv[1:]))"
    named = (one for one in os.environ.get(PYTHONS, "").split(os.pathsep) if one)
    for python in (sys.executable, *named):
        if subprocess.run([python, "-c", code, *modules], check=False).returncode == 0:  # our own words
            return python
    return None
