# SPDX-License-Identifier: Apache-2.0
"""Hides small counts so that no sum and no earlier table gives them back.

1. A count of 1 to 9 stands as ``<10``.
2. Where a total stands beside its parts, what the hidden ones can be is worked out from it as a reader would. If a
   small one could then be told to within three values, the smallest part that is shown is hidden as well (``-``), until
   it cannot; if nothing is left to hide, all parts are.
3. A part whose difference from one that left the unit before is 1 to 9 hides all parts, and so does a sum of hidden
   ones; a total with such a difference hides itself and all its parts.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

SMALL = 10
OPEN = 3
"""So many values a hidden count must still be able to have."""

BELOW, GONE = "<10", "-"


class Shown(NamedTuple):
    """A total and its parts as they leave the unit: numbers as text, ``<10``, or ``-``."""

    total: str
    parts: Mapping[str, str]

    def withheld(self) -> "Shown":
        """Nothing of it."""
        return Shown(GONE, dict.fromkeys(self.parts, GONE))


def hidden(parts: Mapping[str, int], before: Sequence[Shown] = ()) -> Shown:
    """Parts and their total as they may stand, beside how they stood in all tables before."""
    total, shown = sum(parts.values()), {name: _small(size) for name, size in parts.items()}
    none = Shown(_small(total), dict.fromkeys(parts, GONE))
    if any(_is_near(total, one.total) for one in before):
        return none.withheld()
    while _is_open(total, parts, shown):
        left = [name for name in sorted(parts) if shown[name] not in (BELOW, GONE) and parts[name]]
        if not left:
            return none
        shown[min(left, key=lambda name: (parts[name], name))] = GONE
    told = Shown(_small(total), shown)
    return none if any(_gives_back(told, one) for one in before) else told


def _small(size: int) -> str:
    return BELOW if 0 < size < SMALL else str(size)


def _is_near(size: int, before: str) -> bool:
    """Whether a count and one that was told before differ by a small number."""
    return before.isdecimal() and 0 < abs(size - int(before)) < SMALL


def _gives_back(told: Shown, before: Shown) -> bool:
    """Whether a part, or the sum of what is hidden, differs from that of an earlier table by a small number."""
    pairs = ((text, before.parts.get(name, "0")) for name, text in told.parts.items())
    if any(text.isdecimal() and _is_near(int(text), old) for text, old in pairs):
        return True
    rest, old = _rest(told), _rest(before)
    return rest is not None and old is not None and _is_near(rest, str(old))


def _rest(shown: Shown) -> int | None:
    """The sum of what a table hides, where its total gives that away."""
    if not shown.total.isdecimal():
        return None
    return int(shown.total) - sum(int(text) for text in shown.parts.values() if text.isdecimal())


def _is_open(total: int, parts: Mapping[str, int], shown: Mapping[str, str]) -> bool:
    """Whether the total would give a small count back."""
    small = [name for name, text in shown.items() if text == BELOW]
    gone = [name for name, text in shown.items() if text == GONE]
    if total < SMALL or not small:
        return False
    rest = sum(parts[name] for name in (*small, *gone))
    low = 1 if gone else max(1, rest - (SMALL - 1) * (len(small) - 1))
    high = min(SMALL - 1, rest - (len(small) - 1) - SMALL * len(gone))
    return high - low + 1 < OPEN
