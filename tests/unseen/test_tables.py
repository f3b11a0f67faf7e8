# SPDX-License-Identifier: Apache-2.0
"""Published tables are reproduced to their printed digits."""

import doctest
import importlib
import pkgutil

import pytest

import suluh.unseen
from suluh.unseen.captures import Captures, coverage
from suluh.unseen.estimator import Estimator
from suluh.unseen.estimators.chao1 import Chao1
from suluh.unseen.floors import estimators, lowest

COTTONTAIL = Captures.of((43, 16, 8, 6, 0, 2, 1))
TRAFFIC = Captures.of((1317, 239, 42, 14, 4, 4, 1))
IMMIGRANTS = Captures.of((1645, 183, 37, 13, 1, 1))
GIRDLED = Captures({1: 12, 2: 4, 4: 1, 6: 2, 8: 1, 9: 1, 15: 2, 17: 1, 22: 1, 46: 1})
GOLF_TEES = Captures.of((46, 28, 21, 13, 23, 14, 6, 11))

POINTS = [
    ("cottontail", COTTONTAIL, "chao1", 134, 0),
    ("cottontail", COTTONTAIL, "chao1-bc", 129.118, 3),
    ("cottontail", COTTONTAIL, "ace", 132.627, 3),
    ("cottontail", COTTONTAIL, "poisson", 100.41, 2),
    ("cottontail", COTTONTAIL, "zelterman", 144.80, 2),
    ("cottontail", COTTONTAIL, "geometric", 163.52, 2),
    ("traffic", TRAFFIC, "chao1", 5250, 0),
    ("traffic", TRAFFIC, "ace", 5684, 0),
    ("traffic", TRAFFIC, "zelterman", 5325.65, 2),
    ("traffic", TRAFFIC, "poisson", 4351.15, 2),
    ("traffic", TRAFFIC, "geometric", 8077.12, 2),
    ("immigrants", IMMIGRANTS, "chao1", 9273.5, 1),
    ("immigrants", IMMIGRANTS, "poisson", 7079.9, 1),
    ("immigrants", IMMIGRANTS, "zelterman", 9424.56, 2),
    ("girdled spiders", GIRDLED, "chao1-small", 43.893, 3),
    ("golf tees", GOLF_TEES, "chao1", 199.79, 2),
    ("golf tees", GOLF_TEES, "zelterman", 230.11, 2),
    ("golf tees", GOLF_TEES, "poisson", 168.62, 2),
    ("golf tees", GOLF_TEES, "geometric", 230.34, 2),
]
INTERVALS = [
    (COTTONTAIL, "chao1", (102, 202), 0),
    (COTTONTAIL, "poisson", (89.4, 120.6), 1),
    (COTTONTAIL, "zelterman", (105.8, 234.9), 1),
    (COTTONTAIL, "geometric", (132.1, 212.6), 1),
    (TRAFFIC, "chao1", (4684, 5919), 0),
    (IMMIGRANTS, "zelterman", (8198.6, 10888.3), 1),
    (GIRDLED, "chao1-small", (30.511, 96.971), 3),
    (GOLF_TEES, "zelterman", (191.9, 317.1), 1),
    (GOLF_TEES, "poisson", (165.0, 176.7), 1),
    (GOLF_TEES, "geometric", (210.9, 257.5), 1),
]
ERRORS = [(COTTONTAIL, "chao1", 24.02, 2), (TRAFFIC, "chao1", 314.18, 2), (IMMIGRANTS, "chao1", 662.6, 1)]
KNOWN = [(COTTONTAIL, 135), (TRAFFIC, 9_461), (GOLF_TEES, 250)]
MODULES = sorted(one.name for one in pkgutil.walk_packages(suluh.unseen.__path__, "suluh.unseen."))


def named(name: str) -> Estimator:
    return next(one for one in estimators() if one.name == name)


@pytest.mark.parametrize(("table", "captures", "name", "printed", "digits"), POINTS)
def test_points_are_as_printed(table: str, captures: Captures, name: str, printed: float, digits: int) -> None:
    figure = named(name).estimate(captures)

    assert figure is not None, table
    assert round(figure.point, digits) == printed


@pytest.mark.parametrize(("captures", "name", "printed", "digits"), INTERVALS)
def test_intervals_are_as_printed(captures: Captures, name: str, printed: tuple[float, float], digits: int) -> None:
    figure = named(name).estimate(captures)

    assert figure is not None
    assert (round(figure.low, digits), round(figure.high, digits)) == printed


@pytest.mark.parametrize(("captures", "name", "printed", "digits"), ERRORS)
def test_standard_errors_are_as_printed(captures: Captures, name: str, printed: float, digits: int) -> None:
    figure = named(name).estimate(captures)

    assert figure is not None
    assert round(figure.error, digits) == printed


def test_the_coverage_of_the_girdled_spiders_is_as_printed() -> None:
    assert round(coverage(GIRDLED), 4) == 0.9289


@pytest.mark.parametrize(("captures", "true"), KNOWN)
def test_the_floor_holds_where_the_truth_is_known(captures: Captures, true: int) -> None:
    found = lowest(captures)

    assert found is not None
    assert captures.seen <= found.least <= true


def test_the_interval_misses_the_traffic_table_so_no_interval_is_promised() -> None:
    figure = Chao1().estimate(TRAFFIC)

    assert figure is not None
    assert figure.high < 9_461


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    module = importlib.import_module(name)

    assert doctest.testmod(module, optionflags=doctest.ELLIPSIS).failed == 0
