# SPDX-License-Identifier: Apache-2.0
"""Shares the signatures of a long ledger among the processors of this machine: rule 5 of docs/custody.md."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice

from suluh.custody import signatures
from suluh.custody.verify import Ahead, Stored, alone
from suluh.model.errors import WorkersLost
from suluh.workers.shares import Shares

LEAST = 20_000
"""Entries of the shortest ledger that is shared: a shorter one is checked before a process has started."""

CHUNK = 250
MOST = 8
"""Processes: more would wait for the one that does all the rest."""


@contextmanager
def sharing(entries: int, least: int = LEAST, processes: int | None = None) -> Iterator[Ahead]:
    """How the signatures of so many entries are looked at ahead of the other rules: by several processes, or not."""
    count = min(MOST, len(os.sched_getaffinity(0))) if processes is None else processes
    if entries < least or count < 2:  # noqa: PLR2004 # one has nobody to share with
        yield alone if entries < least else _quickly
        return
    with Shares(signatures.__name__, count) as shares:
        yield partial(_ahead, shares)


def _quickly(stored: Iterable[Stored]) -> Iterator[tuple[Stored, bool]]:
    """Each entry, and whether libsodium finds it signed."""
    return ((one, signatures.is_surely_signed(one.body, one.signature)) for one in stored)


def _ahead(shares: Shares, stored: Iterable[Stored]) -> Iterator[tuple[Stored, bool]]:
    """Each entry, and whether a child found it signed. Raises `WorkersLost`."""
    waiting: deque[tuple[Stored, ...]] = deque()
    for answer in shares.run(_chunks(stored, waiting)):
        some = waiting.popleft()
        if len(answer) != len(some):
            raise WorkersLost("a process that shared the check answered about other entries: check again")
        for one, found in zip(some, answer, strict=True):
            yield one, found == 1


def _chunks(stored: Iterable[Stored], waiting: deque[tuple[Stored, ...]]) -> Iterator[bytes]:
    left = iter(stored)
    while some := tuple(islice(left, CHUNK)):
        waiting.append(some)
        yield signatures.pack([(one.body, one.signature) for one in some])
