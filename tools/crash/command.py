# SPDX-License-Identifier: Apache-2.0
"""Runs a command of `suluh` in a child of this process, which has all modules at hand, if need be under strace."""

import ctypes
import importlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from suluh.desk import main as desk

PTRACER = 0x59616D61
"""Lets any process of this user trace the child, where Yama asks for it."""

SLOTS = 1
LONGEST = 120
"""Seconds for one command."""

desk.build(desk.command_names())
with suppress(ImportError):  # what typer itself imports first at its first option
    importlib.import_module("typer._adapters")


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    """Its exit code; of a killed one, the number of the signal, negative."""

    said: str
    """What it printed, both streams together."""

    seconds: float


@cache
def strace() -> str | None:
    """The program, where it is installed and may trace a child of this process."""
    program = shutil.which("strace")
    if program is None:
        return None
    child = os.fork()
    if not child:
        _leave(_stop)
    try:
        tracer = _attached(program, child, ["-o", os.devnull])
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if tracer is not None:
        tracer.wait(LONGEST)
    return program if tracer is not None else None


def call(words: Sequence[str], told: Mapping[str, str], log: Path, traced: Sequence[str] = ()) -> Ended:
    """A command with its environment, from its start to its end; with options for strace it is traced."""
    start = time.monotonic()
    child = begin(words, told, log, waits=bool(traced))
    tracer = _trace(child, traced) if traced else None
    _, status = os.waitpid(child, 0)
    if tracer is not None:
        tracer.wait(LONGEST)
    return Ended(os.waitstatus_to_exitcode(status), log.read_text("utf-8", "replace"), time.monotonic() - start)


def begin(words: Sequence[str], told: Mapping[str, str], log: Path, *, waits: bool = False) -> int:
    """Start a command in a child, which stops itself first where somebody is to trace it; its process id."""
    child = os.fork()
    if child:
        return child
    _leave(lambda: _work(words, told, log, waits=waits))
    raise AssertionError


def _leave(work: Callable[[], None]) -> None:
    """Do the work of a child and end it, whatever happens: nothing of its parent goes on in it."""
    code = 70
    try:
        work()
        code = 0
    except SystemExit as ended:
        code = int(bool(ended.code)) if not isinstance(ended.code, int) else ended.code
    except BaseException as error:  # noqa: BLE001 # as `sys.excepthook` would, which a fork does not reach
        desk._say_fault(type(error), error, error.__traceback__)
        code = 1
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _work(words: Sequence[str], told: Mapping[str, str], log: Path, *, waits: bool) -> None:
    os.setpgid(0, 0)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for stream in (1, 2):
        os.dup2(out, stream)
    sys.stdout, sys.stderr = (os.fdopen(stream, "w", buffering=1) for stream in (1, 2))  # whoever tests may have others
    os.environ.clear()
    os.environ.update(told)
    signal.alarm(LONGEST)
    if waits:
        _stop()
    desk.main(list(words))


def _stop() -> None:
    """Wait until somebody traces this process and lets it go on."""
    ctypes.CDLL(None).prctl(PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)


def _trace(child: int, options: Sequence[str]) -> "subprocess.Popen[bytes]":
    """Trace a child that stops itself, and let it go on."""
    program = strace()
    assert program is not None  # noqa: S101 # nobody traces without it
    tracer = _attached(program, child, options)
    if tracer is None:
        os.kill(child, signal.SIGKILL)
        raise SystemExit("strace ended before it traced the command: start this again")
    os.kill(child, signal.SIGCONT)
    return tracer


def _attached(program: str, child: int, options: Sequence[str]) -> "subprocess.Popen[bytes] | None":
    """The tracer of a child that stops itself; null where it may not trace."""
    os.waitpid(child, os.WUNTRACED)
    tracer = subprocess.Popen([program, "-p", str(child), *options], stderr=subprocess.DEVNULL)
    status = Path(f"/proc/{child}/status")
    while "TracerPid:\t0" in status.read_text("ascii", "replace"):
        if tracer.poll() is not None:
            return None
        time.sleep(0.002)
    return tracer
