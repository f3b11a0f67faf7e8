# SPDX-License-Identifier: Apache-2.0
"""One made-up case that officers decided, and all its papers, made once."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.decided import decide, hide_a_child, type_in
from tests.finished import finish

from suluh.case.acts.papers import How, write_papers
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.papers.making import Wanted, documents
from suluh.referral.papers.values import Document
from suluh.unit.folder import UnitFolder

TRADE = {"sellers": 2, "buyers": 5, "deals": 40, "days": 30, "pictures": 24, "picture_side": 64}
"""Enough trade for two sellers and their buyers."""

AT = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


class Papers(NamedTuple):
    """A decided case, its papers, and the folder into which they were written."""

    folder: CaseFolder
    acting: Acting
    documents: tuple[Document, ...]
    written: Path
    seller: str
    child: str


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """Made once; whoever changes the case takes `decided`."""
    root = tmp_path_factory.mktemp("papers")
    folder, acting, _ = finish(root, TRADE)
    case = Case.open(folder, acting)
    decide(case)
    seller, child = type_in(case), hide_a_child(case)
    made: list[Document] = []

    def kept(*of: Any) -> Iterator[Document]:
        made.extend(documents(*of))
        return iter(made)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("suluh.case.acts.papers.documents", kept)
        write_papers(case, root / "written", Wanted(tell=str), How("uji"), AT)
    case.close()
    return Papers(folder, acting, tuple(made), root / "written", seller, child)


@pytest.fixture
def decided(papers: Papers, tmp_path: Path) -> Iterator[Case]:
    """A copy of the decided case, opened by its officer."""
    folder = CaseFolder(Path(shutil.copytree(papers.folder.path, tmp_path / "case")))
    unit = UnitFolder(Path(shutil.copytree(papers.acting.unit.path, tmp_path / "unit")))
    case = Case.open(folder, replace(papers.acting, unit=unit))
    yield case
    case.close()
