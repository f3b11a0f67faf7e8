# SPDX-License-Identifier: Apache-2.0
"""Makes the reference case and cases of the sizes before it, runs each, and writes what they took."""

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path

import msgspec
from tools.reference import charts, drawn, world
from tools.reference.measure import Result, measure

SIZES = (10_000, 50_000, 200_000, 750_000)
SLOTS = 2


def main(words: list[str]) -> int:
    """Draw, measure, or both; see `--help`."""
    parser = argparse.ArgumentParser(prog="python -m tools.reference", description=__doc__)
    parser.add_argument("act", choices=("all", "draw", "measure", "charts"))
    parser.add_argument("folder", type=Path, help="where pictures and cases lie, and results are written")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of pictures")
    parser.add_argument("--slot", type=int, help="draw every second folder only, this one and so on")
    parser.add_argument("--docs", type=Path, default=Path("docs/performance"), help="where charts and figures go")
    given = parser.parse_args(words)
    pictures = given.folder / "pictures"
    if given.act == "draw" and given.slot is not None:
        drawn.write_all(pictures, world.SEED, range(max(given.sizes)), given.slot, SLOTS)
    elif given.act == "draw":
        _draw(pictures, max(given.sizes))
    elif given.act == "measure":
        _measure(given.folder, given.sizes[0])
    elif given.act == "charts":
        charts.write(_results(given.folder), given.docs)
    else:
        _draw(pictures, max(given.sizes))
        for size in given.sizes:
            command = [sys.executable, "-m", "tools.reference", "measure", str(given.folder), "--sizes", str(size)]
            subprocess.run(command, check=True)
        charts.write(_results(given.folder), given.docs)
    return 0


def _draw(pictures: Path, count: int) -> None:
    """Draw what is missing of the pictures."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "tools.reference", "draw", str(pictures.parent), "--sizes", str(count)]
    started = [subprocess.Popen([*command, "--slot", str(slot)]) for slot in range(SLOTS)]
    codes = [one.wait() for one in started]
    if any(codes):
        sys.exit("the pictures could not be drawn")
    print(f"{count:,} pictures drawn in {time.perf_counter() - start:,.0f} s", flush=True)


def _measure(folder: Path, size: int) -> None:
    """Make and run one case, in a process of its own so that its memory is its own."""
    place = folder / f"case-{size}"
    shutil.rmtree(place, ignore_errors=True)
    world.make_exhibits(folder / "pictures", place / "world", size)
    result = measure(place, size, SLOTS)
    (folder / f"{size}.json").write_bytes(msgspec.json.format(msgspec.json.encode(result)))
    print(charts.text(result), flush=True)


def _results(folder: Path) -> list[Result]:
    """What was measured so far, the smallest case first."""
    found = (msgspec.json.decode(path.read_bytes(), type=Result) for path in folder.glob("*.json"))
    return sorted(found, key=lambda one: one.pictures)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
