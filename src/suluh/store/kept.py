# SPDX-License-Identifier: Apache-2.0
"""What was made from the nouns of a case, made anew only when these changed; what is costly lies beside the case too.

All who read one case through one process share it. It stands in the way of nobody: what lies in the file was counted
from the very entries that the case holds now, or it is not taken.
"""

import hashlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from suluh import __version__
from suluh.model.body import Noun, kind_of
from suluh.store.counted import Counted
from suluh.store.live import State
from suluh.store.rows import Rows

T = TypeVar("T")
Make = Callable[[], T]

MADE_BY = f"{__version__}/3/{sys.byteorder}"
"""Who counted: another version, or another kind of processor, may count otherwise.

The number grows when what is counted changes within one version.
"""


class Kept:
    """What was made of one case, by name."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` is the file beside the case; without one everything is kept in memory alone."""
        self._counted = None if path is None else Counted(path)
        self._held: dict[str, tuple[object, object]] = {}
        self._turn, self._asked = 0, dict[str, int]()
        self.writes = False
        """Whether what is costly is written into the file: a run does so at its end, and a desk when it opens."""

    def of(self, rows: Rows, name: str, kinds: Iterable[type[Noun]], make: Make[T]) -> T:
        """What was made from some nouns."""
        state = rows.states_of(map(kind_of, kinds))
        known = self._held.get(name)
        if known is None or known[0] != state:
            known = self._held[name] = (state, make())
        return cast("T", known[1])

    def lasting(self, rows: Rows, name: str, kinds: Iterable[type[Noun]], form: type[T], make: Make[T]) -> T:
        """The same for what takes long to make: it is taken from the file where that was counted from these rows.

        What it is made of reads back as it was: texts, numbers, lists and objects of these.
        """
        given = tuple(kinds)
        return self.of(rows, name, given, lambda: self._filed(rows, name, given, form, make))

    def growing(
        self, rows: Rows, name: str, kinds: Iterable[type[Noun]], kind: type[Noun], make: Callable[[T | None], T]
    ) -> T:
        """The same for what rests on nouns of another kind as well, which come all the time while a run goes on.

        Where they only came, whoever makes it is given what was made last, which is still right of those before.
        """
        *others, now = rows.states_of((*map(kind_of, kinds), kind_of(kind)))
        still = tuple(others)
        known = self._held.get(name)
        self._asked[name] = self._turn = self._turn + 1
        if known is not None:
            before, last = cast("tuple[tuple[object, State], T]", known)
            if before == (still, now):
                return last
            if before[0] == still and before[1] == rows.state_of(kind_of(kind), before[1].size):
                self._held[name] = ((still, now), made := make(last))
                return made
        self._held[name] = ((still, now), made := make(None))
        return made

    def again(self, rows: Rows, name: str, kinds: Iterable[type[Noun]], make: Callable[[T | None], T]) -> T:
        """What was made from some nouns; where they changed, whoever makes it is given what was made last."""
        known = self._held.get(name)
        return self.of(rows, name, kinds, lambda: make(None if known is None else cast("T", known[1])))

    def forget(self, names: Iterable[str]) -> None:
        """Let go of what is no longer asked for."""
        for name in names:
            self._held.pop(name, None)
            self._asked.pop(name, None)

    def named(self, start: str) -> list[str]:
        """What is held under names that begin so, what grows in the order in which it was last asked for."""
        return sorted(
            (name for name in list(self._held) if name.startswith(start)), key=lambda one: self._asked.get(one, 0)
        )

    def value(self, name: str) -> object:
        """What is held under a name, as it was made last; null where nothing is."""
        known = self._held.get(name)
        return None if known is None else known[1]

    def _filed(self, rows: Rows, name: str, kinds: tuple[type[Noun], ...], form: type[T], make: Make[T]) -> T:
        if self._counted is None:
            return make()
        state = _state(rows, kinds)
        raw = self._counted.get(name, state)
        if raw is not None:
            try:
                return msgspec.json.decode(raw, type=form)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                pass  # of an earlier form: it is made anew
        made = make()
        if self.writes:
            self._counted.put(name, state, msgspec.json.encode(made))
        return made


def _state(rows: Rows, kinds: Iterable[type[Noun]]) -> str:
    """The digest of the signed entries that hold some nouns: of another case, or another past, it is another one."""
    seen = hashlib.sha256(MADE_BY.encode())
    for kind in kinds:
        seen.update(f";{kind_of(kind)}:".encode())
        for number, signature in rows.signed(rows.batches_of(kind_of(kind))):
            seen.update(f"{number}=".encode() + signature)
    return seen.hexdigest()
