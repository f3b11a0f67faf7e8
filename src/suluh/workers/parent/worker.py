# SPDX-License-Identifier: Apache-2.0
"""The parent's hold on one worker: its process, its end of the wire, the files it has been given."""

import os
import signal
import socket
import subprocess
import sys
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress

from suluh.model.body import body
from suluh.workers.parent.errand import Load
from suluh.workers.parent.scratch import Folders
from suluh.workers.wire import wire

_RECEIVE = 1 << 18
_LAST_WORDS = 2000


class Worker:
    """One child process."""

    def __init__(self, start: wire.Start, folders: Folders | None, now: float) -> None:
        here, there = socket.socketpair()
        self._errors = os.memfd_create("errors", os.MFD_CLOEXEC)
        self._process = begin(start, there.fileno(), self._errors)
        there.close()
        here.settimeout(0)
        self.end = here
        self.folders = folders
        self.loads: deque[Load] = deque()
        self.ready = False
        self.served = 0
        self.born = self.since = now
        self.start_took = 0.0
        self.watched_for_room = False
        self.spooled: str | None = None
        """Where the copy of a database goes that the worker streams out of a container."""

        self.spool_left = 0
        """How many bytes of it are still to come, as the worker said at first."""

        self.container: tuple[str, str, bytes] | None = None
        self.names: tuple[str, ...] | None = None
        """The names that it was told last, null before the first."""

        self._in = bytearray()
        self._out: deque[tuple[bytes, Sequence[int]]] = deque()
        self.send(wire.START, body(start))

    @property
    def wants_to_send(self) -> bool:
        """Whether frames wait because the worker has not read yet."""
        return bool(self._out)

    def send(self, kind: bytes, payload: bytes, descriptors: Sequence[int] = ()) -> None:
        """Send a frame, as far as it goes now; the descriptors are closed once they are sent."""
        self._out.append((wire.pack(kind, len(descriptors), payload), descriptors))
        self.flush()

    def flush(self) -> None:
        """Send what waits, as far as it goes now."""
        with suppress(BlockingIOError, BrokenPipeError, ConnectionResetError):
            while self._out:
                piece, descriptors = self._out[0]
                rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array("i", descriptors))] if descriptors else []
                count = self.end.sendmsg([piece], rights)
                _close(descriptors)
                self._out[0] = (piece[count:], ())
                if count == len(piece):
                    self._out.popleft()

    def receive(self) -> Iterator[wire.Frame]:
        """The frames that have come. Raises `EOFError` at the end, `ValueError` for what is no frame."""
        try:
            piece = self.end.recv(_RECEIVE)
        except BlockingIOError:
            return
        except ConnectionResetError as error:
            raise EOFError("the worker is gone") from error
        if not piece:
            raise EOFError("the worker is gone")
        self._in += piece
        yield from wire.unpack(self._in, wire.MOST)

    def end_reason(self) -> str:
        """How the process ended: asked after the wire has closed."""
        try:
            code = self._process.wait(1)
        except subprocess.TimeoutExpired:
            return "killed: it closed its wire"
        if code < 0:
            return f"killed: the worker ended by {signal.Signals(-code).name}"
        return f"killed: the worker ended with code {code}"

    def last_words(self) -> str:
        """What it wrote to its error output before it was locked."""
        size = os.fstat(self._errors).st_size
        raw = os.pread(self._errors, _LAST_WORDS, max(0, size - _LAST_WORDS))
        return raw.decode("utf-8", "backslashreplace").strip()

    def kill(self) -> None:
        """End it now, whatever it does, and leave nothing behind."""
        self._process.kill()
        self._process.wait()
        self.end.close()
        os.close(self._errors)
        for _, descriptors in self._out:
            _close(descriptors)
        self._out.clear()
        if self.folders is not None:
            self.folders.remove()


def begin(start: wire.Start, end: int, errors: int) -> "subprocess.Popen[bytes]":  # noqa: ARG001 # for who begins it otherwise
    """A worker as a new interpreter, with its end of the wire and where it writes what is wrong."""
    command = [sys.executable, "-I", "-m", "suluh.workers.child.child", str(os.getpid()), str(end)]
    return subprocess.Popen(  # noqa: S603 # our own interpreter and module, no shell
        command,
        pass_fds=[end],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        env=environment(),
        cwd="/",
        start_new_session=True,
    )


def _close(descriptors: Sequence[int]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)


def environment() -> dict[str, str]:
    """No more than the libraries need: one thread each, one time zone, and where compiled code lies."""
    found = {"LANG": "C.UTF-8", "TZ": "UTC", "MALLOC_ARENA_MAX": "1"}
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
        found[name] = "1"
    if "NUMBA_CACHE_DIR" in os.environ:
        found["NUMBA_CACHE_DIR"] = os.environ["NUMBA_CACHE_DIR"]
    return found
