# SPDX-License-Identifier: Apache-2.0
"""A unit whose commands begin as forks of the tests' process, which has all modules at hand.

They do what `suluh` does, with its words, environment and two streams: only a new interpreter, and more than a second
of imports, is left out. `tests/desk/test_server.py` and others start `suluh` itself.
"""

import os
import signal
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NoReturn

from tests.forked import Child, streams, warm
from tools.crash.command import _leave
from tools.unit import Unit

from suluh.case.line import line
from suluh.case.line.run import CONTAINERS
from suluh.desk import main as desk

JOBS = ("suluh.case.jobs.intake", line.PICTURES, line.READING)


class Started(Child):
    """A command that goes on beside us, with what it has printed so far."""

    def __init__(self, words: tuple[str, ...], told: dict[str, str]) -> None:
        _all_at_hand()
        self._printed = [os.memfd_create(name, os.MFD_CLOEXEC) for name in ("out", "errors")]
        super().__init__(lambda _: _be(words, told, self._printed))

    def printed(self) -> tuple[bytes, bytes]:
        """Both streams, once it has ended."""
        return tuple(os.pread(one, os.fstat(one).st_size, 0) for one in self._printed)

    def __del__(self) -> None:
        for one in self._printed:
            os.close(one)


class ForkedUnit(Unit):
    """A unit's folder and officer for one made-up case, as `tools.unit` drives it."""

    def start(self, *words: str) -> Started:
        return Started(words, self.environment())

    def call(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        started = self.start(*words)
        return subprocess.CompletedProcess(words, started.wait(), *started.printed())

    def lists(self, case: Path, names: Iterable[str], purpose: str = "comparing") -> dict[str, bytes]:
        return {what: self.must("show", str(case), what, "--json", "--purpose", purpose) for what in names}


@cache
def _all_at_hand() -> None:
    """Load once what every command loads, and every worker that a run begins."""
    desk.build(desk.command_names())
    for job in JOBS:
        warm(job, CONTAINERS)


def _be(words: tuple[str, ...], told: dict[str, str], printed: list[int]) -> NoReturn:
    """Be the command; never comes back."""

    def work() -> None:
        os.setsid()
        streams(os.open(os.devnull, os.O_RDWR), *printed)
        os.environ.clear()
        os.environ.update(told)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        desk.main(list(words))

    _leave(work)
    raise AssertionError
