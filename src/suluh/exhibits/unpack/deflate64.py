# SPDX-License-Identifier: Apache-2.0
"""Deflate64, method 9 of PKWARE's APPNOTE: deflate (RFC 1951) with a window of 64 KiB and longer copies."""

from collections.abc import Generator, Iterator, Sequence

_WINDOW = 1 << 16
_PIECE = 1 << 18
_PAD = 32
"""Bytes that one symbol with all its extra bits never needs."""

_LENGTHS = (
    *range(3, 11),
    *(base + step * (1 << bits) for bits in range(1, 6) for base in (3 + (4 << bits),) for step in range(4)),
)
_LENGTH_BITS = (*(0,) * 8, *(bits for bits in range(1, 6) for _ in range(4)))
_LENGTH_CODES = tuple(zip((*_LENGTHS, 3), (*_LENGTH_BITS, 16), strict=True))
"""The last code stands for copies of up to 65,538 bytes: this and the two longest distances are what differs."""

_DISTANCE_BITS = (0, 0, *(bits for bits in range(15) for _ in range(2)))
_DISTANCE_CODES = tuple(
    (1 + sum(1 << one for one in _DISTANCE_BITS[:number]), bits) for number, bits in enumerate(_DISTANCE_BITS)
)
_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
_FIXED = ([8] * 144 + [9] * 112 + [7] * 24 + [8] * 8, [5] * 32)
_LONGEST = 15
_END, _REPEAT, _ZEROS, _MANY_ZEROS = 256, 16, 17, 18

Codes = tuple[Sequence[int], int]
"""For the next bits the symbol and its length, as ``symbol << 4 | length``; and how many bits are looked at."""


class Inflate64:
    """Unpacks so many packed bytes."""

    def __init__(self, packed: int) -> None:
        self._left = packed
        self._packed = bytearray()
        self._whole = False
        self._steps = self._unpacked()

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        """The plain bytes that these give. Raises `ValueError` for what cannot be unpacked."""
        self._left -= len(packed)
        self._packed += packed
        if self._left <= 0:
            self._packed += bytes(2 * _PAD)
        for piece in self._steps:
            if piece is None:
                return
            yield piece

    def is_whole(self) -> bool:
        """Whether the last block was unpacked."""
        return self._whole

    def _unpacked(self) -> Generator[bytes | None]:
        """Plain bytes as they come; null where more packed ones are needed."""
        window = bytearray()
        bits = _Bits(self._packed)
        last = 0
        while not last:
            while not bits.has(_PAD):
                yield None
            last, kind = bits.take(1), bits.take(2)
            if kind == 0:
                yield from self._stored(bits, window)
            elif kind in {1, 2}:
                yield from self._coded(
                    bits, window, *(_tables(_FIXED) if kind == 1 else (yield from self._codes(bits)))
                )
            else:
                raise ValueError("its packed bytes are damaged: a block of no known kind")
            if self._left <= 0 and bits.place() > len(self._packed) - 2 * _PAD:
                raise ValueError("its packed bytes end too early")
        self._whole = True
        yield bytes(window[bits.given :])

    def _stored(self, bits: "_Bits", window: bytearray) -> Generator[bytes | None]:
        bits.to_byte()
        length = bits.take(16)
        if bits.take(16) != length ^ 0xFFFF:
            raise ValueError("its packed bytes are damaged: a length that is none")
        while length:
            part = bits.raw(length)
            if not part:
                yield None
                continue
            window += part
            length -= len(part)
            yield from bits.give(window)

    def _codes(self, bits: "_Bits") -> Generator[None, None, tuple[Codes, Codes]]:
        """The codes that a block brings."""
        while not bits.has(16 * _PAD):
            if self._left <= 0 and bits.has(_PAD):
                break
            yield None
        literals, distances, number = bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4
        sizes = [0] * 19
        for place in _ORDER[:number]:
            sizes[place] = bits.take(3)
        table = _table(sizes)
        found: list[int] = []
        while len(found) < literals + distances:
            symbol = bits.symbol(table)
            if symbol < _REPEAT:
                found.append(symbol)
            elif symbol == _REPEAT and found:
                found += [found[-1]] * (3 + bits.take(2))
            elif symbol == _ZEROS:
                found += [0] * (3 + bits.take(3))
            elif symbol == _MANY_ZEROS:
                found += [0] * (11 + bits.take(7))
            else:
                raise ValueError("its packed bytes are damaged: lengths of codes that are none")
        return _tables((found[:literals], found[literals : literals + distances]))

    def _coded(self, bits: "_Bits", window: bytearray, literals: Codes, distances: Codes) -> Generator[bytes | None]:
        (table, width), mask = literals, (1 << literals[1]) - 1
        while True:
            while not bits.has(_PAD):
                yield None
            end = len(bits.packed) - _PAD
            held, count, at, most = bits.held, bits.count, bits.at, bits.given + _PIECE
            # one loop over plain names: it is gone through for every byte
            while at <= end and len(window) < most:
                if count < 48:  # noqa: PLR2004 # length, its extra bits, distance, its extra bits
                    held |= int.from_bytes(bits.packed[at : at + 8], "little") << count
                    at += 8
                    count += 64
                found = table[held & mask]
                size = found & 15
                if not size:
                    raise ValueError("its packed bytes are damaged: a code that is none")
                held >>= size
                count -= size
                symbol = found >> 4
                if symbol < _END:
                    window.append(symbol)
                    continue
                bits.held, bits.count, bits.at = held, count, at
                if symbol == _END:
                    return
                _copy(bits, window, symbol, distances)
                held, count, at = bits.held, bits.count, bits.at
            bits.held, bits.count, bits.at = held, count, at
            yield from bits.give(window)
            bits.forget()


class _Bits:
    """Packed bytes, bit by bit, the lowest of each byte first."""

    def __init__(self, packed: bytearray) -> None:
        self.packed = packed
        self.at = self.held = self.count = 0
        self.given = 0
        """How many bytes of the window were given out."""

    def has(self, number: int) -> bool:
        """Whether so many bytes are there."""
        return len(self.packed) - self.at >= number

    def place(self) -> int:
        """Up to which byte bits were taken."""
        return self.at - self.count // 8

    def fill(self) -> None:
        """Hold at least 48 bits."""
        if self.count < 48:  # noqa: PLR2004 # length, its extra bits, distance, its extra bits
            self.held |= int.from_bytes(self.packed[self.at : self.at + 8], "little") << self.count
            self.at += 8
            self.count += 64

    def drop(self, number: int) -> None:
        """Go on by so many bits. Raises `ValueError` where a code is none."""
        if not number:
            raise ValueError("its packed bytes are damaged: a code that is none")
        self.held >>= number
        self.count -= number

    def take(self, number: int) -> int:
        """The next bits as a number."""
        if not number:
            return 0
        self.fill()
        found = self.held & ((1 << number) - 1)
        self.drop(number)
        return found

    def symbol(self, codes: Codes) -> int:
        """The next symbol."""
        self.fill()
        found = codes[0][self.held & ((1 << codes[1]) - 1)]
        self.drop(found & 15)
        return found >> 4

    def to_byte(self) -> None:
        """Leave out what is left of a byte, and hold no more than whole bytes that were not read yet."""
        self.at -= self.count // 8
        self.held = self.count = 0

    def raw(self, most: int) -> bytes:
        """Bytes as they lie, as many as there are."""
        self.at -= self.count // 8
        self.held = self.count = 0
        part = bytes(self.packed[self.at : min(self.at + most, len(self.packed))])
        self.at += len(part)
        return part

    def give(self, window: bytearray) -> Iterator[bytes]:
        """What of the window was not given yet; only what copies may reach is kept."""
        if len(window) > self.given:
            yield bytes(window[self.given :])
        del window[: max(0, len(window) - _WINDOW)]
        self.given = len(window)

    def forget(self) -> None:
        """Let go of packed bytes that were read."""
        if self.at > _PIECE:
            del self.packed[: self.at]
            self.at = 0


def _copy(bits: _Bits, window: bytearray, symbol: int, distances: Codes) -> None:
    """Repeat what stands in the window."""
    if symbol - 257 >= len(_LENGTH_CODES):
        raise ValueError("its packed bytes are damaged: a length that is none")
    base, extra = _LENGTH_CODES[symbol - 257]
    length = base + bits.take(extra)
    base, extra = _DISTANCE_CODES[bits.symbol(distances)]
    distance = base + bits.take(extra)
    start = len(window) - distance
    if start < 0:
        raise ValueError("its packed bytes are damaged: they refer to what comes before their start")
    if distance >= length:
        window += window[start : start + length]
    else:
        window += (window[start:] * (length // distance + 1))[:length]


def _tables(sizes: tuple[Sequence[int], Sequence[int]]) -> tuple[Codes, Codes]:
    return _table(sizes[0]), _table(sizes[1])


def _table(sizes: Sequence[int]) -> Codes:
    """The symbol for every value of as many bits as the longest code has."""
    width = max(sizes, default=0) or 1
    found = [0] * (1 << width)
    code = 0
    for size in range(1, width + 1):
        for symbol, own in enumerate(sizes):
            if own == size:
                if code >> size:
                    raise ValueError("its packed bytes are damaged: more codes than there is room for")
                turned = int(f"{code:0{size}b}"[::-1], 2)
                found[turned :: 1 << size] = [symbol << 4 | size] * (1 << (width - size))
                code += 1
        code <<= 1
    return found, width
