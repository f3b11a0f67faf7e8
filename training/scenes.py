# SPDX-License-Identifier: Apache-2.0
"""The worlds in which the scripts of each writer are played, to learn from and to measure on."""

from collections.abc import Sequence

from training.corpus import Script
from training.worlds import Scene, world

WORLDS, DAY_ONLY = 3, 2
"""Worlds a writer; the lines of the last know their day only."""


def worlds_of(scripts: Sequence[Script], writer: str) -> list[Scene]:
    """The worlds in which the scripts of one writer are played."""
    own = [one for one in scripts if one.writer == writer]
    return [world(own, f"{writer}{number}", dated=number != DAY_ONLY) for number in range(WORLDS)]


def ordinary_of(scripts: Sequence[Script], writer: str) -> Scene:
    """The scripts of one writer in which nothing is traded, as a case of their own."""
    own = [one for one in scripts if one.writer == writer and not one.deals]
    return world(own, f"ordinary {writer}", dated=True)
