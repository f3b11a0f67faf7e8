# SPDX-License-Identifier: Apache-2.0
"""A made-up case with every kind of noun, made once and copied for each test."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.custody.every_noun import fill, officer, start

from suluh.case.folder import CaseFolder
from suluh.custody.key import OfficerKey
from suluh.unit.folder import UnitFolder


@pytest.fixture(scope="session")
def unit(tmp_path_factory: pytest.TempPathFactory) -> UnitFolder:
    return UnitFolder(tmp_path_factory.mktemp("unit"))


@pytest.fixture(scope="session")
def key(unit: UnitFolder) -> OfficerKey:
    return officer(unit, "S-1")


@pytest.fixture(scope="session")
def second(unit: UnitFolder) -> OfficerKey:
    return officer(unit, "S-2")


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory, unit: UnitFolder, key: OfficerKey) -> Path:
    """The folder of a case that holds every noun. Never changed: tests copy it."""
    root = tmp_path_factory.mktemp("whole") / "case"
    case = start(root, unit, key)
    fill(case)
    case.close()
    return root


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Callable[[str], CaseFolder]:
    """A fresh copy of that case under a name."""
    return lambda name: CaseFolder(Path(shutil.copytree(whole, tmp_path / name)))


@pytest.fixture
def folder(copy: Callable[[str], CaseFolder]) -> CaseFolder:
    return copy("case")
