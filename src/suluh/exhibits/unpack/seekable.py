# SPDX-License-Identifier: Apache-2.0
"""The plain bytes of a packed file as a file that can be read at any place, without being written anywhere."""

import copy
import os
from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from suluh.exhibits.limits import RATIO, RATIO_AFTER
from suluh.exhibits.unpack.methods import Inflate
from suluh.exhibits.unpack.reading import Forward
from suluh.exhibits.unpack.streams import BLOCK, TooMuch, Unpacker, is_done

ONLY = b"unpacked"
"""What the one file in a packed file is called that names none."""

_SPACING = 1 << 20
_MOST_MARKS = 4000
"""Each costs some 40 KiB: where there are more, every other one is let go and the next stand twice as far apart."""

_HELD = 192 << 20
"""Where the method cannot be entered in the middle, so many of the first plain bytes are held."""


class _Mark(NamedTuple):
    """A place at which unpacking can begin."""

    plain: int
    packed: int
    state: Unpacker
    rest: bytes


class Unpacked(Forward):
    """Plain bytes, from any place. Reading raises `ValueError` at damage, once all bytes before it were given."""

    def __init__(self, file: BinaryIO, span: tuple[int, int], new: Callable[[], Unpacker]) -> None:
        self._file, (self._start, self._stop), self._new = file, span, new
        self._marks: list[_Mark] = []
        self._spacing = _SPACING
        self._held = bytearray()
        self._at = 0
        self._ready = b""
        self._restart(None)

    def seekable(self) -> bool:
        """Always, at the cost of unpacking what lies between."""
        return True

    def tell(self) -> int:
        """The place reached."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place; from the end only once all was unpacked."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size() if whence == os.SEEK_END else 0}
        self._at = max(0, start[whence] + offset)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end or before a fault."""
        wanted = 1 << 62 if size is None or size < 0 else size
        if self._at + wanted <= len(self._held):
            raw = bytes(self._held[self._at : self._at + wanted])
            self._at += len(raw)
            return raw
        self._approach()
        parts: list[bytes] = []
        while wanted > 0:
            piece = self._take(wanted)
            if not piece:
                break
            parts.append(piece)
            wanted -= len(piece)
        raw = b"".join(parts)
        if not raw and wanted and self._fault is not None:
            raise self._fault
        return raw

    def ends(self) -> bool:
        """Whether no further byte comes, as far as unpacking went."""
        return self._over and not self._ready

    def _take(self, most: int) -> bytes:
        if not self._ready:
            self._ready = self._next()
        piece, self._ready = self._ready[:most], self._ready[most:]
        self._at += len(piece)
        self._reached += len(piece)
        return piece

    def _approach(self) -> None:
        """Stand where the next byte is wanted."""
        if self._at < self._reached or self._nearest() > self._reached:
            self._restart(next((one for one in reversed(self._marks) if one.plain <= self._at), None))
        while self._reached < self._at:
            if not self._ready:
                self._ready = self._next()
            if not self._ready:
                break
            step = min(len(self._ready), self._at - self._reached)
            self._ready = self._ready[step:]
            self._reached += step

    def _nearest(self) -> int:
        return max((one.plain for one in self._marks if one.plain <= self._at), default=0)

    def _restart(self, mark: _Mark | None) -> None:
        self._inner = self._new() if mark is None else copy.copy(mark.state)
        self._taken = self._start if mark is None else mark.packed
        self._reached = self._given = 0 if mark is None else mark.plain
        self._ready, self._over = b"", False
        self._fault: ValueError | None = None
        self._pieces = iter(()) if mark is None else self._inner.pieces(mark.rest)

    def _next(self) -> bytes:
        """The next plain bytes; nothing at the end or where a fault is met."""
        while not self._over:
            try:
                piece = next(self._pieces, None)
                if piece is None:
                    self._feed()
                    continue
            except ValueError as error:
                self._fault, self._over = error, True
                break
            if piece:
                return self._counted(piece)
        return b""

    def _feed(self) -> None:
        """Hand over the next packed bytes. Raises `ValueError` where they end too early."""
        if self._inner.is_whole() or self._taken >= self._stop:
            self._over = True
            if not is_done(self._inner):
                raise ValueError("its packed bytes end too early")
            return
        self._mark()
        self._file.seek(self._taken)
        packed = self._file.read(min(BLOCK, self._stop - self._taken))
        if not packed:
            self._stop = self._taken
        self._taken += len(packed)
        self._pieces = self._inner.pieces(packed)

    def _mark(self) -> None:
        """Remember this place, where one can begin here and the last one lies far enough behind."""
        last = self._marks[-1].plain if self._marks else 0
        if not isinstance(self._inner, Inflate) or self._given < last + self._spacing:
            return
        self._marks.append(_Mark(self._given, self._taken, copy.copy(self._inner), b""))
        if len(self._marks) > _MOST_MARKS:
            self._marks, self._spacing = self._marks[1::2], 2 * self._spacing

    def _counted(self, piece: bytes) -> bytes:
        packed = self._taken - self._start
        if not isinstance(self._inner, Inflate) and self._given == len(self._held) < _HELD:
            self._held += piece
        self._given += len(piece)
        if self._given > RATIO_AFTER and self._given > RATIO * packed:
            self._over = True
            self._fault = TooMuch(f"too large: it unpacks to more than {RATIO} times its size")
            return b""
        return piece

    def _size(self) -> int:
        """How many plain bytes there are, as far as they can be unpacked."""
        before, self._at = self._at, 1 << 62
        self._approach()
        self._at = before
        return self._reached
