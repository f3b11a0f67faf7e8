# SPDX-License-Identifier: Apache-2.0
"""What was made of lists, held in memory for all officers of one access who read without a purpose."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar, cast

from suluh.case.gate.viewer import Masks

T = TypeVar("T")

MOST = {"rows": 500, "made": 60, "sketches": 1, "whole": 4}
"""How many things of each sort are held: short lists and counts, what was made of lists, some fields of all rows of a
list, whole lists."""


class State(NamedTuple):
    """What a list hangs on."""

    own: str
    """Its nouns, who is hidden in it, and the hour where it goes by that."""

    names: str
    """The names that masks know: only what had words to mask hangs on them."""


class Moving(NamedTuple):
    """The state of what a run changes as it was counted last."""

    state: State
    since: float
    at: str
    """The same moment as a time."""


class Held(NamedTuple):
    """One thing that was made, and what it hangs on."""

    own: str
    names: str | None
    """Null where no word was masked: whatever names come, it stays as it is."""

    value: object


@dataclass
class Shelf:
    """What was read and counted, masked."""

    held: dict[str, dict[str, Held]] = field(default_factory=lambda: {sort: {} for sort in MOST})
    masks: Masks = field(default_factory=dict)
    moving: dict[str, Moving] = field(default_factory=dict)
    """Of what a run changes, by list, what was counted."""

    costs: dict[str, float] = field(default_factory=dict)
    """Seconds of a processor that it took to count a list."""

    rests: float = 0
    """Until when nothing that is held is counted anew while a run goes on, in seconds."""

    falling: dict[str, object] = field(default_factory=dict)
    """What falls with each of the last exhibits of which it was worked out, by label."""

    masked: int = 0
    """How often something was taken from here in which words are masked: what is made of it hangs on names as well."""

    def take(self, sort: str, name: str, state: State, asked: Callable[[], object], make: Callable[[], T]) -> T:
        """What was made under a name, made anew where what it hangs on has changed; `asked` tells of masked words."""
        some = self.held[sort]
        known = some.pop(name, None)
        if known is None or known.own != state.own or known.names not in (None, state.names):
            before = asked(), self.masked
            made = make()
            known = Held(state.own, None if (asked(), self.masked) == before else state.names, made)
        self.masked += known.names is not None
        some[name] = known
        for old in list(some)[: -MOST[sort]]:  # those that were asked for last stay
            some.pop(old, None)
        return cast("T", known.value)
