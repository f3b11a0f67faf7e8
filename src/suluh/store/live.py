# SPDX-License-Identifier: Apache-2.0
"""Which batches of a case file hold nouns of a kind, asked once until somebody writes."""

import hashlib
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple


class State(NamedTuple):
    """Which batches there are, in few bytes, for whoever keeps what was made of them: equal where they are the same."""

    size: int
    digest: bytes


class Moment(NamedTuple):
    """Live batches by kind as they stood when the file was last written, and those of their states that were asked."""

    written: tuple[int, int] | None
    by_kind: Mapping[str, tuple[int, ...]]
    states: dict[tuple[str, int | None], State]

    def state(self, kind: str, first: int | None = None) -> State:
        """The state of the batches of one kind, or of the first ones."""
        if (kind, first) not in self.states:
            batches = self.by_kind.get(kind, ())[:first]
            self.states[kind, first] = State(len(batches), hashlib.sha256(array("q", batches).tobytes()).digest())
        return self.states[kind, first]


class Live:
    """The live batches of one case file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last = Moment(None, {}, {})

    def now(self) -> Moment:
        """Those of this moment: whether somebody wrote is asked of the file each time."""
        written = None if self._connection.in_transaction else self._written()
        if written is None or self._last.written != written:
            found: dict[str, list[int]] = defaultdict(list)
            for name, batch in self._connection.execute("SELECT kind, batch FROM cache_manifest ORDER BY batch"):
                found[name].append(batch)
            self._last = Moment(written, {name: tuple(some) for name, some in found.items()}, {})
        return self._last

    def _written(self) -> tuple[int, int]:
        """Two numbers of which one changes with every write, be it of another connection or of this one."""
        others = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return int(others), self._connection.total_changes
