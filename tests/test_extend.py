# SPDX-License-Identifier: Apache-2.0
"""One file and one fixture add a bank, or a chat format: the contract tests find them by themselves."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ADDED = ROOT / "tests" / "data" / "extend"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the source and of the readers' tests."""
    ignore = shutil.ignore_patterns("__pycache__", "static", "extend")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignore)
    for part in ("tests/readers", "tests/data/readers"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


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

    tested = run(
        tree, "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", "tests/readers/test_contract.py", "-k", folder.name
    )

    assert '"noun":"' in (folder / "expected.jsonl").read_text("utf-8")
    assert tested.returncode == 0, tested.stdout
    assert "passed" in tested.stdout
