# SPDX-License-Identifier: Apache-2.0
"""No small number can be worked out of a table that leaves the unit, or of two of them."""

import random
from collections.abc import Iterator, Mapping
from itertools import product

import pytest

from suluh.referral.statistics.counted import Counted
from suluh.referral.statistics.hide import BELOW, GONE, OPEN, SMALL, Shown, hidden
from suluh.referral.statistics.intervals import change, share
from suluh.referral.statistics.tables import groups, published

MOST = 40
"""So far a reader tries for what is hidden."""


def worlds(shown: Shown) -> Iterator[tuple[int, ...]]:
    """All that the parts may be, for a reader who sees a table and adds up."""
    options = [
        range(1, SMALL) if text == BELOW else range(MOST) if text == GONE else (int(text),)
        for text in shown.parts.values()
    ]
    for values in product(*options):
        total = sum(values)
        if shown.total == GONE or (shown.total == BELOW and 0 < total < SMALL) or shown.total == str(total):
            yield values


def drawn(seed: int) -> dict[str, int]:
    draw = random.Random(seed)  # noqa: S311 # a test draws its tables by number
    return {name: draw.choice((0, 1, 2, 9, 10, 11, draw.randrange(MOST))) for name in "abc"[: draw.randrange(1, 4)]}


@pytest.mark.parametrize("seed", range(60))
def test_no_small_part_is_told_by_its_total(seed: int) -> None:
    parts = drawn(seed)
    shown = hidden(parts)

    found = list(worlds(shown))
    small = [at for at, size in enumerate(parts.values()) if 0 < size < SMALL]

    assert tuple(parts.values()) in found
    assert [at for at in small if len({values[at] for values in found}) < OPEN] == []


@pytest.mark.parametrize("seed", range(60))
def test_no_small_change_is_told_by_two_tables(seed: int) -> None:
    old = drawn(seed)
    new = {name: size + random.Random(seed + at).choice((0, 0, 3, 15)) for at, (name, size) in enumerate(old.items())}  # noqa: S311 # as above

    first = hidden(old)
    second = hidden(new, [first])

    assert not any(map(_is_small, _differences(first, second)))


def _differences(one: Shown, other: Shown) -> Iterator[int]:
    for before, after in ((one.total, other.total), *((one.parts[name], other.parts[name]) for name in one.parts)):
        if before.isdecimal() and after.isdecimal():
            yield int(after) - int(before)
    rests = [
        int(x.total) - sum(int(y) for y in x.parts.values() if y.isdecimal())
        for x in (one, other)
        if x.total.isdecimal()
    ]
    if len(rests) == 2:  # of both tables
        yield rests[1] - rests[0]


def _is_small(step: int) -> bool:
    return 0 < abs(step) < SMALL


def counted(case: str, year: int, **sizes: int) -> Counted:
    return Counted(case, year, {(name, ""): size for name, size in sizes.items()}, {})


def test_a_case_that_is_larger_than_all_others_is_shown_apart() -> None:
    made = groups([counted("1", 2026, deals=90), counted("2", 2026, deals=20)], {})

    assert made["largest", "deals", "2026"] == {"perkara terbesar / largest case": 90, "perkara lain / other cases": 20}


def test_within_the_unit_nothing_is_hidden() -> None:
    made: Mapping[tuple[str, str, str], dict[str, int]] = groups([counted("1", 2026, deals=3)], {"1": "Jawa Barat"})

    assert published(made, (), inside=True)["provinces", "deals", "2026"] == Shown("3", {"Jawa Barat": "3"})
    assert published(made, (), inside=False)["provinces", "deals", "2026"].total == BELOW


def test_exact_intervals_hold_what_they_say() -> None:
    low, high = share(0, 20)

    assert (low, round(high, 4)) == (0.0, 0.1684)
    assert change(20, 22).low < 0 < change(20, 22).high
