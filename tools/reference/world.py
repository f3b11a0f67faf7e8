# SPDX-License-Identifier: Apache-2.0
"""Builds a case of many small pictures beside the simulator's chats and statements, with sets that hold some."""

import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tools.reference.drawn import FOLDER, place

from suluh.case.acts.bags import bags_of
from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.hashing.pictures.picture import fingerprint
from suluh.simulator.simulate import simulate
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock

SEED = 1
OFFICER = "REFERENCE"
PASSPHRASE = "only for the reference case"  # noqa: S105 # opens made-up cases and nothing else
SECRET = bytes(32)
"""Of made-up cases: the order of some lists is that of the ids they show, and two cases are compared."""
AT = datetime(2026, 10, 1, 1, tzinfo=UTC)
EXHIBIT = 125_000
"""Pictures on one exhibit."""

KNOWN, BENIGN = 100, 20
"""One picture of so many stands in the known set, with its perceptual hash, and one in the benign set."""


def make_exhibits(pictures: Path, world: Path, count: int) -> None:
    """The exhibits of a case: the simulator's, and the first pictures, which are linked and not copied."""
    shutil.rmtree(world, ignore_errors=True)
    simulate(world, SEED)
    for number in range(count):
        link = world / "pictures" / f"M-{number // EXHIBIT + 1}" / place(number)
        if not number % FOLDER:
            link.parent.mkdir(parents=True, exist_ok=True)
        os.link(pictures / place(number), link)
    for name, every in (("known", KNOWN), ("benign", BENIGN)):
        with (world / f"{name}.csv").open("a") as lines:
            lines.writelines(_lines(pictures, range(every // 2, count, every), with_pdq=name == "known"))


def _lines(pictures: Path, numbers: range, *, with_pdq: bool) -> Iterator[str]:
    """Rows of a hash set."""
    for number in numbers:
        data = (pictures / place(number)).read_bytes()
        digests = [hashlib.new(name, data).hexdigest() for name in ("md5", "sha1", "sha256")]
        value = fingerprint(digests[2], io.BytesIO(data)).value if with_pdq else None
        yield ",".join((*digests, value or "", "1" if with_pdq else "", "")) + "\n"


def new_case(folder: Path) -> Case:
    """The case of the exhibits in a folder, not yet run."""
    world, unit = folder / "world", UnitFolder(folder / "unit")
    add_officer(unit, OFFICER, "supervisor", PASSPHRASE, AT.isoformat())
    paper = json.loads((world / "case.json").read_text("utf-8"))
    case = Case.start(CaseFolder(folder / "case"), paper["number"], paper["unit"], _acting(unit))
    for one in paper["authorities"]:
        record_authority(case, Paper(**one))
    for bag in bags_of(world / "exhibits.csv", print):
        add_exhibit(case, bag)
    court = paper["authorities"][0]["number"]
    for path in sorted((world / "pictures").iterdir()):
        add_exhibit(case, Bag(path, path.name, court))
    for name in ("known", "benign"):
        add_set(case, world / f"{name}.csv", kind=name)
    return case


def open_case(folder: Path) -> Case:
    """The case again."""
    return Case.open(CaseFolder(folder / "case"), _acting(UnitFolder(folder / "unit")))


def _acting(unit: UnitFolder) -> Acting:
    return Acting(unlock(unit, OFFICER, PASSPHRASE), unit, lambda: datetime.now(UTC), secret=SECRET)
