# SPDX-License-Identifier: Apache-2.0
"""A small made-up case that has run, or that waits for its first run."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.custody.every_noun import clock, officer

from suluh.case.acts.bags import bags_of
from suluh.case.acts.intake import Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.line.run import run
from suluh.simulator.simulate import simulate
from suluh.unit.folder import UnitFolder


class Finished(NamedTuple):
    """A case that has run, and who made it."""

    folder: CaseFolder
    acting: Acting
    world: Path


SMALL: Mapping[str, int] = {"sellers": 1, "buyers": 3, "deals": 6, "days": 9, "pictures": 12, "picture_side": 64}


def waiting(root: Path, size: Mapping[str, int] = SMALL) -> tuple[Case, Finished]:
    """A case with its papers, exhibits and sets, before its first run."""
    world = root / "world"
    simulate(world, 4, **size)
    unit = UnitFolder(root / "unit")
    acting = Acting(officer(unit, "S-1"), unit, clock(datetime(2026, 2, 2, tzinfo=UTC)))
    case = Case.start(CaseFolder(root / "case"), "1", "Unit", acting)
    for paper in json.loads((world / "case.json").read_text("utf-8"))["authorities"]:
        record_authority(case, Paper(**paper))
    for bag in bags_of(world / "exhibits.csv", print):
        add_exhibit(case, bag)
    add_set(case, world / "known.csv", kind="known", name="daftar")
    return case, Finished(case.folder, acting, world)


def finish(root: Path, size: Mapping[str, int] = SMALL) -> Finished:
    """The same case after its run, closed."""
    case, made = waiting(root, size)
    run(case, lambda _: None)
    case.close()
    return made
