# SPDX-License-Identifier: Apache-2.0
"""The shape of the whole house: how many files a folder has, how long they are, and no import in a circle."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median

from tests.house import read

CROWD = 16
MIDDLE = 100
"""Half of all files have at most so many lines."""

EXTENSIONS = frozenset(
    {"readers", "hashing/kinds", "hashing/sets/formats", "persons/rules", "deals/rules", "unseen/estimators"}
    | {
        "referral/forms",
        "referral/formats",
        "referral/worklists",
        "workers/engines",
        "simulator/writers",
        "trial/parts",
    }
    | {"case/views", "case/checks", "desk/pages", "desk/commands"}
)
"""Folders in which one file is one extension: there may be any number of them."""


def shape_faults(root: Path) -> Iterator[str]:
    """Every broken rule of shape in a source tree, as ``folder: sentence``."""
    files = [path for path in sorted(root.rglob("*.py")) if path.name != "__init__.py"]
    for folder in sorted({path.parent for path in files}):
        where, count = folder.relative_to(root).as_posix(), sum(path.parent == folder for path in files)
        if count > CROWD and where not in EXTENSIONS:
            yield f"{where}: {count} files are more than {CROWD}: give what answers one question a folder"
    lines = [path.read_text("utf-8").count("\n") for path in files]
    if lines and median(lines) > MIDDLE:
        yield f".: half of all files have {median(lines):.0f} lines or more, more than {MIDDLE}"
    try:
        TopologicalSorter(_imports(root)).prepare()
    except CycleError as error:
        yield f".: imports go in a circle: {' -> '.join(error.args[1])}"


def _imports(root: Path) -> Mapping[str, frozenset[str]]:
    """The modules of the tree that each module imports, wherever in it, for typing as well."""
    paths = {_module(path, root): path for path in sorted(root.rglob("*.py"))}
    found = {}
    for name, path in paths.items():
        found[name] = read(path, root).imports & paths.keys() - {name}
    return found


def _module(path: Path, root: Path) -> str:
    return ".".join(("suluh", *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__")
