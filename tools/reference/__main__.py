# SPDX-License-Identifier: Apache-2.0
"""Makes the reference case and cases of the sizes before it, runs each, and writes what they took."""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
from tools.reference import charts, drawing, drawn, kill, world
from tools.reference.measure import Result, measure

SIZES = (10_000, 50_000, 200_000, 750_000)
SLOTS = 2
KILLS = 5
PICTURES = "pictures"


def main(words: list[str]) -> int:
    """Draw, measure, or both; see `--help`."""
    parser = argparse.ArgumentParser(prog="python -m tools.reference", description=__doc__)
    parser.add_argument("act", choices=("all", "draw", "measure", "charts", "kill", "run"))
    parser.add_argument("folder", type=Path, help="where pictures and cases lie, and results are written")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of pictures")
    parser.add_argument("--slot", type=int, help="draw every second folder only, this one and so on")
    parser.add_argument("--times", type=int, default=KILLS, help="how often a run is killed")
    parser.add_argument("--docs", type=Path, default=Path("docs/performance"), help="where charts and figures go")
    given = parser.parse_args(words)
    match given.act:
        case "draw" if given.slot is not None:
            drawn.write_all(given.folder / PICTURES, world.SEED, range(max(given.sizes)), given.slot, SLOTS)
        case "draw":
            _draw(given.folder, max(given.sizes))
        case "measure":
            _measure(given.folder, given.sizes[0])
        case "kill":
            _kill(given.folder, given.sizes[0], given.times)
        case "run":
            kill.go_on(given.folder, given.sizes[0], SLOTS)
        case "all":
            _all(given.folder, given.sizes)
    if given.act in {"all", "charts"}:
        charts.write(_results(given.folder), given.docs)
    return 0


def _all(folder: Path, sizes: Sequence[int]) -> None:
    """Draw, then make and run each case in a process of its own."""
    _draw(folder, max(sizes))
    for size in sizes:
        _apart("measure", folder, size)


def _draw(folder: Path, count: int) -> None:
    """Draw what is missing of the pictures, and note what that took."""
    missing = drawing.missing(folder / PICTURES, count)
    start = time.perf_counter()
    command = [sys.executable, "-m", "tools.reference", "draw", str(folder), "--sizes", str(count)]
    started = [subprocess.Popen([*command, "--slot", str(slot)]) for slot in range(SLOTS)]
    codes = [one.wait() for one in started]
    if any(codes):
        sys.exit("the pictures could not be drawn")
    seconds = time.perf_counter() - start
    noted = drawing.note(folder, count, missing, seconds)
    print(f"{missing:,} of {count:,} pictures drawn in {seconds:,.0f} s; {noted.bytes / 1e9:.1f} GB", flush=True)


def _kill(folder: Path, size: int, times: int) -> None:
    """Kill the run of one case at some moments, and compare it with the undisturbed one, which is made if need be."""
    if not (folder / f"{size}.json").is_file() or not (folder / f"case-{size}").is_dir():
        _apart("measure", folder, size)
    killed = kill.kill(folder, size, times)
    (folder / f"kill-{size}.json").write_bytes(msgspec.json.format(msgspec.json.encode(killed)))
    print(f"{size:,} pictures: {killed.text()}", flush=True)


def _apart(act: str, folder: Path, size: int) -> None:
    """One act in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "tools.reference", act, str(folder), "--sizes", str(size)]
    subprocess.run(command, check=True)


def _measure(folder: Path, size: int) -> None:
    """Make and run one case."""
    place = folder / f"case-{size}"
    shutil.rmtree(place, ignore_errors=True)
    world.make_exhibits(folder / PICTURES, place / "world", size)
    result = measure(place, size, SLOTS)
    (folder / f"{size}.json").write_bytes(msgspec.json.format(msgspec.json.encode(result)))
    print(charts.text(result), flush=True)


def _results(folder: Path) -> list[Result]:
    """What was measured so far, the smallest case first."""
    found = (msgspec.json.decode(path.read_bytes(), type=Result) for path in folder.glob("[0-9]*.json"))
    return sorted(found, key=lambda one: one.pictures)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
