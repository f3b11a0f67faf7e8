# SPDX-License-Identifier: Apache-2.0
"""A small case with two supervisors, an analyst and every kind of noun, and a unit of its own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.custody.every_noun import fill, officer, start

from suluh.case.acts.admit import admit
from suluh.case.case import Case
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import unlock


@pytest.fixture
def unit(tmp_path: Path) -> UnitFolder:
    return UnitFolder(tmp_path / "unit")


@pytest.fixture
def case(tmp_path: Path, unit: UnitFolder) -> Iterator[Case]:
    made = start(tmp_path / "case", unit, officer(unit, "S-1"))
    fill(made)
    for code, access in (("S-2", "supervisor"), ("A-1", "analyst")):
        admit(made, officer(unit, code, access).public)
    yield made
    made.close()


@pytest.fixture
def analyst(case: Case, unit: UnitFolder) -> Iterator[Case]:
    key = unlock(unit, "A-1", "kata sandi uji")
    opened = Case.open(case.folder, replace(case.acting, key=key))
    yield opened
    opened.close()
