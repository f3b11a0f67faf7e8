# SPDX-License-Identifier: Apache-2.0
"""The shape of the house, and how many files one more act, step or page touches."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.form import LONGEST_FILE
from tests.house import faults, imported
from tests.shape import CROWD, EXTENSIONS, MIDDLE, shape_faults
from tools.show.line import ROOT, Line

SOURCE = ROOT / "src" / "suluh"
DECISIONS = ROOT / "docs" / "decisions"
BASES = ("store", "workers", "simulator")
"""Rooms that may open a database."""

FEW = 4
TOUCHED = re.compile(r"^\|\s*an? (custody act|step|page)\s*\|\s*(\d+)\b", re.MULTILINE)
"""A row of a table under docs/decisions/: what was added, and how many production files that touched."""


def touched(_: Path) -> Iterator[Line]:
    """What a page of decisions measured; without one nothing is known."""
    text = "\n".join(page.read_text("utf-8") for page in sorted(DECISIONS.glob("*.md")))
    counts = {what: int(number) for what, number in TOUCHED.findall(text)}
    for what in ("custody act", "step", "page"):
        number = counts.get(what)
        figure = "no page of docs/decisions/ says it" if number is None else str(number)
        is_met = number is not None and number <= FEW
        yield Line(f"production files that one more {what} touches", figure, f"at most {FEW}", is_met)


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
