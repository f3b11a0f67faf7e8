# SPDX-License-Identifier: Apache-2.0
"""The child that shares a pure function: it answers one chunk after the other until its parent closes the pipe."""

import importlib
import sys

from suluh.workers.shares import HEAD, read_frame


def main(module: str) -> int:
    """Answer each chunk with what the module's `work` makes of it; whatever it raises ends this process."""
    work = importlib.import_module(module).work
    while (chunk := read_frame(sys.stdin.buffer)) is not None:
        answer = work(chunk)
        sys.stdout.buffer.write(HEAD.pack(len(answer)) + answer)
        sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
