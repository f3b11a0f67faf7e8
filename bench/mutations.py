# SPDX-License-Identifier: Apache-2.0
"""Whether drawn changes to a finished case are found by `verify`: as many as are asked for (10,000)."""

import shutil
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

from tests.custody.every_noun import fill, officer, start
from tests.custody.mutations import change, content
from tests.finished import finish

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.model.errors import BrokenCustody
from suluh.unit.folder import UnitFolder

COUNT, SEED, SLOTS = 10_000, 20261125, 2
FOUND, NONE = "found", "without effect: every row and file reads as before"
Made = tuple[CaseFolder, UnitFolder]


def main() -> int:
    """Print how many were found, how many change nothing that can be read, and each that was missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    start_ = time.perf_counter()
    said: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(SLOTS) as pool:
        cases = made(Path(name))
        for verdict in pool.map(partial(tried, cases), range(count), chunksize=50):
            said[verdict] += 1
    print(f"{count:,} changes to {len(cases)} cases, seed {SEED}, {time.perf_counter() - start_:.0f} s")
    for verdict in sorted(said):
        print(f"{said[verdict]:>6,} {verdict}")
    found = said[FOUND]
    missed = count - found - said[NONE]
    print(f"{found:,} found, {said[NONE]:,} without effect, {missed:,} missed")
    return min(missed, 1)


def made(folder: Path) -> tuple[Made, ...]:
    """A made-up case whose line has run, and one that holds every kind of row."""
    unit = UnitFolder(folder / "unit")
    whole = start(folder / "every", unit, officer(unit, "S-1"))
    fill(whole)
    whole.close()
    done = finish(folder / "finished")
    return (done.folder, done.acting.unit), (whole.folder, unit)


def tried(cases: tuple[Made, ...], number: int) -> str:
    """What became of the change with this number; the same whenever it is drawn."""
    case, unit = cases[number % len(cases)]
    chance = Random(f"{SEED}/{number}")  # noqa: S311 # a seed makes it run again
    with tempfile.TemporaryDirectory(dir=case.path.parent) as name:
        copy = CaseFolder(Path(shutil.copytree(case.path, Path(name) / "case")))
        sort = change(copy, chance)
        try:
            verify_case(copy, unit=unit)
        except BrokenCustody:
            return FOUND
        return NONE if content(copy) == content(case) else f"MISSED: change {number}, {sort}"


if __name__ == "__main__":
    sys.exit(main())
