# SPDX-License-Identifier: Apache-2.0
"""The shape of the house, and how many files one more act, step or page touches."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.extending import add, copied
from tests.extending import touched as counted
from tests.form import LONGEST_FILE
from tests.house import faults, imported
from tests.shape import CROWD, EXTENSIONS, MIDDLE, shape_faults
from tools.show.line import ROOT, Line

SOURCE = ROOT / "src" / "suluh"
BASES = ("store", "workers", "simulator")
"""Rooms that may open a database."""

COSTS = ROOT / "docs" / "decisions" / "0012-what-adding-costs.md"
TOUCHED = re.compile(r"^\| (an? [^|]+) \| (\d+) \| \*\*(\d+)\*\*([^|]*)\|", re.MULTILINE)
"""A row of its table: what was added, the goal, and how many production files that touched."""

ADDED = {
    "an act of custody with a noun and a list of its own": "act",
    "a step over the whole case": "step",
    "a page with its list": "page",
}
"""What is added to a copy and counted there; all else was counted by hand and written down, and is said to be."""


def touched(root: Path) -> Iterator[Line]:
    """What adding costs: by its row, or counted in a copy of the source to which one more is added."""
    rows = TOUCHED.findall(COSTS.read_text("utf-8"))
    yield from () if rows else [Line("what adding costs", f"no row in {COSTS.name}", "a row", is_met=False)]
    for what, goal, number, more in rows:
        count, figure = int(number), f"{number}{more.rstrip()}, counted by hand"
        if what in ADDED:
            tree = copied(root / ADDED[what])
            add(ADDED[what], tree)
            count = len(counted(tree))
            figure = f"{count}, counted in a copy"
        yield Line(f"production files that {what} touches", figure, f"at most {goal}", count <= int(goal))


def shape(_: Path) -> Iterator[Line]:
    """Folders, databases, lengths of files and circles; the faults are those of `tests/test_house.py`."""
    paths = [path for path in sorted(SOURCE.rglob("*.py")) if path.name != "__init__.py"]
    lines = [path.read_text("utf-8").count("\n") for path in paths]
    odd = list(shape_faults(SOURCE))
    circles = [one for one in odd if "in a circle" in one]
    folders = {path.parent for path in paths}
    crowds = {one: sum(path.parent == one for path in paths) for one in folders if _name(one) not in EXTENSIONS}
    most = max(crowds, key=lambda one: (crowds[one], _name(one)))
    figure = f"{len(folders)} folders, at most {crowds[most]} files, in {_name(most)}"
    yield Line("files of a folder, but of one that holds extensions", figure, f"at most {CROWD}", crowds[most] <= CROWD)
    outside = sorted({_name(path) for path in paths if _asks(path) and not _name(path).startswith(BASES)})
    yield Line("files that import sqlite3 elsewhere", ", ".join(outside) or "0", f"0: {', '.join(BASES)}", not outside)
    figure = f"median {median(lines):.0f}, at most {max(lines)}"
    is_met = median(lines) <= MIDDLE and max(lines) <= LONGEST_FILE
    yield Line(f"lines of {len(paths)} files", figure, f"{MIDDLE}, {LONGEST_FILE}", is_met)
    yield Line("imports in a circle", "; ".join(circles) or "0", "0", not circles)
    all_ = [*faults(SOURCE), *odd]
    yield Line("broken rules of the house", "; ".join((str(len(all_)), *all_[:1])), "0", not all_)


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def _asks(path: Path) -> bool:
    """Whether a file imports the database, wherever in it."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return any(one.split(".")[0] == "sqlite3" for node in nodes for one in imported(node, _name(path)))
