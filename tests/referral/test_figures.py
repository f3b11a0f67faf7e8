# SPDX-License-Identifier: Apache-2.0
"""No small number can be worked out of the statistics."""

import os
import random

import pytest

from suluh.referral.says.figures import SMALL, broken_down

SEED = int(os.environ.get("SULUH_SEED", "20261125"))


def test_a_breakdown_with_a_small_number_is_left_out_whole() -> None:
    lines = list(broken_down("deals", {"sale": 90, "gift": 3, "barter": 0}))

    assert [(one.what, one.of, one.count) for one in lines] == [("deals", None, "93")]


def test_a_breakdown_of_large_numbers_adds_up() -> None:
    lines = list(broken_down("deals", {"sale": 90, "gift": 10, "barter": 0}))

    assert [(one.of, one.count) for one in lines] == [(None, "100"), ("barter", "0"), ("gift", "10"), ("sale", "90")]


@pytest.mark.parametrize("sizes", [{}, {"sale": 0}, {"sale": 1}, {"sale": 9}, {"sale": 4, "gift": 5}])
def test_a_small_total_is_no_number(sizes: dict[str, int]) -> None:
    [total, *parts] = broken_down("deals", sizes)

    assert total.count == ("<10" if sum(sizes.values()) else "0")
    assert all(one.count == "0" for one in parts)


def test_no_subtraction_over_published_breakdowns_of_one_total_gives_a_small_number() -> None:
    chance = random.Random(SEED)  # noqa: S311 # a seed makes it run again
    for _ in range(500):
        size = chance.randrange(200)
        tables = [_parts(size, chance) for _ in range(3)]
        lines = [one for parts in tables for one in broken_down("deals", parts)]
        shown = {int(one.count) for one in lines if one.count.isdecimal()}

        hidden = {part for parts in tables for part in parts.values() if 0 < part < SMALL}
        assert not hidden & (shown | {abs(one - other) for one in shown for other in shown if other == size} - {0})


def _parts(size: int, chance: random.Random) -> dict[str, int]:
    """A number in three parts."""
    first = chance.randint(0, size)
    second = chance.randint(0, size - first)
    return {"sale": first, "gift": second, "barter": size - first - second}
