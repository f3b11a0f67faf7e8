# SPDX-License-Identifier: Apache-2.0
"""Limits from a sample are those of the hypergeometric test turned round, and hold as often as they say."""

from fractions import Fraction
from itertools import product
from math import comb

import pytest

from suluh.unseen.exact import ERROR, Limits, Part, limits, together

HALF = ERROR / 2
MOST = 14
TWO_STRATA = [((12, 5), (20, 6)), ((15, 4), (6, 6)), ((8, 1), (8, 7))]


def chance(of: int, have: int, drawn: int, found: int) -> Fraction:
    """That exactly so many of those drawn have it."""
    return Fraction(comb(have, found) * comb(of - have, drawn - found), comb(of, drawn))


def turned_round(of: int, drawn: int, found: int) -> Limits:
    """Every number that the test does not reject, by trying each."""
    kept = [
        have
        for have in range(found, of - drawn + found + 1)
        if sum(chance(of, have, drawn, one) for one in range(found, drawn + 1)) > HALF
        and sum(chance(of, have, drawn, one) for one in range(found + 1)) > HALF
    ]
    return Limits(min(kept), max(kept))


@pytest.mark.parametrize("of", range(1, MOST + 1))
def test_limits_are_what_trying_every_number_gives(of: int) -> None:
    for drawn in range(1, of + 1):
        for found in range(drawn + 1):
            assert limits(Part(of, drawn, found)) == turned_round(of, drawn, found), (of, drawn, found)


@pytest.mark.parametrize(("of", "drawn"), [(1, 1), (9, 2), (30, 7), (41, 20), (60, 59), (100, 10)])
def test_limits_hold_at_95_percent_whatever_the_truth(of: int, drawn: int) -> None:
    found = [limits(Part(of, drawn, one)) for one in range(drawn + 1)]

    for have in range(of + 1):
        held = [one for one in range(drawn + 1) if found[one].low <= have <= found[one].high]
        assert sum(chance(of, have, drawn, one) for one in held) >= 1 - ERROR, have


@pytest.mark.parametrize(("left", "right"), TWO_STRATA)
def test_limits_of_two_strata_hold_together(left: tuple[int, int], right: tuple[int, int]) -> None:
    draws = list(product(range(left[1] + 1), range(right[1] + 1)))
    found = {(one, two): together([Part(*left, one), Part(*right, two)]) for one, two in draws}

    for have, more in product(range(left[0] + 1), range(right[0] + 1)):
        held = [draw for draw in draws if found[draw].low <= have + more <= found[draw].high]
        ways = (chance(left[0], have, left[1], one) * chance(right[0], more, right[1], two) for one, two in held)
        assert sum(ways) >= 1 - ERROR, (have, more)


def test_what_was_drawn_whole_has_no_error() -> None:
    assert [limits(Part(9, 9, found)) for found in range(10)] == [Limits(found, found) for found in range(10)]
    assert together([Part(9, 9, 4), Part(3, 3, 0)]) == Limits(4, 4)
    assert together([Part(9, 9, 4), Part(300, 100, 45)]) == Limits(4 + 111, 4 + 160)


def test_none_found_is_not_none_and_all_found_is_not_all() -> None:
    assert limits(Part(of=500, drawn=100, found=0)) == Limits(0, 16)
    assert limits(Part(of=500, drawn=100, found=100)) == Limits(484, 500)


def test_limits_lie_one_within_those_that_name_the_last_number_rejected() -> None:
    """The package samplingbook for R prints 110 to 161 and 1 to 19 for these, of which the test rejects both ends."""
    assert limits(Part(of=300, drawn=100, found=45)) == Limits(110 + 1, 161 - 1)
    assert limits(Part(of=300, drawn=100, found=2)) == Limits(1 + 1, 19 - 1)


def test_a_number_whose_chance_is_exactly_half_the_error_is_rejected() -> None:
    assert limits(Part(of=40, drawn=1, found=1)) == Limits(2, 40)
    assert limits(Part(of=39, drawn=1, found=1)) == Limits(1, 39)


def test_limits_of_the_largest_sample_are_exact() -> None:
    of, drawn, found = 750_000, 10_000, 2

    low, high = limits(Part(of, drawn, found))

    def at_most(have: int, so_many: int) -> Fraction:
        return sum((chance(of, have, drawn, one) for one in range(so_many + 1)), Fraction(0))

    assert 1 - at_most(low - 1, found - 1) <= HALF < 1 - at_most(low, found - 1)
    assert at_most(high + 1, found) <= HALF < at_most(high, found)


def test_what_is_disputed_counts_for_the_upper_limit_alone() -> None:
    without, with_all = limits(Part(300, 100, 45)), limits(Part(300, 100, 48))

    assert limits(Part(of=300, drawn=100, found=45, disputed=3)) == Limits(without.low, with_all.high)
