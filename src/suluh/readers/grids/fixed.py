# SPDX-License-Identifier: Apache-2.0
"""Text in fixed columns as a grid, as printers of banks and terminals write it: columns by the blanks of all lines."""

from collections.abc import Iterator, Sequence

from suluh.model.evidence.source import Source
from suluh.readers.grids.pages.headings import is_heading, kinds
from suluh.readers.grids.pages.whole import grid
from suluh.readers.grids.pages.words import Line, Word
from suluh.readers.statements.grid import Grid, Row

_WIDE = 6.0
"""Points that one sign is taken to be wide; a line is ten high."""

_HIGH = 10.0
_MOST_LINES = 1_000_000
_WITHIN = 200
_TAB = 8
_DEEP = 4
"""Lines that one heading may go over."""

_LONGEST = 400
_KNOWN = 4
"""Parts of a heading over several lines that must be known."""

_FEED = "\f"


def is_fixed(head: str) -> bool:
    """Whether a text holds the heading of a statement's table, its parts two blanks or more from each other."""
    lines = [_parts(line) for line in head.splitlines()[:_WITHIN]]
    # A heading may go over several lines, each with some of its words.
    if any(map(is_heading, lines)):
        return True
    return any(_heads(some) for at in range(len(lines)) for some in _joined(lines[at : at + _DEEP]))


def _heads(parts: Sequence[str]) -> bool:
    """Whether words of several lines together name days, words and sums, whatever stands above or below them."""
    found = [some for part in parts if (some := kinds(part))]
    return len(found) >= _KNOWN and frozenset().union(*found) >= {"day", "text", "sum"}


def _joined(lines: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The parts of the first line, and those of it and the lines below it that have several."""
    found: list[str] = []
    for parts in lines:
        if len(parts) < 2 and found:  # noqa: PLR2004 # a word alone may stand between
            continue
        found = [*found, *parts]
        yield found


def _parts(line: str) -> list[str]:
    """The parts of a line that may be of a heading; none of one that is a text, or whose cells a sign parts."""
    if "  " not in line or len(line) >= _LONGEST or {",", ";", "|"} & set(line):
        return []
    return [part.strip() for part in line.expandtabs(_TAB).split("  ") if part.strip()]


def fixed(source: Source) -> Grid | None:
    """The whole text as one grid; null where no line is the heading of a statement's table."""
    lines: list[Line] = []
    numbers: list[int] = []
    for one in source.lines():
        if len(lines) >= _MOST_LINES:
            return None
        words = _words(one.text.replace(_FEED, " ").expandtabs(_TAB)[:2000], one.number)
        if words:
            lines.append(Line(words[0].base, 8.0, tuple(words)))
            numbers.append(one.number)
    found = grid("", [lines])
    return None if found is None else Grid("", "fixed", tuple(_numbered(row, numbers) for row in found.rows))


def _numbered(row: Row, numbers: Sequence[int]) -> Row:
    return row._replace(line=numbers[row.line - 1], last_line=numbers[row.last_line - 1], page=None)


def _words(text: str, number: int) -> list[Word]:
    """The words of a line as if a page showed them in letters of one width."""
    found: list[Word] = []
    at = 0
    for word in text.split(" "):
        if word:
            found.append(Word(at * _WIDE, (at + len(word)) * _WIDE, number * _HIGH, 8.0, word))
        at += len(word) + 1
    return found
