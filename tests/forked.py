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
from functools import cache
from pathlib import Path
from typing import cast

from suluh.model.evidence.work import Job
from suluh.workers.child import child, preload
from suluh.workers.parent.worker import environment
from suluh.workers.wire import wire

PAUSE = 0.001


class Forked:
    """A worker that is a fork of this process, as far as its parent asks a `Popen`."""

    def __init__(self, start: wire.Start, end: int, errors: int) -> None:
        _warm(start.job)
        parent = os.getpid()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of a fork beside threads: it uses none of them
            self.pid = os.fork()
        if not self.pid:
            _be(parent, end, errors)
        self.returncode: int | None = None

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


@cache
def _warm(job: str) -> None:
    """Load here once what each worker of a job loads at its start."""
    preload.warm()
    cast("Job", importlib.import_module(job)).warm()
    importlib.import_module("suluh.workers.child.database")


def _be(parent: int, end: int, errors: int) -> None:
    """Be the worker, with nothing of the test but its memory; never comes back."""
    code = 70
    try:
        gc.freeze()  # what a test left behind would close files by numbers that are others here
        faulthandler.disable()
        os.setsid()
        os.chdir("/")
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream, now in enumerate((nothing, nothing, errors)):
            os.dup2(now, stream)
        os.closerange(3, end)
        os.closerange(end + 1, os.sysconf("SC_OPEN_MAX"))
        sys.stdout, sys.stderr = (os.fdopen(stream, "w", buffering=1) for stream in (1, 2))
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


def _own_room() -> None:
    """Have the room of a worker beside what the tests of a long run have taken, which this fork was born with."""
    taken = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    limit = resource.setrlimit

    def beside(what: int, most: tuple[int, int]) -> None:
        more = taken if what == resource.RLIMIT_AS else 0
        limit(what, (most[0] + more, most[1] + more))

    resource.setrlimit = beside
