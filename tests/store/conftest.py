# SPDX-License-Identifier: Apache-2.0
"""An empty case for each test, and who works on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import officer, start

from suluh.case.case import Case
from suluh.custody.key import OfficerKey
from suluh.unit.folder import UnitFolder


@pytest.fixture(scope="session")
def unit(tmp_path_factory: pytest.TempPathFactory) -> UnitFolder:
    return UnitFolder(tmp_path_factory.mktemp("unit"))


@pytest.fixture(scope="session")
def key(unit: UnitFolder) -> OfficerKey:
    return officer(unit, "S-1")


@pytest.fixture
def case(tmp_path: Path, unit: UnitFolder, key: OfficerKey) -> Iterator[Case]:
    case = start(tmp_path / "case", unit, key)
    yield case
    case.close()
