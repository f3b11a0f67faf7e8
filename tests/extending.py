# SPDX-License-Identifier: Apache-2.0
"""A copy of the source to which something made up is added: how many production files that touches is counted there."""

import shutil
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
ADDED = ROOT / "tests" / "data" / "extend"
SOURCE = "src/suluh"


def copied(tree: Path, *beside: str) -> Path:
    """A copy of the source, with some folders beside it."""
    ignore = shutil.ignore_patterns("__pycache__", "extend")
    for part in ("src", *beside):
        shutil.copytree(ROOT / part, tree / part, ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tree)
    if (tree / "tests").is_dir():
        shutil.copy(ROOT / "tests" / "each.py", tree / "tests")
    return tree


def add(what: str, tree: Path) -> None:
    """Add to a copy what lies under a name: files that are new, and pieces that go into files that are there.

    A piece is put before the one line that begins with some words; an anchor that is not there once is an error.
    """
    shutil.copytree(ADDED / what / "new", tree / SOURCE, dirs_exist_ok=True)
    for edit in tomllib.loads((ADDED / what / "edits.toml").read_text("utf-8")).get("edit", []):
        path = tree / SOURCE / edit["file"]
        lines = path.read_text("utf-8").split("\n")
        [at] = [number for number, line in enumerate(lines) if line.startswith(edit["before"])]
        lines[at:at] = [edit["put"].removesuffix("\n")]
        path.write_text("\n".join(lines), "utf-8")


def touched(tree: Path) -> list[str]:
    """Every file of the source that a copy holds and the house does not, or holds otherwise."""
    here, there = ROOT / SOURCE, tree / SOURCE
    found = (path for path in sorted(there.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    names = [path.relative_to(there).as_posix() for path in found]
    return [name for name in names if not _is_same(here / name, there / name)]


def _is_same(one: Path, other: Path) -> bool:
    return one.is_file() and one.read_bytes() == other.read_bytes()
