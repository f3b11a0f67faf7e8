# SPDX-License-Identifier: Apache-2.0
"""XLSX, XLSB, XLS and ODS as grids, one a sheet; cells by calamine, hidden parts and errors as the file says."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Literal, NamedTuple

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from suluh.model.evidence.source import Source
from suluh.model.evidence.workbook import ODS, XLSX, workbook_type
from suluh.readers.grids.books import biff, cells, merged, package
from suluh.readers.grids.books.traits import Book, Traits
from suluh.readers.grids.note import Note
from suluh.readers.statements.grid import Grid, Row

LOCKED = (
    "an office file under a password: it needs its password; open it with the password and add the copy under the same "
    "paper"
)
_MOST_COLUMNS = 16_384


class Workbook(NamedTuple):
    """The sheets of a workbook, and what is to be said of them."""

    grids: tuple[Grid, ...]
    notes: tuple[Note, ...]


def kind(head: bytes) -> Literal["package", "compound"] | None:
    """What sort of workbook a file may be, by its first bytes."""
    if workbook_type(head) is not None:
        return "package"
    return "compound" if head.startswith(biff.MAGIC) else None


def workbook(source: Source) -> Workbook | str:
    """Every sheet of a workbook, or the sentence that says why it has none that can be read."""
    with source.open() as file:
        try:
            book = _traits(source.head, file)
        except ValueError as error:
            return str(error)
    with source.open() as file:
        try:
            return _read(file, book)
        except CalamineError as error:
            return (
                f"this workbook is damaged and cannot be opened ({_short(error)}): ask for a fresh copy, or save every "
                "sheet as CSV"
            )


def _traits(head: bytes, file: BinaryIO) -> Book:
    """What it says of itself. Raises `ValueError` with the sentence for a file under a password or of another kind."""
    if not head.startswith(biff.MAGIC):
        package_type = workbook_type(head)
        return package.ods(file) if package_type == ODS else package.xlsx(file) if package_type == XLSX else Book()
    try:
        compound = biff.Compound(file)
    except ValueError as error:
        raise ValueError(f"this workbook is damaged: {error}; ask for a fresh copy") from error
    if compound.is_locked:
        raise ValueError(LOCKED)
    if not compound.is_workbook:
        raise ValueError("an office file of an older kind that holds no workbook")
    return compound.book()


def _read(file: BinaryIO, book: Book) -> Workbook:
    grids: list[Grid] = []
    notes: list[Note] = []
    with CalamineWorkbook.from_filelike(file) as opened:
        for sheet in opened.sheets_metadata:
            if sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            traits = book.sheets.get(sheet.name, Traits())
            found = opened.get_sheet_by_name(sheet.name)
            rows = [[cells.text(value) for value in row] for row in found.iter_rows()]
            grid = _grid(sheet.name, rows, merged.ranges(found.merged_cell_ranges), book, traits)
            grids.append(grid)
            hidden = sheet.visible is not SheetVisibleEnum.Visible
            notes += _notes(grid, traits, is_hidden=hidden)
    return Workbook(tuple(grids), tuple(notes))


def _grid(name: str, rows: list[list[str]], ranges: Sequence[merged.Range], book: Book, traits: Traits) -> Grid:
    """A sheet as a grid, its empty rows left out."""
    for (row, column), error in traits.errors.items():
        if row <= len(rows) and column <= _MOST_COLUMNS:
            rows[row - 1] += [""] * (column - len(rows[row - 1]))
            rows[row - 1][column - 1] = error
    _days(rows, since_1904=book.since_1904)
    settled = merged.settle(rows, ranges)
    return Grid(name, "workbook", tuple(_rows(name, settled, traits)))


def _rows(name: str, rows: list[list[str]], traits: Traits) -> Iterator[Row]:
    for number, row in enumerate(rows, 1):
        if any(row):
            yield Row(number, number, tuple(row), "\t".join(row).strip(), name, None, number in traits.rows)


def _days(rows: list[list[str]], *, since_1904: bool) -> None:
    """Turn the numbers that stand under a heading of days into days."""
    dated: set[int] = set()
    for row in rows:
        for cell in row:
            if cell[:1].isdigit():
                break
        else:
            dated.update(at for at, cell in enumerate(row) if cell and cells.is_day_heading(cell))
            continue
        for at in dated:
            if at < len(row) and row[at][:1].isdigit():
                row[at] = cells.serial(row[at], since_1904=since_1904)


def _notes(grid: Grid, traits: Traits, *, is_hidden: bool) -> Iterator[Note]:
    """A note for each run of hidden rows and columns, and for a hidden sheet; only where something stands there."""
    name = grid.name
    if not grid.rows:
        return
    if is_hidden:
        yield Note(f"hidden:{name}", f"the sheet {name} is hidden in the workbook: it was read like the others", name)
    for first, last in runs(row.line for row in grid.rows if row.hidden):
        reason = (
            f"row {first} was hidden on the sheet {name}: read like the others"
            if first == last
            else f"the rows {first} to {last} were hidden on the sheet {name}: read like the others"
        )
        yield Note(f"hidden:{name}:{first}", reason, name)
    filled = {at for row in grid.rows for at, cell in enumerate(row.cells, 1) if cell}
    for first, last in runs(sorted(traits.columns & filled)):
        one, other = package.letters(first), package.letters(last)
        reason = (
            f"column {one} was hidden on the sheet {name}: read like the others"
            if first == last
            else f"the columns {one} to {other} were hidden on the sheet {name}: read like the others"
        )
        yield Note(f"hidden:{name}:{one}", reason, name)


def runs(numbers: Iterator[int] | Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of numbers that follow each other, first and last of each."""
    first = last = None
    for number in numbers:
        if first is not None and last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:100]
