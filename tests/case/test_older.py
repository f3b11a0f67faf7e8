# SPDX-License-Identifier: Apache-2.0
"""A case that an earlier version wrote is opened, shown and verified."""

import json
import sqlite3
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tools.unit import PASSPHRASE

from suluh import __version__
from suluh.case.acts.decide import decide_link
from suluh.case.acts.release import approve, draft, verify_package
from suluh.case.case import Acting, Case
from suluh.case.corrections.correct import Lies, correct_exhibit
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer, views
from suluh.case.line.run import run
from suluh.case.verify.again.sources import verify_sources_of
from suluh.case.verify.case import verify_case
from suluh.model.errors import BrokenCustody
from suluh.model.nouns import KINDS
from suluh.model.people import Link
from suluh.store import check
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import unlock

VERSIONS = sorted(path.parent for path in (Path(__file__).parents[1] / "data" / "older").glob("*/case.zip"))


def acting(unit: UnitFolder, code: str) -> Acting:
    return Acting(unlock(unit, code, PASSPHRASE), unit, lambda: datetime(2026, 12, 1, tzinfo=UTC))


@pytest.fixture(params=VERSIONS, ids=lambda path: path.name)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[CaseFolder, dict[str, int]]:
    """A fresh copy of the case of one version, with what it held when it was made: entries, and rows of each kind."""
    with zipfile.ZipFile(request.param / "case.zip") as packed:
        packed.extractall(tmp_path)  # noqa: S202 # made by us
    return CaseFolder(tmp_path / "case"), json.loads((request.param / "held.json").read_text("utf-8"))


def test_the_case_of_every_version_is_verified_and_not_touched(made: tuple[CaseFolder, dict[str, int]]) -> None:
    folder, held = made
    before = folder.file.read_bytes()

    found = verify_case(folder, unit=UnitFolder(folder.path.parent / "unit"))

    assert (found.entries, found.rows) == (held.pop("entry"), sum(held.values()))
    assert folder.file.read_bytes() == before


def test_the_case_of_every_version_is_opened_and_holds_what_it_held(made: tuple[CaseFolder, dict[str, int]]) -> None:
    folder, held = made

    case = Case.open(folder)

    assert check.strange(case._connection) is None
    assert {kind: len(list(case.nouns(KINDS[kind]))) for kind in KINDS if kind in held} | {
        "entry": held["entry"]
    } == held
    case.close()
    assert verify_case(folder).entries == held["entry"]


def test_every_list_of_the_case_of_every_version_is_shown(made: tuple[CaseFolder, dict[str, int]]) -> None:
    folder, held = made

    case = Case.open(folder)
    shown = {what: len(list(Viewer(case).list(what))) for what in views()}
    case.close()

    assert (shown["files"], shown["ledger"]) == (held["file"], held["entry"])
    assert all(shown[what] for what in ("messages", "payments", "deals", "persons", "links", "exhibits", "samples"))


def test_a_changed_case_of_every_version_is_found(made: tuple[CaseFolder, dict[str, int]]) -> None:
    folder, _ = made
    other = sqlite3.connect(folder.file)
    other.execute("UPDATE payment SET body=CAST(replace(body, 'IDR', 'USD') AS BLOB)")
    other.commit()
    other.close()

    with pytest.raises(BrokenCustody, match="payment"):
        verify_case(folder)


def test_there_is_a_case_of_every_earlier_version() -> None:
    minor = int(__version__.split(".")[1])

    assert [path.name for path in VERSIONS][:minor] == [f"0.{one}.0" for one in range(1, minor)]


def test_the_case_of_every_version_goes_on(made: tuple[CaseFolder, dict[str, int]]) -> None:
    """Its officers correct where its exhibits lie now, run, decide, and let a package leave."""
    folder, held = made
    unit = UnitFolder(folder.path.parent / "unit")
    with tarfile.open(folder.path.parent / "exhibits.tar") as packed:
        packed.extractall(folder.path.parent, filter="fully_trusted")  # noqa: S202 # made by us
    case = Case.open(folder, acting(unit, "S-1"))

    for exhibit in ("B-1", "B-2"):
        place = folder.path.parent / "exhibits" / exhibit
        correct_exhibit(case, exhibit, {}, "carried to another disk", Lies(path=place))
    run(case, lambda _: None)
    link = next(one.id for one in case.nouns(Link) if one.judgement == "suggested")
    decide_link(case, link, "confirm", "the same number in both")
    run(case, lambda _: None)
    case.close()
    case = Case.open(folder, acting(unit, "E-1"))
    name = draft(case, "Unit Made-Up Two").id
    case.close()
    case = Case.open(folder, acting(unit, "S-2"))
    package = approve(case, name)
    again = {kind: len(list(case.nouns(KINDS[kind]))) for kind in ("file", "content", "message", "payment")}
    case.close()

    assert again == {kind: held[kind] for kind in again}
    assert verify_package(package).draft == name
    assert verify_case(folder, unit=unit).entries > held["entry"]
    assert verify_sources_of(folder) > 0
