# SPDX-License-Identifier: Apache-2.0
"""Many ids or numbers held in little room: a text of Python takes five times what its letters say."""

from array import array
from base64 import b32decode
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from suluh.model.ids import letters

_SIZE = 16
"""Bytes of an id."""

DIGITS = 18
"""Digits that fit into eight bytes behind a one, which keeps the noughts in front."""

_HEAPS = 1 << 20


class Ids(Sequence[str]):
    """Ids in their order, each in its sixteen bytes."""

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._raw = b"".join(map(_packed, ids))

    def __len__(self) -> int:
        return len(self._raw) // _SIZE

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self._at(one) for one in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return self._at(at % len(self))

    def __iter__(self) -> Iterator[str]:
        return map(self._at, range(len(self)))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._find(name) >= 0

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """Where an id stands; as in a list `ValueError` where it does not."""
        at = self._find(value)
        if at < start or (stop is not None and at >= stop):
            raise ValueError(value)
        return at

    def among(self, names: Iterable[str]) -> frozenset[str]:
        """Those of some ids that are among these."""
        wanted = {_packed(name): name for name in names}
        held = (self._raw[at : at + _SIZE] for at in range(0, len(self._raw), _SIZE))
        return frozenset(wanted[one] for one in held if one in wanted)

    def with_more(self, more: Iterable[tuple[int, str]]) -> "Ids":
        """These ids and more, each before the place that is named with it; the places go up."""
        parts, start, found = list[bytes](), 0, Ids()
        for place, name in more:
            parts += (self._raw[start : place * _SIZE], _packed(name))
            start = place * _SIZE
        found._raw = b"".join((*parts, self._raw[start:]))
        return found

    def _at(self, place: int) -> str:
        return letters(self._raw[place * _SIZE : (place + 1) * _SIZE])

    def _find(self, name: str) -> int:
        """The place of an id, or -1: its bytes may also stand across two others."""
        try:
            wanted = _packed(name)
        except ValueError:
            return -1
        at = self._raw.find(wanted)
        while at >= 0 and at % _SIZE:
            at = self._raw.find(wanted, at + 1)
        return at // _SIZE if at >= 0 else -1


class Digits:
    """Strings of digits, of which it is asked whether one is among them."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._long = set[str]()
        self._numbers = array("Q")
        self._met = bytearray(_HEAPS)
        """Nought for each heap that holds nothing: nearly all that is asked is answered by this alone."""

        self.add(known)

    def __contains__(self, digits: object) -> bool:
        if not self._met[hash(digits) % _HEAPS] or not isinstance(digits, str):
            return False
        if len(digits) > DIGITS:
            return digits in self._long
        number = int("1" + digits)
        at = bisect_left(self._numbers, number)
        return at < len(self._numbers) and self._numbers[at] == number

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same."""
        return isinstance(other, Digits) and (self._numbers, self._long) == (other._numbers, other._long)

    __hash__ = None  # type: ignore[assignment] # more may be added

    def add(self, more: Iterable[str]) -> None:
        """Hold more of them: many at once are sorted, of a few each takes its place."""
        new = {one for one in more if one not in self}
        self._long.update(one for one in new if len(one) > DIGITS)
        for one in new:
            self._met[hash(one) % _HEAPS] = 1
        numbers = sorted(int("1" + one) for one in new if len(one) <= DIGITS)
        if len(numbers) > len(self._numbers):
            self._numbers = array("Q", sorted([*self._numbers, *numbers]))
            return
        for number in numbers:
            insort(self._numbers, number)


def _packed(name: str) -> bytes:
    """The sixteen bytes of an id. Raises `ValueError` for what is none."""
    raw = b32decode(f"{name.upper()}======")
    if letters(raw) != name:
        raise ValueError(name)
    return raw
