# SPDX-License-Identifier: Apache-2.0
"""A command of our own that goes on beside this process, and outlives it: its words, its state, how to stop it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

_LAST_WORDS = 4000
"""Bytes of what it said last that are told."""

_MAIN = "from suluh.desk.main import main; main()"


class Beside:
    """One command, started with a secret on its input; what it says is kept in memory."""

    def __init__(self, words: Sequence[str], secret: str, environment: Mapping[str, str]) -> None:
        self._said = os.memfd_create("said", os.MFD_CLOEXEC)
        command = [sys.executable, "-P", "-c", _MAIN, *words]
        self._process = subprocess.Popen(  # noqa: S603 # our own interpreter and command, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=self._said,
            stderr=self._said,
            env=dict(environment),
            cwd="/",
            start_new_session=True,
        )
        if self._process.stdin is not None:
            self._process.stdin.write(secret.encode("utf-8"))
            self._process.stdin.close()

    @property
    def pid(self) -> int:
        """Its number on this machine."""
        return self._process.pid

    def ended(self) -> int | None:
        """Its exit code; null while it goes on."""
        return self._process.poll()

    def said(self) -> str:
        """The last lines that it said."""
        size = os.fstat(self._said).st_size
        raw = os.pread(self._said, _LAST_WORDS, max(size - _LAST_WORDS, 0))
        return raw.decode("utf-8", "replace").strip()

    def stop(self) -> None:
        """Ask it to end; what it kept stays."""
        if self._process.poll() is None:
            self._process.terminate()

    def wait(self, seconds: float) -> int | None:
        """Its exit code, waited for so long; null while it goes on."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
