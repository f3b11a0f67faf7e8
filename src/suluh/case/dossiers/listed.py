# SPDX-License-Identifier: Apache-2.0
"""Lists that a unit may edit: those that ship with the program, and the unit's own that stand in their place."""

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from suluh.model.errors import Misuse
from suluh.unit.folder import UnitFolder

Listed = tuple[Mapping[str, str], ...]


@cache
def shipped(name: str) -> Listed:
    """A list that ships with the program."""
    text = files("suluh.case.dossiers").joinpath("lists", f"{name}.csv").read_text("utf-8")
    return _read(name, text)


def own(unit: UnitFolder | None, name: str) -> Listed:
    """The unit's own list of a name, ``lists/NAME.csv`` in its folder, or else that of the program. Raises `Misuse`."""
    path = None if unit is None else unit.path / "lists" / f"{name}.csv"
    if path is None or not path.is_file():
        return shipped(name)
    found = _read(str(path), path.read_text("utf-8-sig"))
    needed = set(shipped(name)[0])
    if not found or set(found[0]) != needed:
        raise Misuse(f"{path} is no such list: it needs rows with the columns {', '.join(sorted(needed))}")
    return found


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some words or groups of words, each as a whole, however it is capitalised."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(one) for one in words)})\b", re.IGNORECASE)


def _read(name: str, text: str) -> Listed:
    rows = tuple(csv.DictReader(text.splitlines(), delimiter=";", strict=True))
    if any(None in row or None in row.values() for row in rows):
        raise Misuse(f"a line of {name} has other columns than its heading: see that list")
    return tuple({key: value.strip() for key, value in row.items()} for row in rows)
