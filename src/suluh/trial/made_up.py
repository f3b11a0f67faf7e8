# SPDX-License-Identifier: Apache-2.0
"""A made-up case that the whole line goes through, with what is true of it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from suluh.case.acts.bags import bags_of
from suluh.case.acts.intake import Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer
from suluh.case.line.run import run
from suluh.custody.key import QUICK
from suluh.model.times import utc
from suluh.simulator.simulate import simulate
from suluh.simulator.truth import Truth
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock

AT = datetime(2026, 10, 1, 1, tzinfo=UTC)
"""When everything in it is entered: it says nothing of today."""

CODE, PHRASE = "TRIAL", "only for a made-up case"
PURPOSE = "a trial on made-up data"


@dataclass(frozen=True)
class Size:
    """How large a made-up case is."""

    sellers: int
    buyers: int
    deals: int
    days: int
    pictures: int


@dataclass(frozen=True)
class MadeUp:
    """A made-up case after its run."""

    folder: CaseFolder
    acting: Acting
    truth: Truth

    def rows(self, *lists: str) -> Mapping[str, list[dict[str, object]]]:
        """Rows of some lists, in full."""
        with _opened(self.folder, self.acting) as case:
            return {what: list(Viewer(case, PURPOSE).list(what)) for what in lists}


def made_up(root: Path, seed: int, size: Size, slots: int) -> MadeUp:
    """Draw a world, enter it as officers do, run every step that is due."""
    world, unit = root / "world", UnitFolder(root / "unit")
    truth = simulate(
        world,
        seed,
        sellers=size.sellers,
        buyers=size.buyers,
        deals=size.deals,
        days=size.days,
        pictures=size.pictures,
        picture_side=64,
    )
    add_officer(unit, CODE, "supervisor", PHRASE, utc(AT), QUICK)
    acting = Acting(unlock(unit, CODE, PHRASE), unit, lambda: AT, "trial", bytes(range(32)))
    case = Case.start(CaseFolder(root / "case"), "TRIAL/1", "Trial", acting)
    try:
        _enter(case, world)
        run(case, _nothing, slots=slots)
    finally:
        case.close()
    return MadeUp(case.folder, acting, truth)


def _enter(case: Case, world: Path) -> None:
    for paper in json.loads((world / "case.json").read_text("utf-8"))["authorities"]:
        record_authority(case, Paper(**paper))
    for bag in bags_of(world / "exhibits.csv", _nothing):
        add_exhibit(case, bag)
    add_set(case, world / "known.csv", kind="known", name="made-up known material")
    add_set(case, world / "benign.csv", kind="benign", name="made-up ordinary files")


@contextmanager
def _opened(folder: CaseFolder, acting: Acting) -> Iterator[Case]:
    case = Case.open(folder, acting)
    try:
        yield case
    finally:
        case.close()


def _nothing(_: object) -> None:
    """Nobody listens."""
