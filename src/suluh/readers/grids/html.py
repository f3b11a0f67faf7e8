# SPDX-License-Identifier: Apache-2.0
"""Tables of HTML as grids: many banks and panels send HTML under the name of a workbook."""

import re
from html.parser import HTMLParser

from suluh.model.evidence.source import Source
from suluh.readers.grids.books.cells import text
from suluh.readers.statements.grid import Grid, Row

_LOOK = 4096
_MOST_BYTES = 256 << 20
_MOST_SPAN = 100
_LEAST_ROWS = 2
_SPAN_DIGITS = 3
_PIECE = 1 << 16
_BREAKS = frozenset({"br", "p", "div", "li"})
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def is_html(head: bytes) -> bool:
    """Whether a file is HTML that holds a table, by its first bytes."""
    shown = _decoded(head[: 16 * _LOOK]).lstrip().lower()
    starts = shown[:_LOOK].startswith(
        ("<!doctype html", "<html", "<table", "<meta", "<head", "<style", "<?xml", "<div", "<body")
    )
    return starts and "<table" in shown and "<worksheet" not in shown[:_LOOK]


def tables(source: Source) -> tuple[Grid, ...]:
    """Every table that holds no other table, as a grid; what stands between two tables begins the next one.

    The line of a row is that of the file on which it begins.
    """
    with source.open() as file:
        data = file.read(_MOST_BYTES)
    parser = _Tables()
    shown = _decoded(data)
    for at in range(0, len(shown), _PIECE):
        parser.feed(shown[at : at + _PIECE])
    parser.close()
    parser.end()
    return tuple(Grid("", "html", tuple(rows)) for rows in parser.grids if len(rows) >= _LEAST_ROWS)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "backslashreplace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        named = b"utf-8" in data[:_LOOK].lower()
        return data.decode("utf-8" if named else "cp1252", "backslashreplace")


class _Tables(HTMLParser):
    """Gathers the rows of all tables in one grid after the other; a table without a heading goes on with the next."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[list[Row]] = []
        self._rows: list[Row] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._first = 1
        self._span = (1, 1)
        self._down: dict[int, int] = {}
        self._loose: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "title"}:
            self._hidden += 1
        elif tag == "tr":
            self._end_row()
            self._row, self._first = [], self.getpos()[0]
        elif tag in {"td", "th"} and self._row is not None:
            self._end_cell()
            named = dict(attrs)
            self._span = _number(named.get("colspan")), _number(named.get("rowspan"))
            self._cell = []
        elif tag in _BREAKS and self._cell is not None:
            self._cell.append("\n")
        elif tag in _BREAKS or tag == "table":
            self._end_loose()

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "title"}:
            self._hidden = max(0, self._hidden - 1)
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()
            if tag == "table":
                self._down = {}
        elif tag in _BREAKS:
            self._end_loose()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._cell is not None:
            self._cell.append(data)
        elif self._row is None and data.strip():
            self._loose.append(data)

    def end(self) -> None:
        """Close what the file left open."""
        self._end_row()
        self._end_loose()
        if self._rows:
            self.grids.append(self._rows)

    def _end_loose(self) -> None:
        """Words outside of every table: what a statement says of itself."""
        words = " ".join(" ".join(self._loose).split())
        self._loose = []
        if words:
            line = self.getpos()[0]
            self._rows.append(Row(line, line, (words[:2000],), words[:2000]))

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        while self._down.get(len(self._row), 0) > 0:
            self._skip()
        words = "".join(self._cell)
        # A bank parts its own fields inside a cell by a run of blanks: it stays one, whatever a browser would show.
        said = "\n".join(part for line in words.split("\n") if (part := _RUN.sub("   ", line.strip())))
        wide, deep = self._span
        for turn in range(wide):
            if deep > 1:
                self._down[len(self._row)] = deep - 1
            self._row.append(text(said) if turn == 0 else "")
        self._cell = None

    def _skip(self) -> None:
        """A place that a cell of a row above covers."""
        if self._row is not None:
            self._down[len(self._row)] -= 1
            self._row.append("")

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        while self._down.get(len(self._row), 0) > 0:
            self._skip()
        if any(self._row):
            last = max(self._first, self.getpos()[0])
            line = self._first
            if self._rows and line <= self._rows[-1].last_line:
                line = last = self._rows[-1].last_line + 1
            self._rows.append(Row(line, last, tuple(self._row), "\t".join(self._row).strip()))
        self._row = None


_RUN = re.compile(r"[ \t\u00a0]{2,}")


def _number(said: str | None) -> int:
    """How many rows or columns a cell spans."""
    given = said or ""
    return min(int(given) or 1, _MOST_SPAN) if given.isascii() and given.isdigit() and len(given) <= _SPAN_DIGITS else 1
