# SPDX-License-Identifier: Apache-2.0
"""A case is verified while somebody works on it, and where nothing may be written."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.custody.every_noun import PASSPHRASE
from tests.finished import finish, waiting
from tools.show.ground.held import held
from tools.show.ground.sizes import sized
from tools.show.line import Line
from tools.unit import NOW, SULUH

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.model.errors import SuluhError
from suluh.unit.folder import UnitFolder

TIMES, FEW = 500, 20
LENGTHS = 5
"""The ledger must have been seen at so many lengths: else the run had not begun, or was over."""

READ_ONLY = "tests/store/test_read_only.py"


def during(folder: Path) -> Iterator[Line]:
    """Verify again and again while another process runs the line, on as many new cases as it takes."""
    wanted, sizes, done, alarms = sized(TIMES, FEW), set[tuple[int, int]](), 0, list[str]()
    for number in range(wanted):
        if alarms or (done >= wanted and len(sizes) >= LENGTHS):
            break
        case, made = waiting(folder / f"world-{number}")
        before = case.seen().size
        case.close()
        process = _run(case.folder, made.acting.unit)
        while process.poll() is None and (done < wanted or len(sizes) < LENGTHS):
            try:
                size = verify_case(case.folder, unit=made.acting.unit).entries
            except SuluhError as error:
                alarms.append(str(error))
            else:
                done += size > before
                sizes |= {(number, size)} if size > before else set()
        if process.wait():
            alarms.append(f"the run itself ended with {process.returncode}")
    figure = f"{done} times, at {len(sizes)} lengths of the ledger, {len(alarms)} false alarms"
    is_met = done >= wanted and not alarms and len(sizes) >= LENGTHS
    yield Line("verifying during an honest run", "; ".join((figure, *alarms[:1])), f"{wanted} times, 0", is_met)


def _run(case: CaseFolder, unit: UnitFolder) -> "subprocess.Popen[bytes]":
    """`suluh run` in a process of its own."""
    ours = {"SULUH_HOME": str(unit.path), "SULUH_ACTOR": "S-1", "SULUH_PASSPHRASE": PASSPHRASE, "SULUH_NOW": NOW}
    nothing = subprocess.DEVNULL
    return subprocess.Popen([SULUH, "run", str(case.path)], env=os.environ | ours, stdout=nothing, stderr=nothing)


def readonly(folder: Path) -> Iterator[Line]:
    """On a disk that the kernel lets nobody write to, and in a folder without write bits."""
    yield held(
        "a case on a read-only disk is verified, and nothing is written",
        f"{READ_ONLY}::test_a_case_on_a_read_only_disk_is_verified",
        f"{READ_ONLY}::test_verifying_writes_nothing_into_the_case_file",
    )
    made = finish(folder)
    paths = [made.folder.path, *made.folder.path.rglob("*")]
    before = _held(made.folder)
    for path in paths:
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        said = f"{verify_case(made.folder).rows:,} rows hold"
    except SuluhError as error:
        said = str(error)
    finally:
        for path in paths:
            path.chmod(path.stat().st_mode | 0o200)
    after = {name: held_ for name, held_ in _held(made.folder).items() if name in before}
    is_met = said.endswith("hold") and after == before
    yield Line("a case in a folder without write bits", said, "verifies, the same bytes afterwards", is_met)


def _held(folder: CaseFolder) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.path.rglob("*") if path.is_file()}
