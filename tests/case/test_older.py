# SPDX-License-Identifier: Apache-2.0
"""A case that an earlier version wrote is opened, shown and verified."""

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer, views
from suluh.case.verify.case import verify_case
from suluh.model.errors import BrokenCustody
from suluh.model.nouns import KINDS
from suluh.store import check
from suluh.unit.folder import UnitFolder

VERSIONS = sorted(path.parent for path in (Path(__file__).parents[1] / "data" / "older").glob("*/case.zip"))


@pytest.fixture(params=VERSIONS, ids=lambda path: path.name)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[CaseFolder, dict[str, int]]:
    """A fresh copy of the case of one version, with what it held when it was made: entries, and rows of each kind."""
    with zipfile.ZipFile(request.param / "case.zip") as packed:
        packed.extractall(tmp_path)
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


def test_there_is_a_case_of_an_earlier_version() -> None:
    assert [path.name for path in VERSIONS][:1] == ["0.1.0"]
