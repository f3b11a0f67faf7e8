# SPDX-License-Identifier: Apache-2.0
"""Text in fixed columns as a grid, as printers of banks and terminals write it: columns by the blanks of all lines."""

from collections.abc import Sequence

from suluh.model.evidence.source import Source
from suluh.readers.grids.pages.headings import is_heading
from suluh.readers.grids.pages.whole import grid
from suluh.readers.grids.pages.words import Line, Word
from suluh.readers.statements.grid import Grid, Row

_WIDE = 6.0
"""Points that one sign is taken to be wide; a line is ten high."""

_HIGH = 10.0
_MOST_LINES = 1_000_000
_WITHIN = 200
_TAB = 8
_LONGEST = 400
_FEED = "\f"


def is_fixed(head: str) -> bool:
    """Whether a text holds the heading of a statement's table, its parts two blanks or more from each other."""
    lines = head.splitlines()[:_WITHIN]
    return any(_parts(line) for line in lines if "  " in line and len(line) < _LONGEST)


def _parts(line: str) -> bool:
    parts = [part.strip() for part in line.expandtabs(_TAB).split("  ") if part.strip()]
    return not {",", ";", "|"} & set(line) and is_heading(parts)


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
