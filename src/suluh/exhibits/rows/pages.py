# SPDX-License-Identifier: Apache-2.0
"""The pages of a SQLite database, or of a write-ahead log, and the bytes of the records on them.

Described in sqlite.org/fileformat2.html.
"""

import struct
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

MAGIC = b"SQLite format 3\0"
LOGS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_HEAD, _LOG_HEAD, _FRAME_HEAD = 100, 32, 24
_TABLE_INNER, _TABLE_LEAF, _INDEX_INNER, _INDEX_LEAF = 5, 13, 2, 10
_SMALLEST, _LARGEST = 512, 65536
_MOST_OVERFLOW = 1 << 28
"""Bytes of one record: more no file within a row has that is read here."""

_OFTEN, _SPARE = 4, 1 << 26
"""A whole reading of all rows needs each page once; so often, and so many bytes more, are read at most."""

_FIXED = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
SHAPELESS = 12
"""From this kind on a value is bytes where the kind is even, and text where it is odd."""


class Value(NamedTuple):
    """One value of a record: its kind as SQLite numbers it, and where its bytes lie in the record."""

    kind: int
    start: int
    end: int


class Cell(NamedTuple):
    """One record on a page."""

    page: int
    number: int
    row: int
    """The row's own number; that of the cell where rows have none."""

    size: int
    here: bytes
    """What of it stands on the page itself."""

    beyond: int
    """The page on which it goes on; 0 where it does not."""


class Page(NamedTuple):
    """One page of a tree: its bytes, its kind, where its cells begin, and the page behind the last of them."""

    number: int
    raw: bytes
    kind: int
    cells: tuple[int, ...]
    right: int

    @property
    def is_leaf(self) -> bool:
        """Whether rows stand on it."""
        return self.kind in {_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER}


class Pages:
    """Pages by their number. Raises `ValueError` for what is no database, or no log of one."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.seek(0)
        head = file.read(_HEAD)
        self.is_log = head.startswith(LOGS)
        if self.is_log:
            self.size, spare = int.from_bytes(head[8:12], "big"), 0
        else:
            stated = int.from_bytes(head[16:18], "big")
            self.size, spare = _LARGEST if stated == 1 else stated, head[20] if len(head) == _HEAD else 0
        if not _SMALLEST <= self.size <= _LARGEST or self.size & (self.size - 1):
            raise ValueError("it states no size of its pages that can be")
        self.usable = self.size - spare
        self._places: Mapping[int, int] | None = self._frames() if self.is_log else None
        self._left = _OFTEN * file.seek(0, 2) + _SPARE
        self.count = max(self._places, default=0) if self._places is not None else file.seek(0, 2) // self.size

    def is_spent(self) -> bool:
        """Whether records were gone after so far that they must lead in circles."""
        return self._left < 0

    def numbers(self) -> Iterator[int]:
        """The numbers of all pages that are here."""
        yield from sorted(self._places) if self._places is not None else range(1, self.count + 1)

    def raw(self, number: int) -> bytes:
        """The bytes of one page; none where it is not here."""
        place = (number - 1) * self.size if self._places is None else self._places.get(number, -1)
        if number < 1 or place < 0:
            return b""
        self._file.seek(place)
        return self._file.read(self.size)

    def page(self, number: int) -> Page | None:
        """One page of a tree; null where it is none."""
        raw = self.raw(number)
        at = _HEAD if number == 1 else 0
        kind = raw[at] if len(raw) == self.size else 0
        if kind not in {_TABLE_INNER, _TABLE_LEAF, _INDEX_INNER, _INDEX_LEAF}:
            return None
        has_right = kind in {_TABLE_INNER, _INDEX_INNER}
        count = int.from_bytes(raw[at + 3 : at + 5], "big")
        first = at + (12 if has_right else 8)
        if first + 2 * count > self.size:
            return None
        right = int.from_bytes(raw[at + 8 : at + 12], "big") if has_right else 0
        return Page(number, raw, kind, struct.unpack_from(f">{count}H", raw, first), right)

    def below(self, page: Page) -> Iterator[int]:
        """The pages under one, in their order."""
        if page.right:
            yield from (int.from_bytes(page.raw[at : at + 4], "big") for at in page.cells)
            yield page.right

    def cell(self, page: Page, number: int) -> Cell | None:
        """One record of a page; null where there is none."""
        raw, at = page.raw, page.cells[number]
        if page.kind == _TABLE_INNER:
            return None
        at += 4 if page.kind == _INDEX_INNER else 0
        size, at = varint(raw, at)
        row = number
        if page.kind == _TABLE_LEAF:
            row, at = varint(raw, at)
            row -= (1 << 64) if row >> 63 else 0
        here = self._here(size, is_table=page.kind == _TABLE_LEAF)
        beyond = int.from_bytes(raw[at + here : at + here + 4], "big") if here < size else 0
        return Cell(page.number, number, row, size, raw[at : at + here], beyond) if at + here <= len(raw) else None

    def record(self, cell: Cell) -> bytes:
        """The bytes of a record, as far as they are here."""
        return self._gathered(cell, _MOST_OVERFLOW)

    def glance(self, cell: Cell, most: int) -> bytes:
        """So many first bytes of a record, as long as a sound database would have that many to look at."""
        self._left -= max(most - len(cell.here), 0)
        return self._gathered(cell, most) if self._left >= 0 else b""

    def _gathered(self, cell: Cell, most: int) -> bytes:
        parts, held, onward, seen = [cell.here], len(cell.here), cell.beyond, set[int]()
        while onward and held < min(cell.size, most) and onward not in seen:
            seen.add(onward)
            raw = self.raw(onward)
            if len(raw) < self.size:
                break
            piece = raw[4 : min(self.usable, 4 + cell.size - held)]
            parts.append(piece)
            held += len(piece)
            onward = int.from_bytes(raw[:4], "big")
        return b"".join(parts)

    def _here(self, size: int, *, is_table: bool) -> int:
        """How much of a record of this size stands on its own page."""
        most = self.usable - 35 if is_table else (self.usable - 12) * 64 // 255 - 23
        if size <= most:
            return size
        least = (self.usable - 12) * 32 // 255 - 23
        held = least + (size - least) % (self.usable - 4)
        return held if held <= most else least

    def _frames(self) -> Mapping[int, int]:
        """Where the newest bytes of each page stand in a log, as far as it was committed."""
        salts = self._salts(16)
        found: dict[int, int] = {}
        waiting: dict[int, int] = {}
        size = self._file.seek(0, 2)
        for at in range(_LOG_HEAD, size - self.size - _FRAME_HEAD + 1, self.size + _FRAME_HEAD):
            self._file.seek(at)
            head = self._file.read(_FRAME_HEAD)
            if head[8:16] != salts:
                break
            waiting[int.from_bytes(head[:4], "big")] = at + _FRAME_HEAD
            if any(head[4:8]):
                found |= waiting
                waiting = {}
        return found

    def _salts(self, at: int) -> bytes:
        self._file.seek(at)
        return self._file.read(8)


def values(record: bytes) -> tuple[Value, ...]:
    """The values of a record by its own heading; none where that cannot be read."""
    length, at = varint(record, 0)
    end = length
    found = []
    while at < length <= len(record):
        kind, at = varint(record, at)
        size = _FIXED[kind] if kind < len(_FIXED) else max(kind - SHAPELESS, 0) // 2
        found.append(Value(kind, end, end + size))
        end += size
    return tuple(found)


def varint(raw: bytes, at: int) -> tuple[int, int]:
    """A number as SQLite writes it, and where it ends."""
    value = 0
    for place in range(at, min(at + 8, len(raw))):
        value = value << 7 | raw[place] & 0x7F
        if raw[place] < 0x80:  # noqa: PLR2004 # the last byte
            return value, place + 1
    return (value << 8 | raw[at + 8], at + 9) if at + 8 < len(raw) else (value, len(raw))
