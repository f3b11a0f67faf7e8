# SPDX-License-Identifier: Apache-2.0
"""Chance that comes out the same for the same seed, on every machine."""

import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A stream of chance under a name: one stream never moves another."""

    def __init__(self, seed: int, name: str = "world") -> None:
        self.seed = seed
        self.name = name
        self._random = random.Random(f"suluh/{seed}/{name}")  # noqa: S311 # made-up data must come out the same again

    def stream(self, name: str) -> "Dice":
        """Another stream of the same seed."""
        return Dice(self.seed, f"{self.name}/{name}")

    def chance(self, share: float) -> bool:
        """True in this share of throws."""
        return self._random.random() < share

    def whole(self, low: int, high: int) -> int:
        """An integer from low to high, both included."""
        return self._random.randint(low, high)

    def between(self, low: float, high: float) -> float:
        """A number from low to high."""
        return low + (high - low) * self._random.random()

    def pick(self, values: Sequence[T]) -> T:
        """One of the values."""
        return values[self.whole(0, len(values) - 1)]

    def weighted(self, values: Sequence[T], weights: Sequence[float]) -> T:
        """One of the values, by weight."""
        return self._random.choices(values, weights)[0]

    def sample(self, values: Sequence[T], count: int) -> list[T]:
        """Some of the values, none twice; all of them where there are fewer."""
        return self._random.sample(values, min(count, len(values)))

    def skewed(self, median: float, spread: float) -> float:
        """A log-normal value: half lie under the median, a few far above."""
        return median * math.exp(spread * self._random.gauss(0, 1))

    def raw(self, count: int) -> bytes:
        """Bytes without meaning."""
        return self._random.randbytes(count)

    def digits(self, count: int) -> str:
        """Digits, the first not a zero."""
        return str(self.whole(10 ** (count - 1), 10**count - 1))
