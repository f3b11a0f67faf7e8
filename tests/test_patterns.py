# SPDX-License-Identifier: Apache-2.0
"""No text of an exhibit can make a pattern take longer than in proportion to its length."""

import re

import pytest
from tests.patterns import METHODS, RATIO, Found, figure, growth, patterns

SEEDS = 1
"""`make show TOPIC=ground` draws thirty."""


@pytest.fixture(scope="module")
def every() -> tuple[list[Found], list[str]]:
    """All of them, looked for where these tests run and not wherever tests are collected: it reads the whole source."""
    return patterns()


def test_patterns_are_found_in_every_room_that_reads_foreign_text(every: tuple[list[Found], list[str]]) -> None:
    found, _ = every
    rooms = {one.where.partition("/")[0] for one in found}

    assert {"case", "deals", "desk", "exhibits", "hashing", "persons", "readers"} <= rooms
    assert len(found) > 200


def test_every_pattern_that_a_function_makes_is_listed(every: tuple[list[Found], list[str]]) -> None:
    assert every[1] == []


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_pattern_is_linear(seed: int, every: tuple[list[Found], list[str]]) -> None:
    found = ((one, growth(one, seed, 2)) for one in every[0])

    assert [(one.where, seen.ratio, seen.text[:80]) for one, seen in found if figure(seen) > RATIO] == []


@pytest.mark.parametrize("slow", [r"(?:a+)+b", r"\d+%", r"\S+@\S+", r"x\s*y?\s*z", r"\s*to\s*", rb"a[0-9]*b?[0-9]*c"])
def test_a_pattern_that_is_not_linear_is_caught(slow: str | bytes) -> None:
    planted = Found("planted", re.compile(slow), METHODS)

    assert any(figure(growth(planted, seed, 1)) > RATIO for seed in range(30))
