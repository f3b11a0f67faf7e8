# SPDX-License-Identifier: Apache-2.0
"""One small made-up case that has run, made once a session and copied by whoever wants to change it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.finished import Finished, finish

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.desk.main import _keep_compiled_code
from suluh.unit.folder import UnitFolder

_keep_compiled_code()
"""Numeric functions are compiled once on a machine, as for every command, and not for each test's workers."""


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The case; never changed."""
    return finish(tmp_path_factory.mktemp("finished"))


@pytest.fixture
def finished_case(finished: Finished, tmp_path: Path) -> Iterator[Case]:
    """A copy of the case, opened by its officer, with a unit's folder of its own: a witness there tells cases apart."""
    folder = CaseFolder(Path(shutil.copytree(finished.folder.path, tmp_path / "finished")))
    unit = UnitFolder(Path(shutil.copytree(finished.acting.unit.path, tmp_path / "unit")))
    case = Case.open(folder, replace(finished.acting, unit=unit))
    yield case
    case.close()
