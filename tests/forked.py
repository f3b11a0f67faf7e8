# SPDX-License-Identifier: Apache-2.0
"""Begins the locked workers of a test as forks of its own process, which has all modules at hand.

They lock themselves and are tried as ever: only a new interpreter, and a second of imports, is left out. Tests of
`tests/workers`, and whatever starts `suluh` itself, begin them as it does.
"""

import faulthandler
import gc
import importlib
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NoReturn, cast

from suluh.model.evidence.work import Job
from suluh.workers.child import child, preload
from suluh.workers.child.chain import Chain
from suluh.workers.parent.worker import environment
from suluh.workers.wire import wire

PAUSE = 0.001


class Child:
    """A fork of this process that does one thing, as far as its parent asks a `Popen`."""

    def __init__(self, be: Callable[[int], NoReturn]) -> None:
        parent = os.getpid()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of a fork beside threads: it uses none of them
            self.pid = os.fork()
        if not self.pid:
            be(parent)
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """How it ended; null while it goes on."""
        if self.returncode is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if done else None
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """How it ended. Raises `TimeoutExpired`."""
        since = time.monotonic()
        while self.returncode is None:
            done, status = os.waitpid(self.pid, 0 if timeout is None else os.WNOHANG)
            if done:
                self.returncode = os.waitstatus_to_exitcode(status)
            elif timeout is not None and time.monotonic() - since > timeout:
                raise subprocess.TimeoutExpired("a forked worker", timeout)
            else:
                time.sleep(PAUSE)
        return self.returncode

    def kill(self) -> None:
        """End it."""
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)


class Forked(Child):
    """A worker that is a fork of this process."""

    def __init__(self, start: wire.Start, end: int, errors: int) -> None:
        warm(start.job, start.containers)
        super().__init__(lambda parent: _be(parent, end, errors))


@cache
def warm(job: str, containers: str | None) -> None:
    """Load here once what each worker of a job loads at its start."""
    preload.warm()
    Chain(containers)
    cast("Job", importlib.import_module(job)).warm()
    importlib.import_module("suluh.workers.child.database")


def _be(parent: int, end: int, errors: int) -> NoReturn:
    """Be the worker, with nothing of the test but its memory; never comes back."""
    code = 70
    try:
        gc.freeze()  # what a test left behind would close files by numbers that are others here
        faulthandler.disable()
        os.setsid()
        os.chdir("/")
        nothing = os.open(os.devnull, os.O_RDWR)
        streams(nothing, nothing, errors)
        os.closerange(3, end)
        os.closerange(end + 1, os.sysconf("SC_OPEN_MAX"))
        os.environ.clear()
        os.environ.update(environment())
        time.tzset()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _own_room()
        code = child.main(parent, end)
    except BaseException:  # noqa: BLE001 # nothing of a test goes on in it
        traceback.print_exc()
    finally:
        os._exit(code)


def streams(*now: int) -> None:
    """Have these as input, output and errors, whatever the tests have in their place."""
    for stream, one in enumerate(now):
        os.dup2(one, stream)
    sys.stdin = os.fdopen(0, "r", closefd=False)
    sys.stdout, sys.stderr = (os.fdopen(stream, "w", buffering=1, closefd=False) for stream in (1, 2))


def _own_room() -> None:
    """Have the room of a worker beside what the tests of a long run have taken, which this fork was born with."""
    taken = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    limit = resource.setrlimit

    def beside(what: int, most: tuple[int, int]) -> None:
        more = taken if what == resource.RLIMIT_AS else 0
        limit(what, (most[0] + more, most[1] + more))

    resource.setrlimit = beside
