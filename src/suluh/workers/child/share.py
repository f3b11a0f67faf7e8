# SPDX-License-Identifier: Apache-2.0
"""The child that shares a pure function: it answers one chunk after the other until its parent closes the pipe."""

import gc
import importlib
import sys

from suluh.workers.shares import HEAD, read_frame


def main(name: str, *begun: str) -> int:
    """Answer each chunk with what the module's `work` makes of it; whatever it raises ends this process.

    Where there is something to begin with, it comes first, and the module's `begun` makes of it what does the work.
    """
    gc.disable()  # a pure function of bytes leaves no circles behind, and this process does nothing else
    module = importlib.import_module(name)
    work = module.begun(read_frame(sys.stdin.buffer)) if begun else module.work
    while (chunk := read_frame(sys.stdin.buffer)) is not None:
        answer = work(chunk)
        sys.stdout.buffer.write(HEAD.pack(len(answer)) + answer)
        sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
