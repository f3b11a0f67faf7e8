# SPDX-License-Identifier: Apache-2.0
"""A made-up case with deals and matches, two officers, and a package of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.custody.every_noun import clock, fill, officer, start, work_out
from tests.referral.made import made_case
from tests.referral.terms import TERMS

from suluh.case.acts.admit import admit
from suluh.case.acts.release import approve, draft
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.custody.key import OfficerKey
from suluh.unit.folder import UnitFolder

Open = Callable[[OfficerKey], Case]


@pytest.fixture(scope="session")
def unit(tmp_path_factory: pytest.TempPathFactory) -> UnitFolder:
    return UnitFolder(tmp_path_factory.mktemp("unit"))


@pytest.fixture(scope="session")
def author(unit: UnitFolder) -> OfficerKey:
    return officer(unit, "S-1")


@pytest.fixture(scope="session")
def approver(unit: UnitFolder) -> OfficerKey:
    return officer(unit, "S-2")


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory, unit: UnitFolder, author: OfficerKey, approver: OfficerKey) -> Path:
    """The folder of the case. Never changed: tests copy it."""
    root = tmp_path_factory.mktemp("whole") / "case"
    case = start(root, unit, author)
    fill(case)
    admit(case, approver.public)
    work_out(case)
    case.close()
    return root


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> CaseFolder:
    return CaseFolder(Path(shutil.copytree(whole, tmp_path / "case")))


@pytest.fixture
def opened(folder: CaseFolder, unit: UnitFolder) -> Open:
    """The case, opened by one officer."""
    return lambda key: Case.open(folder, Acting(key, unit, clock()))


@pytest.fixture(scope="session")
def released(
    tmp_path_factory: pytest.TempPathFactory, whole: Path, unit: UnitFolder, author: OfficerKey, approver: OfficerKey
) -> Path:
    """A package, moved away from its case. Never changed: tests copy it."""
    root = Path(shutil.copytree(whole, tmp_path_factory.mktemp("released") / "case"))
    one = Case.open(CaseFolder(root), Acting(author, unit, clock()))
    made = draft(one, "Kejaksaan Negeri Contoh")
    two = Case.open(CaseFolder(root), Acting(approver, unit, clock()))
    package = approve(two, made.id)
    one.close()
    two.close()
    return Path(shutil.copytree(package, tmp_path_factory.mktemp("elsewhere") / "package"))


@pytest.fixture
def package(released: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(released, tmp_path / "package"))


@pytest.fixture(scope="session")
def packages(
    tmp_path_factory: pytest.TempPathFactory, unit: UnitFolder, author: OfficerKey, approver: OfficerKey
) -> dict[str, Path]:
    """A released package of each kind of the case in `made.py`. Never changed: tests copy them."""
    root = tmp_path_factory.mktemp("kinds") / "case"
    case = made_case(root, unit, author)
    admit(case, approver.public)
    work_out(case)
    drafts = {kind: draft(case, f"Kantor {kind}", terms).id for kind, terms in TERMS.items()}
    case.close()
    other = Case.open(CaseFolder(root), Acting(approver, unit, clock()))
    found = {kind: approve(other, name) for kind, name in drafts.items()}
    other.close()
    return found
