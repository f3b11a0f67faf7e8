# SPDX-License-Identifier: Apache-2.0
"""Has a process lock itself as a worker does, and hears what it was let through."""

import subprocess
import sys

import msgspec

from suluh.model.errors import WorkerCannotStart
from suluh.workers.lock.alone import Tried

SECONDS = 60
_LAST_WORDS = 300


def tried(without: str = "") -> Tried:
    """What a locked process may not do on this machine. Raises `WorkerCannotStart`.

    `without` leaves out ``landlock`` or ``seccomp``, to show that what is let through then is seen.
    """
    command = [sys.executable, "-I", "-m", "suluh.workers.lock.alone", without]
    try:
        done = subprocess.run(  # noqa: S603 # our own interpreter and module, no shell
            command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=SECONDS, cwd="/", env={}
        )
        return msgspec.json.decode(done.stdout, type=Tried)
    except subprocess.TimeoutExpired as error:
        raise WorkerCannotStart(
            f"a locked process did not answer in {SECONDS} s: see what holds this machine"
        ) from error
    except msgspec.DecodeError as error:
        said = done.stderr.decode("utf-8", "backslashreplace").strip()[-_LAST_WORDS:]
        raise WorkerCannotStart(f"a process could not lock itself: {said}") from error
