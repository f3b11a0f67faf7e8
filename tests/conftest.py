# SPDX-License-Identifier: Apache-2.0
"""One small made-up case that has run, made once a session and copied by whoever wants to change it."""

import gc
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.case.views.made import acting, made_case
from tests.compiled import KEPT
from tests.finished import Finished, finish
from tests.forked import Forked
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from suluh.case import case as cases
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.custody.key import QUICK
from suluh.store.open import Connection, create
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer
from suluh.workers.parent import worker

FRESH = frozenset({"workers", "hashing", "exhibits", "readers"})
"""Folders whose tests begin each worker as `suluh` does: what it may do, and that it lacks nothing once locked.

Those of `workers` that ask for `forked` look at files alone.
"""

TOGETHER = ("referral/papers/", "trial/")
"""Folders whose tests share one case with all its papers, or one trial: made once, and not by each process."""


@cache
def _empty() -> bytes:
    """A case file without any row, as `create` makes it: some two hundred statements, which are said once a process."""
    with tempfile.TemporaryDirectory() as folder:
        create(Path(folder) / "empty").close()
        return (Path(folder) / "empty").read_bytes()


def _create(path: Path) -> Connection:
    """A new case file that begins as a copy of the empty one; `create` looks at it as at one that a kill left."""
    if not path.exists():
        path.write_bytes(_empty())
    return create(path)


assert KEPT
cases.create = _create
_begin = worker.begin
_strength = add_officer.__defaults__


class Together(LoadScopeScheduling):
    """Gives the tests of one file to one process, and those of a folder that share something costly.

    Groups by a mark are none with pytest 9.2: pytest-xdist 3.8 writes them into a name that is not read any more.
    """

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0].partition("tests/")[2]
        return next((one for one in TOGETHER if path.startswith(one)), path)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Share the tests among processes."""
    return Together(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin the workers of all other tests as forks, and wrap officers' keys quickly: each command unwraps one.

    `suluh` itself wraps as for an officer where a test starts it, and where one asks for `strong_keys`.
    """
    add_officer.__defaults__ = (QUICK,)
    is_fresh = item.path.relative_to(Path(__file__).parent).parts[0] in FRESH
    worker.begin = _begin if is_fresh else Forked  # type: ignore[assignment] # as far as it is asked


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """Look for nothing that is not used any more while tests are loaded: nearly all of it is."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Leave all tests alone when looking for what is not used any more, in this process and its forks."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture
def strong_keys() -> None:
    """Wrap the keys of officers as for an officer."""
    add_officer.__defaults__ = _strength


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The case; never changed."""
    return finish(tmp_path_factory.mktemp("finished"))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the made-up case of lists and pages, with its unit; never changed."""
    root = tmp_path_factory.mktemp("once")
    made_case(root).close()
    return root


@pytest.fixture
def copied_case(made_once: Path, tmp_path: Path) -> Case:
    """A copy of that case, whose unit lies beside it, opened by its officer."""
    for name in ("case", "home"):
        shutil.copytree(made_once / name, tmp_path / name)
    return Case.open(CaseFolder(tmp_path / "case"), acting(tmp_path / "home"))


@pytest.fixture
def finished_case(finished: Finished, tmp_path: Path) -> Iterator[Case]:
    """A copy of the case, opened by its officer, with a unit's folder of its own: a witness there tells cases apart."""
    folder = CaseFolder(Path(shutil.copytree(finished.folder.path, tmp_path / "finished")))
    unit = UnitFolder(Path(shutil.copytree(finished.acting.unit.path, tmp_path / "unit")))
    case = Case.open(folder, replace(finished.acting, unit=unit))
    yield case
    case.close()
