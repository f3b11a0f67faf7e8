# SPDX-License-Identifier: Apache-2.0
"""One person, deal or conversation shown in full for a purpose, for half an hour of one web session."""

from collections.abc import Callable
from typing import NamedTuple

from suluh.desk.words import N_

OPEN = 30 * 60
"""Seconds for which one thing is shown in full."""

PURPOSES = (
    N_("checking a link or a deal"),
    N_("protecting a child"),
    N_("preparing the dossier"),
    N_("preparing a questioning"),
    N_("answering a letter"),
)
"""What a thing is opened for; a word of one's own stands beside it."""

LONGEST = 200
"""Characters of a word of one's own."""

Thing = tuple[str, str]
"""A page by its name, and the id that it shows."""


class Grant(NamedTuple):
    """For what a thing is shown in full, and until when."""

    purpose: str
    until: float


class Unmasking:
    """What of a case is shown in full in one web session; every read of it is an entry."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._grants: dict[Thing, Grant] = {}

    def open(self, thing: Thing, purpose: str) -> None:
        """Show one thing in full from now on."""
        self._grants[thing] = Grant(purpose, self._clock() + OPEN)

    def close(self, thing: Thing) -> None:
        """Mask it again."""
        self._grants.pop(thing, None)

    def purpose(self, thing: Thing) -> str | None:
        """For what a thing is shown in full; null when it is masked."""
        grant = self._grants.get(thing)
        if grant is not None and self._clock() >= grant.until:
            self.close(thing)
            return None
        return grant and grant.purpose

    def left(self, thing: Thing) -> int:
        """Minutes for which it is still shown in full, the begun one counted."""
        if self.purpose(thing) is None:
            return 0
        return -int(-(self._grants[thing].until - self._clock()) // 60)
