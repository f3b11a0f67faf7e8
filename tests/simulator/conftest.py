# SPDX-License-Identifier: Apache-2.0
"""Made-up cases for the tests of the simulator."""

import pytest

from suluh.simulator.simulate import simulate
from suluh.simulator.world.world import World

SMALL = {"buyers": 8, "deals": 25, "days": 20, "pictures": 60, "picture_side": 48}


@pytest.fixture(scope="session")
def small():
    """Sizes of a case that is made in a blink."""
    return SMALL


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A small made-up case: its folder and its truth."""
    folder = tmp_path_factory.mktemp("made")
    return folder, simulate(folder, 7, **SMALL)


@pytest.fixture
def world():
    return World(1, side=32)
