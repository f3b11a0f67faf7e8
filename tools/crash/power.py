# SPDX-License-Identifier: Apache-2.0
"""Takes the power away at any moment of an act: what was acknowledged is there, the rest as a whole or not at all."""

import random
import shutil
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from tools.crash.day import Day, Place
from tools.crash.disk import Op, after, lost
from tools.crash.recording import OPTIONS, Recording

LOG = "case/case.db-wal"
"""What SQLite flushes at each commit."""


class Recorded:
    """One act of the day as the disk saw it."""

    def __init__(self, day: Day, at: int) -> None:
        self._day, self._at = day, at
        self._scratch = day.log.with_name(f"power-{at}")
        day.before(at)
        trace = day.log.with_name("trace")
        ended = day.call(day.acts[at], ["-o", str(trace), *OPTIONS])
        if ended.code:
            raise SystemExit(f"{day.acts[at].name} ended with {ended.code} while it was recorded: {ended.said[-500:]}")
        with trace.open(encoding="utf-8", errors="replace") as lines:
            self.ops: Sequence[Op] = tuple(Recording(day.place.root, day.kept(at)).read(lines))

    @cached_property
    def commits(self) -> dict[int, int]:
        """After which of its steps a commit was acknowledged, and how many entries the ledger had then."""
        found = {at for at, op in enumerate(self.ops) if op.do == "flush" and op.path == LOG}
        return {at: self._entries(at + 1) for at in sorted(found)}

    def cut_at(self, number: int, chance: random.Random) -> str | None:
        """Take the power away before a step of the act, go on with what is left, and say what is wrong then."""
        self._state(number, chance)
        sure = max((size for at, size in self.commits.items() if at < number), default=0)
        left = len(self._day.place.entries())
        where = f"power lost at step {number} of {len(self.ops)}"
        if left < sure:
            return f"{self._day.acts[self._at].name}, {where}: of {sure} entries that were acknowledged {left} are left"
        fault = self._day.end(self._at)
        return f"{where}: {fault}" if fault else None

    def at_the_end(self) -> str | None:
        """Take the power away once the act has said that it is done: nothing of it is lost."""
        shutil.rmtree(self._day.place.root)
        lost(self._day.kept(self._at), self.ops, self._day.place.root)
        fault = self._day.differs(self._at)
        return f"power lost after the end: {fault}" if fault else None

    def _state(self, number: int, chance: random.Random | None) -> None:
        shutil.rmtree(self._day.place.root, ignore_errors=True)
        after(self._day.kept(self._at), self.ops[:number], chance, self._day.place.root)

    def _entries(self, number: int) -> int:
        """The length of the ledger as this machine saw it then."""
        shutil.rmtree(self._scratch, ignore_errors=True)
        after(self._day.kept(self._at), self.ops[:number], None, self._scratch)
        return len(Place(Path(self._scratch)).entries())
