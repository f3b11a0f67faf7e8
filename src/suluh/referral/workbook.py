# SPDX-License-Identifier: Apache-2.0
"""Writes the tables of a form as one XLSX workbook and as CSV files."""

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from suluh.model.money import DIGITS
from suluh.referral.cells import MARK, guard
from suluh.referral.sheets import Cell, Column, Moment, Money, Sheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ROWS = 1_048_000
"""Rows on one sheet; the next ones go on another."""

LONGEST = 32_000
"""Characters that a spreadsheet takes into one cell."""

CUT = " [dipotong / cut]"
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_form(
    sheets: Iterable[Sheet], folder: Path, name: str, scratch: Path, footer: Callable[[], str] = str
) -> tuple[Path, ...]:
    """The workbook of a form and one CSV for each of its sheets; the same rows and footer give the same bytes.

    The footer, which stands on every printed page, is asked for when all rows are written.
    """
    draft, book = folder / f".{name}.xlsx.new", folder / f"{name}.xlsx"
    paths: list[Path] = [book]
    with closing(_Book(draft, scratch)) as pages:
        for sheet in sheets:
            path = folder / f"{name}-{sheet.name}.csv"
            _write_csv(path, sheet, pages.take(sheet))
            paths.append(path)
        pages.foot(footer())
    draft.replace(book)
    return tuple(paths)


def _write_csv(path: Path, sheet: Sheet, rows: Iterator[tuple[Cell, ...]]) -> None:
    draft = path.with_name(f".{path.name}.new")
    with draft.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(MARK)
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow([_head(column, " / ") for column in sheet.columns])
        for row in rows:
            writer.writerow([_text(cell) for cell in row])
    draft.replace(path)


def _head(column: Column, between: str) -> str:
    """A column's head in both languages."""
    one, other = column.indonesian, column.english
    return one if one == other else one + between + other


def _text(cell: Cell) -> str:
    """A cell of a CSV: amounts with a decimal comma, times as a clock shows them."""
    if cell is None:
        return ""
    if isinstance(cell, Money):
        return str(cell.amount()).replace(".", ",")
    if isinstance(cell, Moment):
        return cell.clock().isoformat(" ", "seconds")
    return str(cell) if isinstance(cell, int) else guard(cell)


class _Book:
    """A workbook that is written row by row."""

    def __init__(self, path: Path, scratch: Path) -> None:
        scratch.mkdir(parents=True, exist_ok=True)
        options = {
            "constant_memory": True,
            "tmpdir": str(scratch),
            "strings_to_numbers": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        }
        self._book = Workbook(str(path), options)
        self._book.set_properties({"created": _MADE, "author": "", "comments": ""})
        self._top = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#F3F5F8"})
        self._plain = self._book.add_format({"num_format": "@", "valign": "top"})
        self._count = self._book.add_format({"num_format": "#,##0", "valign": "top"})
        self._clock = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top"})
        self._money: dict[str, Format] = {}

    def foot(self, text: str) -> None:
        """Put a text and the number of the page under every printed page."""
        for page in self._book.worksheets():
            page.set_footer(f"&L{text.replace('&', '&&')}&R&P / &N")

    def close(self) -> None:
        """Write the file."""
        self._book.close()

    def take(self, sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
        """Write every row and pass it on."""
        part, page = 1, self._page(sheet, sheet.name)
        line = 0
        for row in sheet.rows:
            if line == ROWS:
                part, line = part + 1, 0
                page = self._page(sheet, f"{sheet.name} {part}")
            line += 1
            for column, cell in enumerate(row):
                self._write(page, line, column, cell)
            yield row

    def _page(self, sheet: Sheet, name: str) -> "Worksheet":
        page = self._book.add_worksheet(name)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, column.width)
            page.write_string(0, number, _head(column, "\n"), self._top)
        return page

    def _write(self, page: "Worksheet", line: int, column: int, cell: Cell) -> None:
        """One cell; a text is never taken for a number, a formula or an address."""
        if cell is None or cell == "":
            return
        if isinstance(cell, Money):
            page.write_number(line, column, float(cell.amount()), self._format(cell.currency))
        elif isinstance(cell, Moment):
            page.write_datetime(line, column, cell.clock(), self._clock)
        elif isinstance(cell, int):
            page.write_number(line, column, cell, self._count)
        else:
            text = cell.encode("utf-8", "backslashreplace").decode("utf-8")
            page.write_string(line, column, text if len(text) <= LONGEST else text[:LONGEST] + CUT, self._plain)

    def _format(self, currency: str) -> "Format":
        """``Rp50.000,00`` in an Indonesian Excel; other currencies by their code."""
        if currency not in self._money:
            sign = '"Rp"' if currency == "IDR" else f'"{currency} "'
            cents = "." + "0" * DIGITS.get(currency, 2) if DIGITS.get(currency, 2) else ""
            self._money[currency] = self._book.add_format({"num_format": f"{sign}#,##0{cents}", "valign": "top"})
        return self._money[currency]
