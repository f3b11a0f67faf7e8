# SPDX-License-Identifier: Apache-2.0
"""Child processes that share one pure function of bytes: what can be done piece by piece, on every processor.

They are no locked workers, and open no evidence: what they get the parent has, and what they do it may do as well.
"""

import os
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, Self, cast

from suluh.model.errors import WorkerCannotStart, WorkersLost

HEAD = struct.Struct(">I")
"""Stands before each chunk and each answer: its length."""

AHEAD = 4
"""Chunks that each child may have; their answers together must fit into a pipe. Of one chunk any answer does."""

_LAST_WORDS = 500


class Shares:
    """So many children, each with the module whose `work` it does; use it in a ``with`` statement, from one thread.

    Where they are told something to begin with, they do what `begun` of the module makes of it.
    """

    def __init__(self, module: str, count: int, *, begin: bytes | None = None) -> None:
        self._module, self._count, self._begin = module, count, begin
        self._children: list[_Child] = []

    def __enter__(self) -> Self:
        try:
            for _ in range(self._count):
                self._children.append(_Child(self._module, self._begin))
        except OSError as error:
            self._end()
            raise WorkerCannotStart(f"no process starts that shares the check ({error.strerror}): try again") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _end(self) -> None:
        for child in self._children:
            child.end()
        self._children.clear()

    def run(self, chunks: Iterable[bytes], ahead: int = AHEAD) -> Iterator[bytes]:
        """The answer to each chunk, in the order of the chunks. Raises `WorkersLost` where one does not come."""
        waiting: deque[_Child] = deque()
        for number, chunk in enumerate(chunks):
            child = self._children[number % len(self._children)]
            child.give(chunk)
            waiting.append(child)
            if len(waiting) >= ahead * len(self._children):
                yield waiting.popleft().answer()
        while waiting:
            yield waiting.popleft().answer()


class _Child:
    """One child: chunks go in, answers come out, in one order."""

    def __init__(self, module: str, begin: bytes | None) -> None:
        self._errors = os.memfd_create("errors", os.MFD_CLOEXEC)
        command = [
            sys.executable,
            "-I",
            "-m",
            "suluh.workers.child.share",
            module,
            *(() if begin is None else ("begun",)),
        ]
        self._process = subprocess.Popen(  # noqa: S603 # our own interpreter and module, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env={"LANG": "C.UTF-8"},
            cwd="/",
        )
        self._in = cast("BinaryIO", self._process.stdin)
        self._out = cast("BinaryIO", self._process.stdout)
        if begin is not None:
            self.give(begin)

    def give(self, chunk: bytes) -> None:
        """Hand over a chunk. Raises `WorkersLost`."""
        try:
            self._in.write(HEAD.pack(len(chunk)) + chunk)
            self._in.flush()
        except BrokenPipeError as error:
            raise self._lost() from error

    def answer(self) -> bytes:
        """The answer to the first chunk that has none yet. Raises `WorkersLost`."""
        found = read_frame(self._out)
        if found is None:
            raise self._lost()
        return found

    def end(self) -> None:
        """End it now, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._out.close()
        with suppress(BrokenPipeError):
            self._in.close()
        os.close(self._errors)

    def _lost(self) -> WorkersLost:
        self._process.kill()
        code = self._process.wait()
        said = os.pread(self._errors, os.fstat(self._errors).st_size, 0)[-_LAST_WORDS:].decode("utf-8", "replace")
        why = f"code {code}" + (f": {said.splitlines()[-1]}" if said.strip() else "")
        return WorkersLost(
            f"a process that shared the work ended before it had answered ({why}): nothing is said of what it had; "
            "free some memory, and try again"
        )


def read_frame(pipe: BinaryIO) -> bytes | None:
    """What comes next, or null where the other end closed before it was whole."""
    head = pipe.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    (length,) = HEAD.unpack(head)
    found = pipe.read(length)
    return found if len(found) == length else None
