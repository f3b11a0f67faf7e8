# SPDX-License-Identifier: Apache-2.0
"""A process that locks itself as a worker does, tries what it must not do, says what was let through, and ends."""

import contextlib
import errno
import fcntl
import os
import sys
from collections.abc import Callable, Iterator

import msgspec
from msgspec import Struct

from suluh.workers.lock import acts, landlock, lock

MEMORY, DESCRIPTORS = 512 << 20, 64
"""What this process may take; a worker has more."""

_COPY = 1030
"""`fcntl` that copies a descriptor, as the lock allows it."""


class Tried(Struct, frozen=True):
    """What a locked process was refused."""

    acts: int
    """How many forbidden acts it tried."""

    through: tuple[str, ...]
    """Those that were let through: there must be none."""

    landlock: int
    """The version of Landlock in this kernel."""


def main(without: str) -> int:
    """Lock, try, say it on the standard output."""
    file, wanted = os.memfd_create("tried"), lock.Lock(MEMORY, DESCRIPTORS, without=without)
    version, many = landlock.version(), len(acts.all_acts())
    through = [*lock.close(wanted), *_over(file)]
    os.write(1, msgspec.json.encode(Tried(many + len(_LIMITS), tuple(through), version)))
    return 0


_LIMITS = ("take more memory", "open more files", "write into a file")


def _over(file: int) -> Iterator[str]:
    """Limits of the kernel that can be passed."""
    with contextlib.suppress(MemoryError):
        bytearray(MEMORY)
        yield _LIMITS[0]
    if not _ends_at(errno.EMFILE, lambda: fcntl.fcntl(0, _COPY, 0)):
        yield _LIMITS[1]
    if not _ends_at(errno.EFBIG, lambda: os.write(file, b"x")):
        yield _LIMITS[2]


def _ends_at(fault: int, act: Callable[[], int]) -> bool:
    """Whether an act that is done again and again is refused for this reason before it passes the limit."""
    try:
        for _ in range(DESCRIPTORS + 1):
            act()
    except OSError as error:
        return error.errno == fault
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
