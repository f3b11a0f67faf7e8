# SPDX-License-Identifier: Apache-2.0
"""Locks this process for good: limits, no new privileges, Landlock, seccomp; and tries whether the lock holds."""

import ctypes
import os
import resource
import signal
from dataclasses import dataclass
from pathlib import Path

from suluh.model.errors import WorkerCannotStart
from suluh.workers.lock import acts, landlock, seccomp

_NO_NEW_PRIVILEGES, _DIE_WITH_PARENT = 38, 1


@dataclass(frozen=True)
class Lock:
    """How a worker is locked."""

    memory: int
    """Bytes of address space."""

    descriptors: int
    written: int = 0
    """The largest size to which it may write a file."""

    scratch: tuple[str, ...] = ()
    """The only folders that it may use."""

    without: str = ""
    """Which part is left out, ``landlock`` or ``seccomp``: for the test that shows what each part is there for."""


def die_with(parent: int) -> None:
    """End this process when its parent ends, however that ends."""
    _control(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        raise WorkerCannotStart("the parent of a worker ended while the worker started")


def close(lock: Lock) -> tuple[str, ...]:
    """Lock this process. Gives the forbidden acts that were let through all the same: there must be none."""
    _one_thread()
    _limit(lock)
    _control(_NO_NEW_PRIVILEGES, 1)
    if lock.without != "landlock":
        landlock.restrict(lock.scratch)
    found = set(acts.not_refused(acts.acts_on_paths()))
    if lock.without != "seccomp":
        seccomp.restrict(os.getpid(), scratch=bool(lock.scratch))
    found.update(acts.not_refused(acts.all_acts()))
    return tuple(sorted(found))


def _limit(lock: Lock) -> None:
    """Set the kernel's limits, so that nothing can raise them again."""
    limits = {
        resource.RLIMIT_AS: lock.memory,
        resource.RLIMIT_FSIZE: lock.written,
        resource.RLIMIT_NOFILE: lock.descriptors,
        resource.RLIMIT_CORE: 0,
    }
    for name, most in limits.items():
        resource.setrlimit(name, (most, most))


def _control(option: int, value: int) -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) != 0:
        raise WorkerCannotStart(f"the kernel refuses prctl({option}): no worker is started without it")


def _one_thread() -> None:
    """Landlock and seccomp lock the thread that calls them: another thread would stay free."""
    if len(list(Path("/proc/self/task").iterdir())) != 1:
        raise WorkerCannotStart(
            "a worker has more than one thread before it is locked: a library started one on import"
        )
