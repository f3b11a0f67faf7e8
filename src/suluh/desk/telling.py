# SPDX-License-Identifier: Apache-2.0
"""How a long command says how far it is: a bar at a terminal, plain lines anywhere else."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn
from rich.progress import Progress as Bars
from rich.text import Text

from suluh.case.line.meter import Progress, Tell
from suluh.desk.printing import console

EVERY = 5.0
"""Seconds between two plain lines of one step."""

FAST = 10
"""From here on a rate needs no fraction."""


@contextmanager
def telling() -> Iterator[Tell]:
    """Where a run tells how far it is."""
    screen = console(stderr=True)
    if not screen.is_terminal:
        lines = _Lines(screen)
        yield lines.tell
        lines.close()
        return
    columns = (
        TextColumn("{task.description:<9}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[words]}", markup=False),
    )
    with Bars(*columns, console=screen) as bars:
        yield _Bars(bars).tell


class _Bars:
    """One bar a step."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def tell(self, progress: Progress) -> None:
        """Move the bar of a step."""
        if progress.step not in self._tasks:
            self._tasks[progress.step] = self._bars.add_task(progress.step, total=None, words="")
        task = self._tasks[progress.step]
        self._bars.update(task, total=progress.total, completed=progress.done, words=words(progress))


class _Lines:
    """A line now and then, and one at the end of each step."""

    def __init__(self, screen: Console) -> None:
        self._screen = screen
        self._said = 0.0
        self._last: Progress | None = None

    def tell(self, progress: Progress) -> None:
        """Print a step's state when it is due; the last of a step is always printed."""
        if self._last is not None and self._last.step != progress.step:
            self._print(self._last)
        self._last = progress
        if time.monotonic() - self._said >= EVERY:
            self._print(progress)
            self._last = None

    def close(self) -> None:
        """Print what was held back."""
        if self._last is not None:
            self._print(self._last)

    def _print(self, progress: Progress) -> None:
        self._said = time.monotonic()
        self._screen.print(Text(f"{progress.step}: {words(progress)}"), soft_wrap=True)


def words(progress: Progress) -> str:
    """How far, how fast, how long, what failed."""
    total = "" if progress.total is None else f" of {progress.total:,}"
    left = "" if not progress.left else f", {span(progress.left)} left"
    failed = f", {progress.failures:,} failed" if progress.failures else ""
    rate = f"{progress.rate:,.0f}" if progress.rate >= FAST else f"{progress.rate:.1f}"
    return f"{progress.done:,}{total}, {rate}/s{left}{failed}"


def span(seconds: float) -> str:
    """Seconds as a person says them."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {whole % 60:02} s" if minutes else f"{whole} s"
