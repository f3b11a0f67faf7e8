# SPDX-License-Identifier: Apache-2.0
"""The worlds in which the scripts of each writer are played, to learn from and to measure on."""

from collections.abc import Iterator, Sequence
from random import Random

from training.corpus import Script
from training.worlds import Scene, world

WORLDS, DAY_ONLY = 3, 2
"""Worlds a writer; the lines of the last know their day only."""


SIZES, SHORT, BOOKED = (4, 11), 34, 2
"""Scripts of small cases; days of their ledgers; one of so many has any, and one of two such those of both sides."""


def worlds_of(scripts: Sequence[Script], writer: str) -> list[Scene]:
    """The worlds in which the scripts of one writer are played."""
    own = [one for one in scripts if one.writer == writer]
    return [world(own, f"{writer}{number}", dated=number != DAY_ONLY) for number in range(WORLDS)]


def ordinary_of(scripts: Sequence[Script], writer: str) -> Scene:
    """The scripts of one writer in which nothing is traded, as a case of their own."""
    own = [one for one in scripts if one.writer == writer and not one.deals]
    return world(own, f"ordinary {writer}", dated=True)


def beside(scripts: Sequence[Script], writer: str) -> Iterator[Scene]:
    """The cases that the judge learns from beside these: small ones, such without a statement, ordinary life alone."""
    yield ordinary_of(scripts, writer)
    yield from small_of(scripts, writer)
    yield from without_statements(scripts, writer)


def small_of(scripts: Sequence[Script], writer: str) -> Iterator[Scene]:
    """The scripts of one writer as many small cases, each script once in cases of every size."""
    own = [one for one in scripts if one.writer == writer]
    for size in SIZES:
        left = Random(f"{writer} by {size}").sample(own, len(own))  # noqa: S311 # drawn again alike
        for number, first in enumerate(range(0, len(left), size)):
            yield world(
                left[first : first + size],
                f"{writer} {size} {number}",
                dated=number % WORLDS != DAY_ONLY,
                booked=number % BOOKED == 0,
                both=number % (2 * BOOKED) == BOOKED,
                days=SHORT,
            )


def without_statements(scripts: Sequence[Script], writer: str) -> Iterator[Scene]:
    """All scripts of one writer, and those in which nothing is traded, where no statement is known."""
    own = [one for one in scripts if one.writer == writer]
    yield world(own, f"{writer} unbooked", dated=True, booked=False)
    yield world([one for one in own if not one.deals], f"ordinary {writer} unbooked", dated=True, booked=False)
