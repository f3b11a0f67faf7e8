# SPDX-License-Identifier: Apache-2.0
"""One run at a time: the lease of a case, which ends with the process that holds it."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from suluh.case.folder import CaseFolder
from suluh.model.errors import CaseIsLocked

NAME = "run.lock"
TURN = "turn.lock"
LOOKS, PAUSE = 10, 0.02
"""So often, with so many seconds between, a lease is tried: whoever looks whether a run goes on holds it a moment."""


@contextmanager
def lease(folder: CaseFolder, wait: Callable[[str], object] | None = None) -> Iterator[None]:
    """Hold the case for a run. Raises `CaseIsLocked` that names the process holding it, or tells it and waits."""
    folder.path.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder.path / NAME, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor)
    except BlockingIOError as error:
        holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip() or "unknown"
        if wait is None:
            os.close(descriptor)
            raise CaseIsLocked(f"process {holder} runs this case now: wait for it or end it, then run again") from error
        wait(f"process {holder} runs this case now: this goes on when it has ended")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> None:
    """Take the lease. Raises `BlockingIOError` where another process holds it, and does not merely look."""
    for _ in range(LOOKS - 1):
        with suppress(BlockingIOError):
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        time.sleep(PAUSE)
    return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_held(folder: CaseFolder) -> bool:
    """Whether a run goes on now, in this process or another."""
    try:
        descriptor = os.open(folder.path / NAME, os.O_RDONLY)
    except OSError:  # nothing ever ran here
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


@contextmanager
def turn(folder: CaseFolder) -> Iterator[None]:
    """Wait for the turn of one human act: whoever numbers a decision or an exhibit does so alone."""
    descriptor = os.open(folder.path / TURN, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
