# SPDX-License-Identifier: Apache-2.0
"""Search over many messages: the first page, and the size and the making of the index."""

from collections.abc import Iterator
from pathlib import Path

from bench.search import measure
from tools.show.ground.sizes import sized
from tools.show.line import Line

MANY, SOME = 2_000_000, 200_000
FIRST_PAGE, SHARE, RATE = 0.15, 0.4, 50_000
"""Seconds until the first page, bytes of index a byte of text, messages a second of one core."""


def search(_: Path) -> Iterator[Line]:
    """The index of all messages, and the first page of each question."""
    count = sized(MANY, SOME)
    found = measure(count)
    what = f"search over {count:,} messages"
    slowest = max(found.pages.values())
    yield Line(f"{what}: first page", f"{1000 * slowest:.0f} ms", f"{1000 * FIRST_PAGE:.0f} ms", slowest <= FIRST_PAGE)
    yield Line(f"{what}: index", f"{found.share:.3f} of the text", f"{SHARE}", found.share <= SHARE)
    goal = f"{RATE:,} a second of one core"
    yield Line(f"{what}: built", f"{found.rate:,.0f} a second of one core", goal, found.rate >= RATE)
