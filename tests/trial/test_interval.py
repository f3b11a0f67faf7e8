# SPDX-License-Identifier: Apache-2.0
"""Intervals hold as often as they say, and are written as people read them."""

from math import comb

import pytest

from suluh.trial.interval import interval, percent


@pytest.mark.parametrize("of", [30, 100, 400])
@pytest.mark.parametrize("true", [0.02, 0.1, 0.5, 0.9, 0.98])
def test_intervals_hold_the_truth_95_times_in_100_or_nearly(of: int, true: float) -> None:
    held = [right for right in range(of + 1) if interval(right, of)[0] <= true <= interval(right, of)[1]]

    assert sum(comb(of, one) * true**one * (1 - true) ** (of - one) for one in held) >= 0.92


def test_none_of_three_thousand_is_at_most_one_in_a_thousand() -> None:
    assert interval(0, 3000) == (0.0, 0.001)
    assert interval(3000, 3000) == (0.999, 1.0)


def test_nothing_tried_says_nothing() -> None:
    assert interval(0, 0) == (0.0, 1.0)
    assert interval(2, 2) == (0.0, 1.0)


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
