# SPDX-License-Identifier: Apache-2.0
"""Where the columns of a table stand on a page: between its headings, where fewest words of the rows stand."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from suluh.readers.grids.pages.headings import are_two, is_heading, is_sum, kinds, with_part
from suluh.readers.grids.pages.words import Line, Word, segments

_GAP = 1.1
"""Widths of a sign that part two headings: more than the space between two words."""

_STEPS = (1.6, 2.4)
"""Sizes of the font between two lines of one heading: above the first, and below it."""

_GRAIN = 1.0
_MOST_WORDS = 60
_DEEP = 4
"""Lines that one heading may be wrapped to."""

_CLOSE = 1.9
"""Sizes of the font between the lines of a heading that is wrapped."""

_LONG = 60
"""Signs of a heading; what is longer is a sentence."""

_TOWARDS = 0.7
"""Texts run over to the right more often than sums grow to the left."""
_MOST_LINES = 400


class Head(NamedTuple):
    """The heading of a table on one page."""

    first: int
    last: int
    """Of its lines, by their number on the page from 0."""

    cells: tuple[Word, ...]
    """From the left; each with its whole text."""

    @property
    def key(self) -> tuple[tuple[str, int], ...]:
        """What two pages with the same table have in common."""
        return tuple((cell.text.casefold(), round(cell.left / 4)) for cell in self.cells)


class Columns(NamedTuple):
    """The columns of a table: where each but the first begins."""

    starts: tuple[float, ...]
    kinds: tuple[frozenset[str], ...]
    head: tuple[str, ...]

    def split(self, line: Line) -> tuple[str, ...]:
        """The cells of a line."""
        found: list[list[str]] = [[] for _ in self.kinds]
        for word in line.words:
            found[self.column(word)].append(word.text)
        return tuple(" ".join(words) for words in found)

    def column(self, word: Word) -> int:
        """The column of a word, by its middle; one that is wider than a column, by its left edge."""
        at = bisect_right(self.starts, word.middle)
        left = bisect_right(self.starts, word.left + 1.0)
        return left if at - left > 1 else at


def heads(lines: Sequence[Line]) -> list[Head]:
    """The headings of a page, each with the lines that belong to it."""
    found: list[Head] = []
    for number in range(len(lines)):
        floor = found[-1].last + 1 if found else 0
        if number < floor:
            continue
        head = _from(lines, number, floor)
        if head is not None:
            found.append(head)
    return found


def _from(lines: Sequence[Line], number: int, floor: int) -> Head | None:
    """The heading that begins on a line: that line alone, else with those close below it; null where there is none."""
    cells: list[Word] = []
    for last in range(number, min(number + _DEEP, len(lines))):
        line = lines[last]
        if not _may_head(line) or (last > number and line.base - lines[last - 1].base > _CLOSE * line.size):
            return None
        cells = _joined(cells, _pieces(line, cells)) if cells else _parted(line)
        if is_heading(cell.text for cell in cells):
            return _grown(lines, number, last, cells, floor)
    return None


def _may_head(line: Line) -> bool:
    """Whether a line may be part of a heading: no figures, no labels with their values, no sentences."""
    if len(line.words) > _MOST_WORDS or any(map(_has_digit, line.words)):
        return False
    return not any(len(part.text) > _LONG or ":" in part.text for part in segments(line, _GAP * line.sign))


def columns(head: Head, rows: Sequence[Line]) -> Columns:
    """The columns below a heading, from where the words of its rows stand."""
    cells = head.cells
    starts = []
    spans = [_spans(line) for line in rows[:_MOST_LINES]]
    for before, after in pairwise(cells):
        starts.append(_boundary(before, after, spans))
    for at in range(1, len(starts)):
        starts[at] = max(starts[at], starts[at - 1] + 0.1)
    return Columns(
        tuple(starts), tuple(frozenset(kinds(cell.text)) for cell in cells), tuple(cell.text for cell in cells)
    )


def _has_digit(word: Word) -> bool:
    return any(map(str.isdecimal, word.text))


def _parted(line: Line) -> list[Word]:
    """The headings of one line; two of them that plainly are two are parted however close they stand."""
    found: list[Word] = []
    for cell in segments(line, _GAP * line.sign):
        words = [word for word in line.words if cell.left <= word.left < cell.right]
        piece: list[Word] = []
        for word in words:
            if piece and are_two([one.text for one in piece], word.text):
                found.append(_one(piece))
                piece = []
            piece.append(word)
        found.append(_one(piece) if piece else cell)
    return found


def _one(words: Sequence[Word]) -> Word:
    """Words side by side as one."""
    first = words[0]
    return Word(first.left, words[-1].right, first.base, first.size, " ".join(word.text for word in words))


def _grown(lines: Sequence[Line], first: int, last: int, cells: list[Word], floor: int) -> Head:
    """A heading with the lines above and below it that go on with its words."""
    tight = max((lines[at].base - lines[at - 1].base for at in range(first + 1, last + 1)), default=0.0)
    while first > floor and _goes_on(lines[first - 1], lines[first], cells, (_STEPS[0], tight)):
        first -= 1
        cells = _joined(cells, _pieces(lines[first], cells))
    while last + 1 < len(lines) and _goes_on(lines[last + 1], lines[last], cells, (_STEPS[1], tight)):
        last += 1
        cells = _joined(cells, _pieces(lines[last], cells))
    return Head(first, last, tuple(sorted(cells)))


def _goes_on(line: Line, beside: Line, cells: Sequence[Word], steps: tuple[float, float]) -> bool:
    """Whether a line holds only further words of headings, each above or below one of them.

    `steps`: sizes of the font to the next line, and the points between the lines of a heading that is wrapped.
    """
    gap, size = abs(line.base - beside.base), max(line.size, beside.size)
    if gap > steps[0] * size or not _may_head(line):
        return False
    found = segments(line, _GAP * line.sign)
    if len(found) == 1 and len(cells) > 1 and len(found[0].text) > _LONG // 2:  # a sentence
        return False
    wrapped = gap <= steps[1] + 0.15 * size
    return all(
        (wrapped or kinds(one.text) or _is_rest(one)) and any(_over(one, cell) for cell in cells) for one in found
    )


def _is_rest(one: Word) -> bool:
    """Whether a part is the end of a word that was broken in a narrow heading."""
    return one.text.isalpha() and len(one.text) <= 3  # noqa: PLR2004 # letters


def _over(one: Word, other: Word) -> bool:
    """Whether two words share part of their width."""
    return _shared(one, other) > 0


def _shared(one: Word, other: Word) -> float:
    return min(one.right, other.right) - max(one.left, other.left)


def _joined(above: Sequence[Word], below: Sequence[Word]) -> list[Word]:
    """Two lines of a heading as one: what stands over each other is one cell."""
    cells = list(above)
    for word in below:
        at = max(range(len(cells)), key=lambda at: _shared(word, cells[at]))
        cell = cells[at]
        if not _over(word, cell):
            cells.append(word)
            continue
        left, right = min(cell.left, word.left), max(cell.right, word.right)
        cells[at] = Word(left, right, cell.base, cell.size, with_part(cell.text, word.text))
    return sorted(cells)


def _pieces(line: Line, cells: Sequence[Word]) -> list[Word]:
    """A further line of a heading: its parts, and where one of them stands over several cells, its words."""
    found: list[Word] = []
    for part in _parted(line):
        if sum(_over(part, cell) for cell in cells) < 2:  # noqa: PLR2004 # over one cell
            found.append(part)
        else:
            found += (word for word in line.words if part.left <= word.left < part.right)
    return found


def _spans(line: Line) -> list[tuple[float, float]]:
    """The stretches of a line that are filled: words of a text with the space between them, each sum alone."""
    found: list[Word] = []
    sign = line.sign
    for word in line.words:
        before = found[-1] if found else None
        apart = before is None or is_sum(word.text) or is_sum(before.text)
        if before is None or apart or word.left - before.right > _GAP * sign:
            found.append(word)
        else:
            found[-1] = Word(before.left, word.right, before.base, before.size, word.text)
    return [(one.left, one.right) for one in found]


def _boundary(before: Word, after: Word, spans: Sequence[Sequence[tuple[float, float]]]) -> float:
    """Where a column ends and the next begins: in the widest stretch between two headings that fewest rows fill."""
    low, high = before.middle, after.middle
    if high - low < _GRAIN:
        return (low + high) / 2
    steps = int((high - low) / _GRAIN)
    filled = [0] * (steps + 2)
    for row in spans:
        for left, right in row:
            if right > low and left < high:
                filled[max(0, int((left - low) / _GRAIN))] += 1
                filled[min(steps + 1, int((right - low) / _GRAIN) + 1)] -= 1
    return low + _GRAIN * _widest(filled[: steps + 1], (after.left - low) / _GRAIN)


def _widest(changes: Sequence[int], wanted: float) -> float:
    """A place near the end of the widest stretch of least filling; of several alike, of that nearest to `wanted`."""
    depth, depths = 0, []
    for change in changes:
        depth += change
        depths.append(depth)
    least = min(depths)
    best: tuple[int, float, float] | None = None
    at = 0
    while at < len(depths):
        end = at
        while end < len(depths) and depths[end] == least:
            end += 1
        if end > at:
            middle = at + _TOWARDS * (end - at)
            one = (at - end, abs(middle - wanted), middle)
            best = one if best is None or one < best else best
        at = max(end, at + 1)
    return best[2] if best else 0.0
