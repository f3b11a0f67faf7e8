# SPDX-License-Identifier: Apache-2.0
"""A clean dossier and its list of contents, made once and copied by whoever wants to change them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.case.dossiers.made import DOSSIER, Plan, build, copied

from suluh.case.case import Case
from suluh.case.frozen.papers import write_d1


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the case, of its unit and of its papers; never changed."""
    root = tmp_path_factory.mktemp("clean")
    case = build(root, Plan(1))
    write_d1(case, DOSSIER, root / "d1")
    case.close()
    return root


@pytest.fixture
def case(clean: Path, tmp_path: Path) -> Iterator[Case]:
    """A copy of the case, opened by its officer."""
    case = copied(clean, tmp_path)
    yield case
    case.close()


@pytest.fixture
def paper(clean: Path, tmp_path: Path) -> Path:
    """A copy of the list of contents of the case."""
    return Path(shutil.copytree(clean / "d1", tmp_path / "d1"))
