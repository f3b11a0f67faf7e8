# SPDX-License-Identifier: Apache-2.0
"""How the time of every pattern over foreign text grows with the text."""

from collections.abc import Iterator
from pathlib import Path

from tests.patterns import LARGE, RATIO, SMALL, figure, growth
from tests.patterns import patterns as every_pattern
from tools.show.ground.sizes import sized
from tools.show.line import Line

SEEDS, FEW = 30, 1


def patterns(_: Path) -> Iterator[Line]:
    """The worst ratio of two times of any pattern over all seeds; each that is over the goal has a line of its own."""
    found, unknown = every_pattern()
    seeds = sized(SEEDS, FEW)
    worst = [(max(figure(growth(one, seed)) for seed in range(seeds)), one.where) for one in found]
    ratio, where = max(worst)
    what = f"time of {len(found)} patterns on {LARGE:,} characters over that on {SMALL:,}, {seeds} seeds"
    yield Line(what, f"at most {ratio:.1f}, by {where}", f"at most {RATIO:.0f}", ratio <= RATIO)
    yield Line("patterns that a function makes and nobody lists", str(len(unknown)), "0", not unknown)
    for one, where in worst:
        if one > RATIO:
            yield Line(where, f"{one:.1f}", f"at most {RATIO:.0f}", is_met=False)
