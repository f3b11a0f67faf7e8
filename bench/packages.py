# SPDX-License-Identifier: Apache-2.0
"""Whether drawn changes to packages of every kind are found by both verifiers: as many as are asked for (3,000)."""

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.custody.every_noun import clock, officer, work_out
from tests.referral import mutations
from tests.referral.made import made_case
from tests.referral.terms import TERMS

from suluh.case.acts.admit import admit
from suluh.case.acts.release import approve, draft
from suluh.case.case import Acting, Case
from suluh.unit.folder import UnitFolder

COUNT, SEED = 3_000, 20261125
FOUND, NONE = "found by both", "without effect: the same bytes"


def main() -> int:
    """Print how many were found, and how many are without effect: both verifiers say just what they said before."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    chance, said = random.Random(SEED), Counter[str]()  # noqa: S311 # a seed makes it run again
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        packages = packages_of(Path(folder))
        for number in range(count):
            said[_tried(packages[number % len(packages)], Path(folder) / "copy", chance)] += 1
    print(f"{count:,} changes to packages of {len(packages)} kinds, seed {SEED}, {time.perf_counter() - start:.0f} s")
    for verdict in sorted(said):
        print(f"{said[verdict]:>6,} {verdict}")
    missed = count - said[FOUND] - said[NONE]
    print(f"{said[FOUND]:,} found, {said[NONE]:,} without effect, {missed:,} missed")
    return min(missed, 1)


def _tried(package: Path, copy: Path, chance: random.Random) -> str:
    """What became of one change."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(package, copy)
    before = _bytes(copy)
    chance.choice(mutations.KINDS)(copy, chance)
    ours, theirs = mutations.verdicts(copy)
    if ours != theirs:
        return f"the verifiers do not agree: {ours} and {theirs}"
    if len(ours) == 2:  # a file and a rule
        return FOUND
    return NONE if _bytes(copy) == before else f"NOT FOUND: {ours}"


def _bytes(package: Path) -> dict[str, bytes]:
    return {name: (package / name).read_bytes() for name in mutations.names(package)}


def packages_of(folder: Path) -> list[Path]:
    """A released package of every kind."""
    unit = UnitFolder(folder / "unit")
    author, approver = officer(unit, "S-1"), officer(unit, "S-2")
    case = made_case(folder / "case", unit, author)
    admit(case, approver.public)
    work_out(case)
    drafts = [draft(case, f"Kantor {kind}", terms).id for kind, terms in TERMS.items()]
    place = case.folder
    case.close()
    other = Case.open(place, Acting(approver, unit, clock()))
    packages = [approve(other, name) for name in drafts]
    other.close()
    return packages


if __name__ == "__main__":
    sys.exit(main())
