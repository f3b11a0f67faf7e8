# SPDX-License-Identifier: Apache-2.0
"""Workbooks as one XML text, SpreadsheetML of Excel 2003: often called .xls; read by expat without entities."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from suluh.model.evidence.source import Source
from suluh.readers.grids.books import cells
from suluh.readers.grids.books.traits import Traits
from suluh.readers.grids.books.workbook import Workbook
from suluh.readers.grids.note import Note
from suluh.readers.statements.grid import Grid, Row

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_LOOK = 4096
_MOST_INDEX = 16_384
_MOST_ROW = 1_048_576


def is_spreadsheetml(head: bytes) -> bool:
    """Whether a file is such a workbook, by its first bytes."""
    start = head[:_LOOK].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return start.startswith(b"<?xml") and _SPACE.encode() in start


@dataclass
class _Sheet:
    """A sheet while its rows come."""

    name: str
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    traits: Traits = field(default_factory=Traits)


def workbook(source: Source) -> Workbook | str:
    """The sheets as grids, or why they cannot be read."""
    reading = _Reading()
    with source.open() as file:
        try:
            reading.parser.ParseFile(file)
        except (expat.ExpatError, ValueError) as error:
            if not reading.sheets:
                return f"this workbook is damaged and cannot be read ({error}): ask for a fresh copy, or save it as CSV"
            broken = (Note("broken", f"this workbook breaks off ({error}): what stands before was read"),)
            return Workbook(tuple(map(_grid, reading.sheets)), broken)
    return Workbook(tuple(map(_grid, reading.sheets)), tuple(_notes(reading.sheets)))


class _Reading:
    """Takes rows and cells as expat meets them."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.EntityDeclHandler = self._refuse
        self.sheets: list[_Sheet] = []
        self._row, self._cells, self._at = 0, [], 0  # type: tuple[int, list[str], int]
        self._type, self._data = "", None  # type: tuple[str, list[str] | None]

    def _refuse(self, *_: object) -> None:
        raise ValueError("it declares entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.removeprefix(f"{_SPACE} ")
        said = {key.removeprefix(f"{_SPACE} "): value for key, value in attributes.items()}
        if tag == "Worksheet":
            self.sheets.append(_Sheet(said.get("Name", "")))
            self._row = 0
        elif tag == "Row" and self.sheets:
            self._row = _index(said, self._row + 1, _MOST_ROW)
            self._cells, self._at = [], 0
            if said.get("Hidden") == "1":
                self.sheets[-1].traits.rows.add(self._row)
        elif tag == "Cell":
            self._at = _index(said, self._at + 1, _MOST_INDEX)
            self._type = ""
        elif tag == "Data":
            self._type, self._data = said.get("Type", ""), []

    def _words(self, words: str) -> None:
        if self._data is not None:
            self._data.append(words)

    def _end(self, name: str) -> None:
        tag = name.removeprefix(f"{_SPACE} ")
        if tag == "Data" and self._data is not None:
            self._cells += [""] * (self._at - len(self._cells))
            if self._at:
                self._cells[self._at - 1] = _value("".join(self._data), self._type)
            self._data = None
        elif tag == "Row" and self.sheets:
            self.sheets[-1].rows.append((self._row, self._cells))


def _index(said: dict[str, str], usual: int, most: int) -> int:
    given = said.get("Index", "")
    return min(int(given), most) if given.isascii() and given.isdigit() and 0 < len(given) < 8 else min(usual, most)  # noqa: PLR2004 # rows


def _value(said: str, kind: str) -> str:
    """A cell as the other workbooks have it."""
    if kind == "DateTime":
        return said.partition(".")[0].replace("T", " ").removesuffix(" 00:00:00")
    if kind == "Number":
        try:
            return cells.text(float(said))
        except ValueError:
            return said.strip()
    return cells.text(said)


def _grid(sheet: _Sheet) -> Grid:
    return Grid(sheet.name, "workbook", tuple(_rows(sheet)))


def _rows(sheet: _Sheet) -> Iterator[Row]:
    for number, row in sheet.rows:
        if any(row):
            yield Row(number, number, tuple(row), "\t".join(row).strip(), sheet.name, None, number in sheet.traits.rows)


def _notes(sheets: list[_Sheet]) -> Iterator[Note]:
    for sheet in sheets:
        hidden = [number for number, row in sheet.rows if any(row) and number in sheet.traits.rows]
        for number in hidden:
            reason = f"row {number} was hidden on the sheet {sheet.name}: read like the others"
            yield Note(f"hidden:{sheet.name}:{number}", reason, sheet.name)
