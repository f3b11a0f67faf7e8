# SPDX-License-Identifier: Apache-2.0
"""Hides small counts so that no sum and no earlier table gives them back.

1. A count of 1 to 9 stands as ``<10``.
2. Where a total stands beside its parts, what the hidden ones can be is worked out from it as a reader would. If a
   small one could then be told to within three values, or they sum to less than 10, or the total is below 20, all parts
   are hidden (``-``): a reader who knows these rules would learn it from any choice among them.
3. A part whose difference from one that left the unit before is 1 to 9 hides all parts, and so does a sum of the same
   parts in both tables; a total with such a difference hides itself and all its parts.
4. Two measures of which one counts some of what the other counts are compared in the same way: letters and letters
   that were answered, defendants and endings. What the smaller one would tell by the difference is hidden in it.
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
    told = Shown(_small(total), shown)
    if not _is_open(total, parts) or any(_gives_back(told, one) for one in before):
        return none
    return told


def beside(one: Shown, wholes: Sequence[Shown], *, in_parts: bool) -> Shown:
    """A measure beside those that count it as well: without what the difference would tell, of all or of a part."""
    whole = _together(wholes)
    if one.total.isdecimal() and _is_near(int(one.total), whole.total):
        return one.withheld()
    if in_parts and _gives_back(one, whole):
        return Shown(one.total, dict.fromkeys(one.parts, GONE))
    return one


def _together(all_: Sequence[Shown]) -> Shown:
    """Several measures as one: what is hidden in one of them is hidden."""
    names = sorted({name for one in all_ for name in one.parts})
    parts = {name: _added([one.parts.get(name, "0") for one in all_]) for name in names}
    return Shown(_added([one.total for one in all_]), parts)


def _added(texts: Sequence[str]) -> str:
    return str(sum(map(int, texts))) if all(one.isdecimal() for one in texts) else GONE


def _small(size: int) -> str:
    return BELOW if 0 < size < SMALL else str(size)


def _is_near(size: int, before: str) -> bool:
    """Whether a count and one that was told before differ by a small number."""
    return before.isdecimal() and 0 < abs(size - int(before)) < SMALL


def _gives_back(told: Shown, before: Shown) -> bool:
    """Whether a part, or a sum of the same parts, differs from that of an earlier table by a small number."""
    pairs = ((text, before.parts.get(name, "0")) for name, text in told.parts.items())
    if any(text.isdecimal() and _is_near(int(text), old) for text, old in pairs):
        return True
    gone, was_gone = _hidden(told), _hidden(before)
    return any(
        _is_near(now, str(old))
        for some in (gone, was_gone, gone | was_gone)
        if (now := _sum(told, some)) is not None and (old := _sum(before, some)) is not None
    )


def _hidden(shown: Shown) -> frozenset[str]:
    return frozenset(name for name, text in shown.parts.items() if not text.isdecimal())


def _sum(shown: Shown, some: frozenset[str]) -> int | None:
    """What a table says of the sum of some parts, by adding them or by taking all others from the total."""
    texts = [shown.parts.get(name, "0") for name in some]
    if all(text.isdecimal() for text in texts):
        return sum(map(int, texts))
    others = [text for name, text in shown.parts.items() if name not in some]
    if not shown.total.isdecimal() or not all(text.isdecimal() for text in others):
        return None
    return int(shown.total) - sum(map(int, others))


def _is_open(total: int, parts: Mapping[str, int]) -> bool:
    """Whether every small count can still have several values for who reads the total."""
    small = [size for size in parts.values() if 0 < size < SMALL]
    if total < SMALL or not small:
        return True
    low = max(1, sum(small) - (SMALL - 1) * (len(small) - 1))
    high = min(SMALL - 1, sum(small) - (len(small) - 1))
    return total >= 2 * SMALL and sum(small) >= SMALL and high - low + 1 >= OPEN
