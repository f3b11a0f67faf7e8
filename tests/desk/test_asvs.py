# SPDX-License-Identifier: Apache-2.0
"""docs/asvs.md answers every item of level 2 once, counts itself, and names only tests that there are."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.each import each

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "docs" / "asvs.md").read_text("utf-8")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
ROWS = ROW.findall(TEXT)
ASKED = {
    1: (2, 9, 11, 3, 2),
    2: (3, 3, 4, 1),
    3: (0, 2, 4, 6, 5, 0, 2),
    4: (3, 1, 2, 4),
    5: (1, 3, 2, 3),
    6: (3, 12, 4, 4, 5, 3, 0, 4),
    7: (3, 4, 2, 5, 2, 2),
    8: (2, 3, 1, 1),
    9: (3, 4),
    11: (2, 3, 3, 4, 1, 1),
    12: (3, 2, 4),
    13: (1, 5, 2, 5),
    14: (2, 4, 3),
    15: (3, 3, 7),
    16: (1, 5, 4, 3, 3),
}
"""How many items of levels 1 and 2 each section of the standard asks, by chapter: OAuth and WebRTC are left out."""

MORE = {"1.2.10", "5.2.5", "5.2.6", "5.3.3", "7.5.3", "16.5.4"}
"""Items of level 3 that are answered as well."""

LEAST = 80


def numbers(text):
    """The numbers that a list names, with those between two that stand with ``to``."""
    for first, last in re.findall(r"(\d+\.\d+\.\d+)(?: to (\d+\.\d+\.\d+))?", text):
        yield first
        yield from between(first, last) if last else ()


def between(first, last):
    """Every item of the standard after the first up to the last."""
    start, end = (tuple(map(int, one.split("."))) for one in (first, last))
    for chapter, sections in ASKED.items():
        for section, size in enumerate(sections, 1):
            for number in range(1, size + 1):
                if start < (chapter, section, number) <= end:
                    yield f"{chapter}.{section}.{number}"


def left_aside():
    """The items that do not apply."""
    return [one for line in re.findall(r"^Does not apply: (.*?): ", TEXT, re.MULTILINE) for one in numbers(line)]


def test_every_item_of_level_2_stands_here_once():
    answered = [row[0] for row in ROWS]
    found = [*answered, *left_aside()]

    assert len(found) == len(set(found))
    assert len(set(found) - MORE) == sum(map(sum, ASKED.values()))
    assert set(answered) >= MORE


def test_the_page_counts_itself():
    tested = sum(row[3] != "none" for row in ROWS)

    assert f"{len(ROWS)} items apply and are answered; {tested} of them ({tested * 100 // len(ROWS)} %)" in TEXT
    assert tested * 100 >= LEAST * len(ROWS)


def test_every_answer_says_something():
    assert [row[0] for row in ROWS if len(row[2]) < len("None.")] == []


@cache
def functions(path: str) -> frozenset[str]:
    """The names of all functions of a file."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef))


@each("number", sorted({row[0] for row in ROWS}))
def test_every_test_that_it_names_is_there(number):
    [cell] = [row[3] for row in ROWS if row[0] == number]

    for named in re.findall(r"`([^`]+)`", cell):
        path, _, name = named.partition("::")
        assert name in functions(path), named
