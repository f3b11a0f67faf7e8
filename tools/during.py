# SPDX-License-Identifier: Apache-2.0
"""Verifies a case while a run goes on in it: what does not hold then is a false alarm."""

import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tools.made_up import commits
from tools.unit import Unit

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.model.errors import SuluhError

PAUSE = 0.1
"""Seconds between two, so that few of them see much of a run."""


class Look(NamedTuple):
    """One verification that began while a run went on."""

    entries: int
    """How many the ledger had then; 0 where the case did not hold."""

    alarm: str = ""
    """Why it did not hold."""


def during(unit: Unit, case: Path, number: int) -> Iterator[Look]:
    """So many verifications during runs, each run in a copy of a case that has not run. The case stays as it is."""
    left = number
    for turn in count(1):
        copy = Path(shutil.copytree(case, case.with_name(f"{case.name}-turn-{turn}")))
        looks = list(_in_one_run(unit, copy, left))
        yield from looks
        left -= len(looks)
        shutil.rmtree(copy)
        if not left:
            return
        if not looks:
            raise SystemExit("the run ended before the case could be verified once: take a larger one")


def _in_one_run(unit: Unit, case: Path, most: int) -> Iterator[Look]:
    """Verifications from the first entry of a run until its end, at most so many."""
    before, process = commits(case), unit.start("run", str(case))
    while process.poll() is None and most:
        if commits(case) > before:
            yield _look(case)
            most -= 1
            time.sleep(PAUSE)
    if process.wait():
        raise SystemExit(f"suluh run ended with {process.returncode}")


def _look(case: Path) -> Look:
    try:
        return Look(verify_case(CaseFolder(case), now=datetime.now(UTC)).entries)
    except SuluhError as error:
        return Look(0, str(error))
