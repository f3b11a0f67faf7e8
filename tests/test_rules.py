# SPDX-License-Identifier: Apache-2.0
"""The page of a room names every number that its rules weigh by, with its value and its reason."""

import ast
import importlib
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from tests.each import each

ROOT = Path(__file__).parent.parent
ROOMS = ("persons", "network", "unseen", "leads")
NAME = re.compile(r"_?[A-Z][A-Z0-9_]*")
RULE = re.compile(r"^(\d+)\. ", re.MULTILINE)
ROW = re.compile(r"^\| (\d+) \| `([\w/]+\.py)` \| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
PLAIN = (0, 1, 2)
"""Numbers that need no name: none, one, and the two of a pair or of a half."""


def files(room: str) -> list[Path]:
    return sorted((ROOT / "src" / "suluh" / room).rglob("*.py"))


def page(room: str) -> str:
    return (ROOT / "docs" / f"{room}.md").read_text("utf-8")


def named(tree: ast.Module) -> Iterator[tuple[ast.Assign, list[str]]]:
    """Assignments of a module to names that are written large."""
    for one in tree.body:
        if isinstance(one, ast.Assign):
            names = [name.id for target in one.targets for name in ast.walk(target) if isinstance(name, ast.Name)]
            if all(map(NAME.fullmatch, names)):
                yield one, names


def numbers(path: Path, room: str) -> Iterator[tuple[str, str, float]]:
    """File, name and value of every number that a file of a room names."""
    inside = path.relative_to(ROOT / "src" / "suluh" / room)
    module = importlib.import_module(".".join(("suluh", room, *inside.with_suffix("").parts)).removesuffix(".__init__"))
    for _, names in named(ast.parse(path.read_text("utf-8"))):
        for name in names:
            value = getattr(module, name)
            if isinstance(value, int | float | Fraction) and not isinstance(value, bool):
                yield inside.as_posix(), name, float(value)


def told(text: str) -> list[tuple[str, str, float]]:
    """The same as the table of a page tells it."""
    return [(file, name, _value(value)) for _, file, name, value, _ in ROW.findall(text)]


def _value(text: str) -> float:
    base, _, power = text.replace(",", "").partition("^")
    return float(Fraction(base)) ** int(power or 1)


def loose(source: str) -> list[str]:
    """Numbers without a name, by line: in a function, or as an argument of something named."""
    tree = ast.parse(source)
    plain = [one for one, _ in named(tree) if not any(isinstance(part, ast.keyword) for part in ast.walk(one))]
    inside = {id(part) for one in plain for part in ast.walk(one)}
    found = [one for one in ast.walk(tree) if isinstance(one, ast.Constant) and id(one) not in inside]
    return [f"{one.lineno}: {one.value}" for one in found if type(one.value) in {int, float} and one.value not in PLAIN]


def reasonless(source: str) -> list[str]:
    """Named numbers that no sentence follows."""
    tree = ast.parse(source)
    follows = dict(zip(tree.body, [*tree.body[1:], None], strict=True))
    return [
        name
        for one, names in named(tree)
        for name in names
        if _is_number(one.value)
        and not (isinstance(after := follows[one], ast.Expr) and isinstance(after.value, ast.Constant))
    ]


def _is_number(value: ast.expr) -> bool:
    parts = [one for one in ast.walk(value) if isinstance(one, ast.Constant)]
    return bool(parts) and all(type(one.value) in {int, float} for one in parts)


@pytest.mark.parametrize("room", ROOMS)
def test_the_page_of_a_room_tells_each_of_its_numbers_and_no_other(room):
    found = sorted(one for path in files(room) for one in numbers(path, room))

    assert found
    assert sorted(told(page(room))) == found


@pytest.mark.parametrize("room", ROOMS)
def test_the_rules_of_a_page_are_numbered_without_gaps(room):
    rules = [int(one) for one in RULE.findall(page(room))]

    assert rules == list(range(1, len(rules) + 1))
    assert {int(one[0]) for one in ROW.findall(page(room))} <= set(rules)


@each("path", [one for room in ROOMS for one in files(room)], lambda path: path.stem)
def test_every_number_has_a_name_and_a_reason(path):
    source = path.read_text("utf-8")

    assert reasonless(source) == []
    assert path.parent.name == "estimators" or loose(source) == [], "only published formulas hold bare numbers"


def test_a_number_without_name_or_reason_is_found():
    bare = 'TERM = Term(score=7)\nMOST = 3\nLEAST = 4\n"""Set by hand."""\n\ndef f(a):\n    return 5 * a + 2\n'

    assert loose(bare) == ["1: 7", "7: 5"]
    assert "MOST" in reasonless(bare)
    assert "LEAST" not in reasonless(bare)


def test_a_row_tells_file_name_and_value():
    text = "| 3 | `rules/a.py` | `_MOST` | -1,000 | set by hand |\n| 4 | `b.py` | `ERROR` | 1/20 | usual |\n"

    assert told(text) == [("rules/a.py", "_MOST", -1000.0), ("b.py", "ERROR", 0.05)]
