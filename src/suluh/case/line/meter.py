# SPDX-License-Identifier: Apache-2.0
"""How far a step of a run has come, and how long it will take."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Progress(NamedTuple):
    """How far a step has come."""

    step: str
    done: int
    total: int | None
    """Null while it is not known."""

    rate: float
    """Values or files a second."""

    left: float | None
    """Seconds, null while the total is not known."""

    failures: int


Tell = Callable[[Progress], None]


def quiet(_: Progress) -> None:
    """Tells nobody."""


class Meter:
    """Counts what a step has done, and says so."""

    def __init__(self, step: str, tell: Tell, total: int | None) -> None:
        self._step, self._tell, self._total = step, tell, total
        self._done = self._failures = 0
        self._start = self._said = time.monotonic()

    def add(self, size: int = 1, *, failed: bool = False) -> None:
        """One more is done, or so many."""
        self._done += size
        self._failures += failed
        if time.monotonic() - self._said > 1:
            self.say()

    def say(self) -> None:
        """Tell the state of the step."""
        self._said = time.monotonic()
        rate = self._done / max(self._said - self._start, 1e-6)
        left = None if self._total is None else (self._total - self._done) / max(rate, 1e-6)
        self._tell(Progress(self._step, self._done, self._total, rate, left, self._failures))


@contextmanager
def stage(step: str, tell: Tell, total: int | None = None) -> Iterator[Meter]:
    """One stage of an act that takes long: told when it begins, while it counts, and when it is done."""
    meter = Meter(step, tell, total)
    meter.say()
    yield meter
    meter.say()
