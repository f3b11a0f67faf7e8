# SPDX-License-Identifier: Apache-2.0
"""Intervals hold as often as they say, and are written as people read them."""

from math import comb

import pytest

from suluh.trial.interval import interval, percent


@pytest.mark.parametrize("of", [30, 100, 400])
@pytest.mark.parametrize("true", [0.02, 0.1, 0.5, 0.9, 0.98])
def test_intervals_hold_the_truth_95_times_in_100_and_miss_it_on_neither_side_more_often(of: int, true: float) -> None:
    def share(wrong: list[int]) -> float:
        return sum(comb(of, one) * true**one * (1 - true) ** (of - one) for one in wrong)

    limits = [interval(right, of) for right in range(of + 1)]

    assert share([right for right, (low, _) in enumerate(limits) if low > true]) <= 0.025
    assert share([right for right, (_, high) in enumerate(limits) if high < true]) <= 0.025


def test_none_of_three_thousand_has_an_interval_of_two_sides_as_any_other_count() -> None:
    assert interval(0, 3000) == (0.0, pytest.approx(1 - 0.025 ** (1 / 3000)))
    assert interval(3000, 3000) == (pytest.approx(0.025 ** (1 / 3000)), 1.0)


def test_nothing_tried_says_nothing() -> None:
    assert interval(0, 0) == (0.0, 1.0)
    assert interval(2, 2) == (pytest.approx(0.158, abs=0.001), 1.0)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0"),
        (1.0, "100"),
        (0.5, "50"),
        (0.123456, "12.3"),
        (0.99912, "99.912"),
        (0.0004, "0.04"),
        (0.995, "99.5"),
        (1e-8, "0.001"),
        (1 - 1e-8, "99.999"),
    ],
)
def test_shares_near_the_ends_have_more_digits(share: float, text: str) -> None:
    assert percent(share) == text
