# SPDX-License-Identifier: Apache-2.0
"""A text as rows of cells: its encoding, the sign between its cells, its quotes, and the lines that each row covers."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.readers.reader import is_binary
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.statements.heads.lexicon import role_of

DELIMITERS = (",", ";", "\t", "|", "~")

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_OLD = ("cp1252", "cp932", "gbk", "big5", "euc_kr", "cp1250", "cp1251", "cp1254", "cp874", "cp1257", "cp1253")
"""Encodings of old programs: that of Western Europe where no heading speaks for another."""

_LOADED = tuple(map(codecs.lookup, _OLD))
"""Loaded here, for a locked worker opens no file of Python's any more."""

_BLOCK = 1 << 20
_WIDE = 0.4
_HEADS = 60
"""Lines in which headings are looked for."""

_ANY = re.compile(r"[,;\t|~]")
_QUOTED_LINES = 20
_LOOKED_AT = 2000
_COMMON = 0.2
"""A width that is at least so frequent as the most frequent one is one that rows of this file may have."""

_MOST_TRIED = 40
_BLANKS = " \t\r\n\u00a0"


class Text(NamedTuple):
    """The lines of a text in the encoding they are written in."""

    lines: tuple[str, ...]
    whole: bool
    """Whether it is all of the file, or its head alone."""


def text_of(source: Source, *, whole: bool) -> Text | None:
    """The lines of a file, or of its head without a line that may be cut; null for what is no text."""
    encoding = _encoding(source.head)
    if encoding is None:
        return None
    if whole:
        return Text(tuple(_utf8(source) if encoding == "utf-8" else _lines(source, encoding)), whole=True)
    return _of_head(source.head, encoding, source.size <= len(source.head))


@lru_cache(maxsize=1)
def _of_head(head: bytes, encoding: str, is_all: bool) -> Text:  # noqa: FBT001 # what it is kept by
    """The lines of a head, kept for the next reader that asks for those of the same file."""
    lines = head.decode(encoding, "backslashreplace").removeprefix("\ufeff").split("\n")
    kept = lines if is_all and lines[-1] else lines[:-1]
    return Text(tuple(line.rstrip("\r") for line in kept), whole=is_all)


def grid_of(text: Text, delimiter: str) -> Grid:
    """The rows of a text under one delimiter; together they cover every line."""
    return Grid("", "text", tuple(_rows(text.lines, delimiter)))


@lru_cache(maxsize=1)
def _encoding(head: bytes) -> str | None:
    """In which encoding a file is written, kept for the next reader that asks of the same one; null for no text."""
    marked = head.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(head) is not None
    if is_binary(head) and not marked:
        return None
    encoding = _likely(head)
    return None if is_binary(head.decode(encoding, "replace").encode("utf-8", "replace")) else encoding


def _likely(head: bytes) -> str:
    """By its mark, else UTF-8 where the head is that, else the one under which its headings are words."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if (wide := _wide(head)) is not None:
        return wide
    whole = head[: head.rfind(b"\n") + 1]
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        worth = {encoding: _worth(whole, encoding) for encoding in _OLD}
        return max(_OLD, key=lambda one: worth[one])
    return "utf-8"


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark, by the zeros beside each ASCII sign."""
    pairs = len(head) // 2
    zeros = {"utf-16-le": head[1::2].count(0), "utf-16-be": head[::2].count(0)}
    return next((name for name, many in zeros.items() if pairs and many > _WIDE * pairs), None)


def _worth(head: bytes, encoding: str) -> int:
    """How many cells are the heading of a column under an encoding, and not in ASCII alone."""
    try:
        text = head.decode(encoding)
    except UnicodeDecodeError:
        return -1 if encoding != _OLD[0] else 0
    cells = {cell.strip(_BLANKS + "\"'#") for line in text.split("\n")[:_HEADS] for cell in _ANY.split(line)}
    return sum(not cell.isascii() and role_of(cell) is not None for cell in cells)


def _utf8(source: Source) -> list[str]:
    """The lines of a text in UTF-8, as `_lines` gives them: many at once, for most texts are that."""
    found: list[str] = []
    with source.open() as file:
        while block := file.read(_BLOCK) + file.readline():
            text = (block if found else block.removeprefix(codecs.BOM_UTF8)).decode("utf-8", "backslashreplace")
            lines = text.removesuffix("\n").split("\n")
            found += [line.rstrip("\r") for line in lines] if "\r" in text else lines
    return found


def _lines(source: Source, encoding: str) -> Iterator[str]:
    """The lines as text, without their ends, which some programs double; what is not in the encoding stays visible."""
    if encoding.startswith("utf-16"):
        with source.open() as file:
            text = file.read().decode(encoding, "backslashreplace").removeprefix("\ufeff")
        yield from (line.rstrip("\r") for line in text.removesuffix("\n").split("\n"))
        return
    for line in source.lines():
        yield line.raw.removesuffix(b"\n").rstrip(b"\r").decode(encoding, "backslashreplace")


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[Row]:
    """Each line as a row, or several where a quoted cell goes over them."""
    taken = _Taker(delimiter)
    apart = (taken.cells(line) for line in lines[:_LOOKED_AT])
    widths = Counter(len(cells) for cells, opened in apart if opened is None and len(cells) > 1)
    usual = {width for width, times in widths.items() if times >= _COMMON * max(widths.values())}
    at = 0
    while at < len(lines):
        last, cells = at, taken.plain(lines[at])
        if cells is None:
            last, cells = taken.row(lines, at, usual)
        raw = "\n".join(lines[at : last + 1]) if last > at else lines[at]
        yield Row(at + 1, last + 1, cells, raw)
        at = last + 1


class _Taker:
    """Takes lines apart at one delimiter. A quote opens a cell only at its start, and closes it only at its end."""

    def __init__(self, delimiter: str) -> None:
        self._by = delimiter
        self._behind = re.compile(behind(delimiter))
        self._opening = re.compile(opening(delimiter))

    def cells(self, text: str, literal: int | None = None) -> tuple[tuple[str, ...], int | None]:
        """The cells, and where a quote that does not close opens; `literal` is a quote that opens nothing."""
        if (plain := self.plain(text)) is not None:
            return plain, None
        if '"' not in text:
            return tuple(map(_bare, text.split(self._by))), None
        found: list[str] = []
        at = 0
        while True:
            start = at
            while text[start : start + 1] == " ":
                start += 1
            if text[start : start + 1] == '"' and start != literal:
                end = self._closing(text, start + 1)
                if end is None:
                    found.append(text[start + 1 :])
                    return tuple(map(_bare, found)), start
                found.append(text[start + 1 : end].replace('""', '"'))
                at = text.find(self._by, end + 1)
            else:
                stop = text.find(self._by, at)
                found.append(text[at : stop if stop >= 0 else None])
                at = stop
            if at < 0:
                return tuple(map(_bare, found)), None
            at += 1

    def plain(self, text: str) -> tuple[str, ...] | None:
        """The cells of a line where no sign could mean anything but itself, else null."""
        if '"' in text or "'" in text or "=" in text:
            return None
        return tuple([cell.strip(_BLANKS) for cell in text.split(self._by)])

    def _closing(self, text: str, at: int) -> int | None:
        """Where the quote stands that closes a cell: before a delimiter or the end."""
        while (at := text.find('"', at)) >= 0:
            if text[at + 1 : at + 2] == '"':
                at += 2
                continue
            if self._behind.match(text, at + 1):
                return at
            at += 1
        return None

    def row(self, lines: Sequence[str], at: int, usual: set[int]) -> tuple[int, tuple[str, ...]]:
        """The row that begins in a line: its last line and its cells."""
        cells, opened = self.cells(lines[at])
        if opened is None and (len(cells) in usual or '"' not in lines[at]):
            return at, cells
        # A quote that is a character of the text and opens nothing: without it the line is a row like the others.
        alone = (found for start in self._openings(lines[at]) if len(found := self._literal(lines[at], start)) in usual)
        plain = next(alone, None)
        if plain is not None and len(plain) == max(usual):
            return at, plain
        if opened is None:
            return at, cells
        whole = lines[at]
        for last in range(at + 1, min(at + _QUOTED_LINES, len(lines))):
            whole += "\n" + lines[last]
            cells, opened = self.cells(whole)
            if opened is None:
                if not usual or (len(cells) in usual and len(cells) > len(plain or ())):
                    return last, cells
                break
        if plain is not None:
            return at, plain
        return at, tuple(map(_bare, lines[at].split(self._by)))

    def _literal(self, text: str, start: int) -> tuple[str, ...]:
        cells, opened = self.cells(text, literal=start)
        return cells if opened is None else ()

    def _openings(self, text: str) -> list[int]:
        """The quotes of a line that stand at the start of a cell: one of them may open it wrongly."""
        return [one.end() for one in self._opening.finditer(text)][:_MOST_TRIED]


def behind(delimiter: str) -> str:
    """What stands behind a quote that closes a cell."""
    blank = " " if delimiter == "\t" else r"[ \t]"
    return rf"{blank}{{0,64}}+(?:{re.escape(delimiter)}|\n|\Z)"


def opening(delimiter: str) -> str:
    """What stands before a quote that opens a cell."""
    return rf'(?:^|{re.escape(delimiter)}) {{0,8}}(?=")'


def _bare(cell: str) -> str:
    """A cell without outer blanks, and without the mark by which a spreadsheet keeps it text."""
    kept = cell.strip(_BLANKS)
    if not kept.startswith(("=", "'")):
        return kept
    if kept[:2] == '="' and kept[-1:] == '"':
        return kept[2:-1]
    return kept[1:].lstrip() if kept[:1] == "'" else kept
