# SPDX-License-Identifier: Apache-2.0
"""On what the limits of unseen/warnings.py rest: ``python -m bench.unseen`` prints it from made-up worlds."""

import statistics
from collections import defaultdict
from itertools import product

import numpy as np

from suluh.unseen.captures import Captures
from suluh.unseen.estimators.chao1 import Chao1
from suluh.unseen.estimators.chao1_bc import Chao1Corrected
from suluh.unseen.floors import lowest

PEOPLE, SPREADS, MEANS = (60, 100, 150, 300, 500, 1000, 2000), (0.0, 0.5, 1.0, 1.5), (0.1, 0.3, 0.5, 1.0, 3.0)
WORLDS = 60
BANDS = ((1, 2), (3, 5), (6, 10), (11, 20), (21, 10_000))
DRAWN, ONCE = 10, 0.2
"""Worlds of each kind for the floor, and the share of people who buy once and never again in half of them."""

SPLIT = 0.05
"""The share of people seen more than once whom two identifiers make two."""


def main() -> None:
    """How far apart limits lie by how many were seen twice, and what double counting does to Chao's bound."""
    rng = np.random.default_rng(1)
    found: dict[tuple[int, int], list[float]] = defaultdict(list)
    for people, spread, mean in product(PEOPLE, SPREADS, MEANS):
        for _ in range(WORLDS):
            captures = Captures.counted(_deals(rng, people, spread, mean))
            figure = Chao1Corrected().estimate(captures)
            for band in BANDS:
                if figure is not None and band[0] <= captures.f(2) <= band[1]:
                    found[band].append(figure.high / figure.low)
    for (least, most), ratios in sorted(found.items()):
        print(f"{least} to {most} seen twice: the upper limit is {statistics.median(ratios):.1f} times the lower")
    whole, split = zip(*(_bounds(rng) for _ in range(200)), strict=True)
    print(f"Chao's bound is {statistics.median(whole):.2f} of the truth, {statistics.median(split):.2f} with splits")
    held, of = floors()
    print(f"the floor is not above the truth in {held:,} of {of:,} worlds that have one")


def floors() -> tuple[int, int]:
    """How many floors are not above the truth, of how many: people of many rates, and some who buy once and no more."""
    rng, held, of = np.random.default_rng(3), 0, 0
    for people, spread, mean, once in product(PEOPLE, SPREADS, MEANS, (0.0, ONCE)):
        for _ in range(DRAWN):
            single = int(people * once)
            found = lowest(Captures.counted([*_deals(rng, people - single, spread, mean), *([1] * single)]))
            held += found is not None and found.least <= people
            of += found is not None
    return held, of


def _deals(rng: np.random.Generator, people: int, spread: float, mean: float) -> list[int]:
    """How often each of some people deals, at a rate of their own."""
    rates = mean * np.exp(rng.normal(0, spread, people) - spread**2 / 2)
    return [int(one) for one in rng.poisson(rates)]


def _bounds(rng: np.random.Generator) -> tuple[float, float]:
    """Chao's bound for 500 people as a share of them, and the same where some of them count twice."""
    times = _deals(rng, 500, 1.0, 1.0)
    parts = [one for many in times for one in _parts(rng, many)]
    figures = [Chao1().estimate(Captures.counted(one)) for one in (times, parts)]
    whole, split = (figure.point / 500 if figure else 0.0 for figure in figures)
    return whole, split


def _parts(rng: np.random.Generator, many: int) -> tuple[int, ...]:
    if many > 1 and rng.random() < SPLIT:
        first = int(rng.integers(1, many))
        return first, many - first
    return (many,)


if __name__ == "__main__":
    main()
