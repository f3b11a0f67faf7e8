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


class _Moment(NamedTuple):
    """Live batches by kind as they stood when the file was last written, and those of their states that were asked."""

    written: tuple[int, int] | None
    by_kind: Mapping[str, tuple[int, ...]]
    states: dict[tuple[str, int | None], State]


class Live:
    """The live batches of one case file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last = _Moment(None, {}, {})

    def of(self, kind: str) -> tuple[int, ...]:
        """Those that hold nouns of one kind."""
        return self._now().by_kind.get(kind, ())

    def state(self, kind: str, first: int | None) -> State:
        """The state of them, or of the first ones."""
        now = self._now()
        if (kind, first) not in now.states:
            batches = now.by_kind.get(kind, ())[:first]
            now.states[kind, first] = State(len(batches), hashlib.sha256(array("q", batches).tobytes()).digest())
        return now.states[kind, first]

    def _now(self) -> _Moment:
        written = None if self._connection.in_transaction else self._written()
        if written is None or self._last.written != written:
            found: dict[str, list[int]] = defaultdict(list)
            for name, batch in self._connection.execute("SELECT kind, batch FROM cache_manifest ORDER BY batch"):
                found[name].append(batch)
            self._last = _Moment(written, {name: tuple(some) for name, some in found.items()}, {})
        return self._last

    def _written(self) -> tuple[int, int]:
        """Two numbers of which one changes with every write, be it of another connection or of this one."""
        others = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return int(others), self._connection.total_changes
