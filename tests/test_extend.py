# SPDX-License-Identifier: Apache-2.0
"""What adding costs: a format is one file and one fixture, a step of the line four files at most, each seen to work."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.extending import ADDED, add, copied, touched

GOALS = {"act": 9, "page": 3, "step": 4}
"""What is added, and in how many production files it must be possible (`docs/decisions/0012-what-adding-costs.md`)."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the source and of the readers' tests."""
    return copied(tmp_path, "tests/readers", "tests/data/readers")


def run(tree: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """A module of Python in a tree of its own."""
    environment = os.environ | {"PYTHONPATH": f"{tree / 'src'}:{tree}"}
    return subprocess.run(
        [sys.executable, "-m", *words], cwd=tree, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("what", "file", "place", "fixture"),
    [
        ("bank", "koperasi.toml", "src/suluh/readers/profiles", "statement-csv/koperasi"),
        ("chat", "tabbed_chat.py", "src/suluh/readers", "tabbed-chat/plain"),
    ],
)
def test_one_file_and_one_fixture_are_enough(what, file, place, fixture, tree):
    shutil.copy(ADDED / what / file, tree / place)
    folder = tree / "tests/data/readers" / fixture
    shutil.copytree(ADDED / what / fixture, folder)
    run(tree, "tests.readers.regenerate")

    own = ("-p", "no:cacheprovider", "-n", "0", f"--basetemp={tree / 'temporary'}")
    tested = run(tree, "pytest", "-q", *own, "tests/readers/test_contract.py", "-k", folder.name)

    assert '"noun":"' in (folder / "expected.jsonl").read_text("utf-8")
    assert tested.returncode == 0, tested.stdout
    assert "passed" in tested.stdout


@pytest.mark.parametrize("what", sorted(GOALS))
def test_what_is_added_works_and_touches_no_more_files_than_it_may(what, tmp_path):
    tree = copied(tmp_path / "tree", "tests/custody", "tests/desk")
    add(what, tree)
    shutil.copy(ADDED / what / "probe.py", tree)

    worked = run(tree, "probe", str(tmp_path / "root"))

    assert worked.stdout.endswith("worked\n"), worked.stderr
    assert 1 < len(touched(tree)) <= GOALS[what], touched(tree)


def test_a_copy_without_anything_added_touches_nothing(tmp_path):
    assert touched(copied(tmp_path)) == []
