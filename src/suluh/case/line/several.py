# SPDX-License-Identifier: Apache-2.0
"""Who reads the messages of a large case: a process on every processor, which gives what one alone would give."""

import os
from collections.abc import Iterable, Iterator

from suluh.deals.words import shared
from suluh.workers.shares import Shares

LEAST = 50_000
"""Messages of the smallest case that is shared: fewer are read before a process has started."""

MOST = 4
"""Processes: what puts together what they say keeps no more of them at work."""


def sharing(messages: int, least: int = LEAST, processes: int | None = None) -> shared.Share | None:
    """How so many messages are shared among processes; null where one reads them alone."""
    count = min(MOST, len(os.sched_getaffinity(0))) if processes is None else processes
    if messages < least or count < 2:  # noqa: PLR2004 # one has nobody to share with
        return None

    def share(told: bytes, chunks: Iterable[bytes]) -> Iterator[bytes]:
        with Shares(shared.__name__, count, begin=told) as shares:
            # One chunk at a time: the answers are longer than a pipe.
            yield from shares.run(chunks, ahead=1)

    return share
