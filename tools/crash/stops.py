# SPDX-License-Identifier: Apache-2.0
"""Stops an act in the middle: by SIGKILL at a boundary or a moment, by a full disk, by a disk that fails."""

import os
import random
import re
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tools.crash.command import Ended, begin
from tools.crash.day import Day

BOUNDARIES = "fdatasync,fsync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,ftruncate"
"""Where something becomes lasting: commits, renames, and what is removed or cut."""

WRITES = "pwrite64"
FULL = ("pwrite64", "write", "ftruncate", "mkdir", "pwrite64+", "openat")
ONCE = ("pwrite64", "write", "fsync", "fdatasync", "pread64", "rename", "ftruncate")
BAD = (*ONCE, "fdatasync+", "pwrite64+", "pread64+")
"""The calls that fail, one of them once, or with a plus each from that one on."""

FAULT = "a fault of the program"
_CALL = re.compile(r"^(\w+)\(")
_INJECTED = "(INJECTED)"


class Stop(NamedTuple):
    """How an act was stopped."""

    act: int
    how: str

    ended: Ended
    reached: bool
    """Whether it was stopped at all, inside the case or its unit."""


def counted(day: Day, act: int, calls: str) -> int:
    """How many of these calls an unbroken act makes."""
    day.before(act)
    trace = _traced(day, calls)
    day.call(day.acts[act], trace)
    return sum(bool(_CALL.match(line)) for line in _lines(day))


def kill_at(day: Day, act: int, calls: str, number: int) -> Stop:
    """SIGKILL before a call, the how many-eth of its kind."""
    day.before(act)
    ended = day.call(day.acts[act], [*_traced(day, calls), "-e", f"inject={calls}:signal=SIGKILL:when={number}"])
    return Stop(act, f"killed at call {number} of {calls}", ended, ended.code == -signal.SIGKILL)


def kill_after(day: Day, act: int, seconds: float) -> Stop:
    """SIGKILL after so many seconds."""
    day.before(act)
    start = time.monotonic()
    child = begin(*day.words(day.acts[act]), day.log)
    while time.monotonic() - start < seconds and not os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = day.log.read_text("utf-8", "replace") if day.log.exists() else ""
    how = f"killed after {seconds:.3f} s"
    return Stop(act, how, Ended(code, said, time.monotonic() - start), code == -signal.SIGKILL)


def kill_worker(day: Day, act: int, seconds: float, chance: random.Random) -> Stop:
    """SIGKILL for one of the locked workers of an act, from so many seconds on; the act itself goes on."""
    day.before(act)
    start = time.monotonic()
    child = begin(*day.words(day.acts[act]), day.log)
    killed = False
    while not os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        found = workers_of(child) if not killed and time.monotonic() - start >= seconds else []
        with suppress(ProcessLookupError):  # it ended by itself meanwhile
            if found:
                os.kill(chance.choice(found), signal.SIGKILL)
                killed = True
        time.sleep(0.001)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = day.log.read_text("utf-8", "replace") if day.log.exists() else ""
    return Stop(act, f"a worker killed after {seconds:.3f} s", Ended(code, said, time.monotonic() - start), killed)


def workers_of(parent: int) -> list[int]:
    """The locked workers that a process has now, by their process ids: each of them leads a session of its own."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):  # gone by now
            fields = (path / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
            if (int(fields[1]), fields[3]) == (parent, path.name):
                found.append(int(path.name))
    return sorted(found)


def fail_at(day: Day, act: int, fault: str, call: str, number: int) -> Stop:
    """An error from a call on, or for it alone."""
    day.before(act)
    name = call.rstrip("+")
    when = f"{number}+" if call.endswith("+") else f"{number}"
    ended = day.call(day.acts[act], [*_traced(day, name), "-e", f"inject={name}:error={fault}:when={when}"])
    inside = any(_INJECTED in line and str(day.place.root) in line for line in _lines(day))
    return Stop(act, f"{fault} of {name}, call {when}", ended, inside)


def fault_of(stop: Stop) -> str | None:
    """What is wrong with how the act ended by itself, or null: a sentence, and exit code 1, or it went on."""
    if FAULT in stop.ended.said or "Traceback" in stop.ended.said:
        return f"{stop.how}: {stop.ended.said[-400:]}"
    if stop.ended.code not in {0, 1}:
        return f"{stop.how}: it ended with {stop.ended.code}: {stop.ended.said[-400:]}"
    if stop.ended.code == 1 and "suluh: " not in stop.ended.said:
        return f"{stop.how}: it ended without a sentence: {stop.ended.said[-400:]}"
    return None


def drawn(day: Day, chance: random.Random) -> int:
    """An act, a run more often than others."""
    runs = [at for at, act in enumerate(day.acts) if act.name == "run"]
    return chance.choice((*runs, *range(len(day.acts))))


def _traced(day: Day, calls: str) -> Sequence[str]:
    return ["-y", "-o", str(_trace(day)), "-e", f"trace={calls}"]


def _trace(day: Day) -> Path:
    return day.log.with_name("trace")


def _lines(day: Day) -> list[str]:
    return _trace(day).read_text("utf-8", "replace").splitlines()
