# SPDX-License-Identifier: Apache-2.0
"""Where the ways from marks to ends went that led nowhere: no later way goes over the same ground again.

A file may be made so that each of many marks begins a long way of parts that ends in nothing. What comes of a way
depends on where it is and what it still needs alone, so one that meets an earlier one ends as that did.
"""

MOST = 1 << 19
"""So many places are remembered, about 100 MB."""


class Trail:
    """The places of one file that lead nowhere, each with what a way that came there still needed."""

    def __init__(self) -> None:
        self._nowhere: set[tuple[object, ...]] = set()
        self._now: list[tuple[object, ...]] = []

    def leads_nowhere(self, *place: object) -> bool:
        """Whether an earlier way ended in nothing from here; else it is noted as a step of this one."""
        if place in self._nowhere:
            return True
        if len(self._now) <= MOST:  # one longer way that leads nowhere is the last of the search
            self._now.append(place)
        return False

    def end(self, *, found: bool) -> None:
        """A way is at its end."""
        if not found:
            self._nowhere.update(self._now)
        self._now = []

    @property
    def is_full(self) -> bool:
        """Whether no more is remembered: then the search ends, and says so."""
        return len(self._nowhere) > MOST
