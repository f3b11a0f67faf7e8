# SPDX-License-Identifier: Apache-2.0
"""What the ledger says of batches and finished steps, read once and then on from where it ended."""

from typing import NamedTuple, Self

from suluh.custody.entry import Entry
from suluh.store.rows import Rows


class Wrote(NamedTuple):
    """What one entry wrote: a large case has thousands of batches, so no more of each is held."""

    action: str
    object: str
    actor: str
    rows: int
    root: str | None
    """RFC 6962 root over the rows."""


class Book:
    """The batches that stand with their entries, and the entry by which each step was last finished."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._next = 1
        self._words: dict[str, str] = {}
        self.standing: dict[int, Wrote] = {}
        """What entries wrote whose rows stand, by number."""

        self.finished: dict[tuple[str, str], Entry] = {}
        """By step and unit of its work the entry that last finished it."""

        self.touched: dict[str, int] = {}
        """By word the last entry that wrote rows or took some away."""

        self.latest: dict[str, Entry] = {}
        """By word the last entry, be it an act, a look or a step."""

    def read_on(self) -> Self:
        """Take the entries that came since."""
        for stored in self._rows.entries(self._next):
            self._take(Entry.read(stored.body))
            self._next = stored.seq + 1
        return self

    def took(self, step: str, unit: str) -> str | None:
        """What a step had taken of a unit when it was last finished; null where it never was."""
        entry = self.finished.get((step, unit))
        return None if entry is None else entry.took

    def batches(self, step: str, unit: str) -> tuple[int, ...]:
        """Batches that a step wrote for one unit of its work and that stand, as the ledger says."""
        return tuple(number for number, entry in self.standing.items() if (entry.action, entry.object) == (step, unit))

    def _take(self, entry: Entry) -> None:
        self.latest[entry.action] = entry
        for batch in entry.replaces:
            self.standing.pop(batch, None)
        if entry.count:
            self.standing[entry.seq] = self._wrote(entry)
        if entry.count or entry.replaces:
            self.touched[entry.action] = entry.seq
        if entry.took is not None:
            self.finished[entry.action, entry.object] = entry

    def _wrote(self, entry: Entry) -> Wrote:
        """What is held of an entry; words that stand in every one are held once."""
        action, object_, actor = (self._words.setdefault(one, one) for one in (entry.action, entry.object, entry.actor))
        return Wrote(action, object_, actor, entry.count, entry.root)
