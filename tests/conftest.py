# SPDX-License-Identifier: Apache-2.0
"""One small made-up case that has run, made once a session and copied by whoever wants to change it."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.custody.every_noun import clock, officer

from suluh.case.acts.bags import bags_of
from suluh.case.acts.intake import Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.line.run import run
from suluh.desk.main import _keep_compiled_code
from suluh.simulator.simulate import simulate
from suluh.unit.folder import UnitFolder

_keep_compiled_code()
"""Numeric functions are compiled once on a machine, as for every command, and not for each test's workers."""


class Finished(NamedTuple):
    """A case that has run, and who made it."""

    folder: CaseFolder
    acting: Acting
    world: Path


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The case; never changed."""
    root = tmp_path_factory.mktemp("finished")
    world = root / "world"
    simulate(world, 4, sellers=1, buyers=3, deals=6, days=9, pictures=12, picture_side=64)
    unit = UnitFolder(root / "unit")
    acting = Acting(officer(unit, "S-1"), unit, clock(datetime(2026, 2, 2, tzinfo=UTC)))
    case = Case.start(CaseFolder(root / "case"), "1", "Unit", acting)
    for paper in json.loads((world / "case.json").read_text("utf-8"))["authorities"]:
        record_authority(case, Paper(**paper))
    for bag in bags_of(world / "exhibits.csv", print):
        add_exhibit(case, bag)
    add_set(case, world / "known.csv", kind="known", name="daftar")
    run(case, lambda _: None)
    case.close()
    return Finished(case.folder, acting, world)


@pytest.fixture
def finished_case(finished: Finished, tmp_path: Path) -> Iterator[Case]:
    """A copy of the case, opened by its officer."""
    folder = CaseFolder(Path(shutil.copytree(finished.folder.path, tmp_path / "finished")))
    case = Case.open(folder, finished.acting)
    yield case
    case.close()
