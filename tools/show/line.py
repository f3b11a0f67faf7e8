# SPDX-License-Identifier: Apache-2.0
"""A line of a milestone: what was measured, the goal, and whether it was reached."""

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Line:
    """One measured line."""

    what: str
    figure: str
    goal: str
    is_met: bool

    def text(self) -> str:
        """The line as it is printed."""
        return f"{'pass ' if self.is_met else 'SHORT'}  {self.what}: {self.figure} (goal: {self.goal})"


Measure = Callable[[Path], Iterator[Line]]
"""Measures in a scratch folder and yields its lines."""


def show(measures: Mapping[str, Measure], names: list[str]) -> int:
    """Run the measures of these names, or all, and print their lines; 1 when one is short."""
    unknown = sorted(set(names) - set(measures))
    if unknown:
        print(f"no measure is called {', '.join(unknown)}: choose of {', '.join(measures)}")
        return 2
    short = 0
    for name in names or list(measures):
        with tempfile.TemporaryDirectory(prefix="suluh-show-") as folder:
            for line in measures[name](Path(folder)):
                short += not line.is_met
                print(line.text(), flush=True)
    print(f"{short} short")
    return min(short, 1)


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    start = time.monotonic()
    work()
    return time.monotonic() - start
