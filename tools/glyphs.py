# SPDX-License-Identifier: Apache-2.0
"""Writes which characters the fonts inside the typst wheel can show, read off their own tables."""

import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import typst

PAGE = Path(__file__).parent.parent / "src" / "suluh" / "referral" / "papers" / "glyphs.txt"
HEAD = """# SPDX-License-Identifier: Apache-2.0
# Made by tools/glyphs.py from typst {version}: first and last of each run of characters.
"""
_FONT = re.compile(rb"OTTO|\x00\x01\x00\x00")
_NAME = re.compile(rb"[A-Za-z0-9/ ]{4}")
_TABLES = range(8, 31)
"""How many tables a font has; other counts are bytes that only look like the beginning of one."""

_LARGEST = 1 << 25


def shown(program: bytes) -> set[int]:
    """Every character that a font of text inside the program shows; one of formulas shows nothing alone."""
    found: set[int] = set()
    for match in _FONT.finditer(program):
        tables = _directory(program, match.start())
        if {b"cmap", b"name"} <= tables.keys() and b"MATH" not in tables:
            found.update(_mapped(program, match.start() + tables[b"cmap"]))
    return found


def _directory(program: bytes, at: int) -> dict[bytes, int]:
    """Name and place of each table of what may be a font; nothing where it is none."""
    (count,) = struct.unpack_from(">H", program, at + 4)
    if count not in _TABLES or at + 12 + 16 * count > len(program):
        return {}
    rows = [struct.unpack_from(">4s4xLL", program, at + 12 + 16 * number) for number in range(count)]
    fair = all(_NAME.fullmatch(name) and max(place, size) < _LARGEST for name, place, size in rows)
    return {name: place for name, place, _ in rows} if fair else {}


def _mapped(program: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", program, at + 2)
    for number in range(count):
        (place,) = struct.unpack_from(">4xL", program, at + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", program, at + place)
        if form == 12:  # noqa: PLR2004 # the number of this form of table in the description of OpenType
            yield from _groups(program, at + place)
        elif form == 4:  # noqa: PLR2004 # as above
            yield from _segments(program, at + place)


def _groups(program: bytes, at: int) -> Iterator[int]:
    """Form 12: runs of characters up to the last plane."""
    (count,) = struct.unpack_from(">L", program, at + 12)
    for number in range(count):
        first, last, glyph = struct.unpack_from(">LLL", program, at + 16 + 12 * number)
        yield from (char for char in range(first, last + 1) if glyph + char - first)


def _segments(program: bytes, at: int) -> Iterator[int]:
    """Form 4: runs of characters of the first plane, each shifted or looked up."""
    (double,) = struct.unpack_from(">H", program, at + 6)
    last, first, shift, place = (at + 14, at + 16 + double, at + 16 + 2 * double, at + 16 + 3 * double)
    for number in range(0, double, 2):
        ends, begins, moved, beside = (
            struct.unpack_from(">H", program, one + number)[0] for one in (last, first, shift, place)
        )
        for char in range(begins, min(ends, 0xFFFE) + 1):
            glyph = char + moved
            if beside:
                (glyph,) = struct.unpack_from(">H", program, place + number + beside + 2 * (char - begins))
            if glyph & 0xFFFF:
                yield char


def runs(chars: set[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of characters that follow one another."""
    first = last = -1
    for char in sorted(chars):
        if char != last + 1 and last >= 0:
            yield first, last
        first = char if char != last + 1 or first < 0 else first
        last = char
    if last >= 0:
        yield first, last


def text() -> str:
    """The whole file."""
    [program] = Path(typst.__file__).parent.glob("_typst*")
    lines = (f"{first:x} {last:x}\n" for first, last in runs(shown(program.read_bytes())))
    return HEAD.format(version=typst.__version__) + "".join(lines)


if __name__ == "__main__":
    sys.exit(0 if PAGE.write_text(text(), "utf-8") else 1)
