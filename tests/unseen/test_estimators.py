# SPDX-License-Identifier: Apache-2.0
"""What every estimator must do, whatever it is given; a new file is asked the same."""

import math
from itertools import product

import numpy as np
import pytest
from tests.each import each

from suluh.unseen.captures import Captures
from suluh.unseen.estimator import MOST, Estimator
from suluh.unseen.floors import estimators, lowest

DEGENERATE = [
    Captures({}),
    Captures({1: 1}),
    Captures({1: 500}),
    Captures({2: 1}),
    Captures({3: 4}),
    Captures({1: 10_000, 2: 1}),
    Captures({1: 1, 2: 1_000_000}),
    Captures({1: 5, 2: 3, 900: 1}),
    Captures({1: 5, 2: 3}, units=3),
    Captures({1: 5}, units=1),
    Captures({}, units=0),
]


@each("one, captures", product(estimators(), DEGENERATE), lambda case: f"{case[0].name} of {case[1]}")
def test_a_figure_is_finite_and_no_smaller_than_what_was_seen(one: Estimator, captures: Captures) -> None:
    figure = one.estimate(captures)

    if figure is not None:
        assert captures.seen <= figure.low <= figure.point <= MOST * captures.seen
        assert math.isfinite(figure.low)


@pytest.mark.parametrize("one", estimators(), ids=lambda one: one.name)
def test_every_estimator_says_itself_and_what_it_assumes(one: Estimator) -> None:
    assert (type(one).__doc__ or "").strip()
    assert one.assumes
    assert all(sentence.endswith(".") for sentence in one.assumes)


def world(rng: np.random.Generator, people: int, spread: float) -> Captures:
    """People who deal as often as chance has it: equally (no spread), or each at a rate of their own."""
    rates = np.exp(rng.normal(0, spread, people) - spread**2 / 2)
    return Captures.counted(rng.poisson(rates).tolist())


def test_a_homogeneous_world_is_covered_as_promised() -> None:
    rng, chao1 = np.random.default_rng(7), next(one for one in estimators() if one.name == "chao1")

    figures = [chao1.estimate(world(rng, 500, 0.0)) for _ in range(300)]
    held = sum(one is not None and one.low <= 500 <= one.high for one in figures)

    assert 0.92 <= held / 300 <= 0.98


@pytest.mark.parametrize("spread", [0.0, 0.5, 1.0, 1.5])
def test_the_floor_holds_in_made_up_worlds(spread: float) -> None:
    rng = np.random.default_rng(11)

    floors = [lowest(world(rng, 300, spread)) for _ in range(200)]

    assert sum(one is None or one.least <= 300 for one in floors) >= 190


def test_the_floor_holds_where_every_fifth_buys_once_and_never_again() -> None:
    rng = np.random.default_rng(13)

    def once() -> Captures:
        regular = rng.poisson(3 * np.exp(rng.normal(-0.5, 1.0, 400)))
        return Captures.counted([*regular.tolist(), *([1] * 100)])

    floors = [lowest(once()) for _ in range(200)]
    assert sum(one is None or one.least <= 500 for one in floors) >= 190
