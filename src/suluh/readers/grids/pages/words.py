# SPDX-License-Identifier: Apache-2.0
"""The words of a page of a PDF with where they stand, and the lines that they make."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_BLANKS = frozenset({0, 9, 10, 13, 32, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x200B, 0x202F, 0xFEFF})
_HYPHENS = frozenset({2, 0xFFFE, 0xAD})
"""How pdfium gives a hyphen at the end of a line."""

_APART = 0.16
"""Parts of the size of a font that part two words."""

_LEVEL = 0.3
"""Parts of the size of a font by which the baselines of one line may differ."""

_UPRIGHT = 0.1
"""Radians: what is turned further is a mark across the page."""

_HUGE = 3.0
"""Times the usual size of a font: a mark behind the page."""

_MOST_CHARS = 60_000
_FIRST_HALF, _LAST_HALF, _LAST = 0xD800, 0xDFFF, 0x10FFFF
_QUARTER = 1.5707963
_QUARTERS = {0: 0, 90: 1, 180: 2, 270: 3}


class Word(NamedTuple):
    """A word, in points from the left and from the top of the page as it is shown."""

    left: float
    right: float
    base: float
    size: float
    text: str

    @property
    def middle(self) -> float:
        """Halfway between its ends."""
        return (self.left + self.right) / 2


class Line(NamedTuple):
    """The words on one baseline, from the left."""

    base: float
    size: float
    words: tuple[Word, ...]

    @property
    def sign(self) -> float:
        """The width of a sign, on average."""
        return sum(word.right - word.left for word in self.words) / max(1, sum(len(word.text) for word in self.words))

    @property
    def text(self) -> str:
        """All of it, words parted by a space."""
        return " ".join(word.text for word in self.words)


def lines(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a page, from the top."""
    textpage = page.get_textpage()
    try:
        found = list(_words(textpage.raw, _Turn(page)))
    finally:
        textpage.close()
    return _lines(_without_marks(found))


class _Turn:
    """From the points of a PDF to those of the page as it is shown."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.quarters = _QUARTERS.get(page.get_rotation(), 0)
        left, bottom, right, top = page.get_bbox()
        self.left, self.bottom, self.right, self.top = left, bottom, right, top

    def box(self, box: tuple[float, float, float, float], base: tuple[float, float]) -> tuple[float, float, float]:
        """Left and right edge and the baseline of a sign."""
        left, bottom, right, top = box
        x, y = base
        if self.quarters == 1:
            return bottom - self.bottom, top - self.bottom, x - self.left
        if self.quarters == 2:  # noqa: PLR2004 # upside down
            return self.right - right, self.right - left, y - self.bottom
        if self.quarters == 3:  # noqa: PLR2004 # the other way round
            return self.top - top, self.top - bottom, self.right - x
        return left - self.left, right - self.left, self.top - y


class _Open:
    """A word while its signs come."""

    __slots__ = ("base", "left", "right", "size", "text")

    def __init__(self, left: float, right: float, base: float, size: float, text: str) -> None:
        self.left, self.right, self.base, self.size, self.text = left, right, base, size, [text]

    def takes(self, left: float, base: float) -> bool:
        """Whether a sign that stands there goes on with this word."""
        level = abs(base - self.base) <= self.size * _LEVEL / 2
        return level and -0.5 * self.size <= left - self.right <= _APART * self.size

    def closed(self) -> Word:
        return Word(self.left, self.right, self.base, self.size, "".join(self.text))


def _words(raw: pdfium.FPDF_TEXTPAGE, turn: _Turn) -> Iterator[Word]:
    """The words in the order in which the file draws them."""
    box, x, y = pdfium.FS_RECTF(), pdfium.c_double(), pdfium.c_double()
    word: _Open | None = None
    for at in range(min(pdfium.FPDFText_CountChars(raw), _MOST_CHARS)):
        code = pdfium.FPDFText_GetUnicode(raw, at)
        if code in _BLANKS:
            if word is not None:
                yield word.closed()
            word = None
            continue
        if not _is_upright(raw, at, turn) or not pdfium.FPDFText_GetLooseCharBox(raw, at, box):
            continue
        pdfium.FPDFText_GetCharOrigin(raw, at, x, y)
        left, right, base = turn.box((box.left, box.bottom, box.right, box.top), (x.value, y.value))
        sign = "-" if code in _HYPHENS else _sign(code)
        if word is not None and word.takes(left, base):
            word.right = max(word.right, right)
            word.text.append(sign)
            continue
        if word is not None:
            yield word.closed()
        size = abs(box.top - box.bottom) if turn.quarters % 2 == 0 else abs(box.right - box.left)
        word = _Open(left, right, base, max(size * 0.85, 1.0), sign)
    if word is not None:
        yield word.closed()


def _sign(code: int) -> str:
    """A sign by its code; half a sign, or a code of none, is a question mark."""
    return chr(code) if code < _FIRST_HALF or _LAST_HALF < code <= _LAST else "?"


def _is_upright(raw: pdfium.FPDF_TEXTPAGE, at: int, turn: _Turn) -> bool:
    """Whether a sign stands level on the page as it is shown."""
    turned = (pdfium.FPDFText_GetCharAngle(raw, at) + turn.quarters * _QUARTER) % (4 * _QUARTER)
    return bool(min(turned, 4 * _QUARTER - turned) < _UPRIGHT)


def _without_marks(words: Sequence[Word]) -> list[Word]:
    """The words without what is printed far larger than the rest."""
    sizes = sorted(word.size for word in words)
    usual = sizes[len(sizes) // 2] if sizes else 0
    return [word for word in words if word.size <= _HUGE * usual]


def _lines(words: Sequence[Word]) -> list[Line]:
    """Words on one baseline as a line; pieces of one word that were drawn one by one are joined."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.base, one.left)):
        if found and word.base - found[-1][0].base <= _LEVEL * max(word.size, found[-1][0].size):
            found[-1].append(word)
        else:
            found.append([word])
    return [_line(one) for one in found]


def _line(words: list[Word]) -> Line:
    joined: list[Word] = []
    for word in sorted(words, key=lambda one: (one.left, one.right)):
        before = joined[-1] if joined else None
        if before is not None and before.right - 0.5 * word.size <= word.left <= before.right + 0.04 * word.size:
            text = before.text + word.text
            joined[-1] = Word(before.left, max(before.right, word.right), before.base, before.size, text)
        elif before is None or (word.left, word.text) != (before.left, before.text):
            joined.append(word)
    sizes = sorted(word.size for word in joined)
    return Line(words[0].base, sizes[len(sizes) // 2], tuple(joined))


def segments(line: Line, apart: float) -> list[Word]:
    """Words that stand close to each other as one, parted where the gap is wider than so many points."""
    found: list[Word] = []
    for word in line.words:
        if found and word.left - found[-1].right <= apart:
            last = found[-1]
            found[-1] = Word(last.left, word.right, last.base, last.size, f"{last.text} {word.text}")
        else:
            found.append(word)
    return found
