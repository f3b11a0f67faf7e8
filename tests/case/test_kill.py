# SPDX-License-Identifier: Apache-2.0
"""A run that was killed goes on where it was, and ends as an unbroken one."""

import shutil
from pathlib import Path

import pytest
from tests.forked_unit import ForkedUnit
from tools.made_up import commits, kill_at, picture_of

CHATS = 16
SHARES = (0.2, 0.6)
"""After which part of its entries a run is killed."""

LISTS = ("files", "conversations", "messages", "persons", "flaws", "counts")


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    """A phone with some hundred files and some chats."""
    tree = tmp_path_factory.mktemp("phone")
    for number in range(CHATS):
        lines = (f"30/08/25 {line // 60:02}.{line % 60:02} - Kafo: baris {line} dari {number}\n" for line in range(120))
        (tree / f"Chat WhatsApp dengan Kafo {number}.txt").write_text("".join(lines), "utf-8")
    for number in range(900):
        (tree / f"{number:05}.bin").write_bytes(number.to_bytes(4, "big"))
    return tree


@pytest.fixture(scope="module")
def ready(tmp_path_factory, tree) -> tuple[ForkedUnit, Path]:
    """A case of that phone which has not run yet. Never changed: tests copy it."""
    folder = tmp_path_factory.mktemp("ready")
    unit = ForkedUnit(folder / "home")
    unit.new(folder / "case")
    unit.must("add", str(folder / "case"), str(tree), "--label", "B-1", "--authority", "PEN-1")
    return unit, folder / "case"


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory, ready) -> tuple[str, int, int]:
    """What an unbroken run shows, and between which commits it ran."""
    unit, case = _copy(ready, tmp_path_factory.mktemp("whole"))
    before = commits(case)
    unit.must("run", str(case))
    return picture_of(unit, case, LISTS), before, commits(case)


def test_a_run_that_was_killed_twice_ends_as_an_unbroken_one(unbroken, ready, tmp_path):
    expected, before, last = unbroken
    unit, case = _copy(ready, tmp_path)

    stopped = [kill_at(unit, case, before + int(share * (last - before))) for share in SHARES]
    unit.must("run", str(case))

    assert before < stopped[0] < stopped[1] < last
    assert picture_of(unit, case, LISTS) == expected
    verified = unit.call("verify", str(case))
    assert verified.returncode == 0, verified.stderr.decode()


def _copy(ready: tuple[ForkedUnit, Path], folder: Path) -> tuple[ForkedUnit, Path]:
    """A copy with a unit's folder of its own: one witness for two copies of a case would tell that they differ."""
    home = Path(shutil.copytree(ready[0].home, folder / "home"))
    return ForkedUnit(home), Path(shutil.copytree(ready[1], folder / "case"))
