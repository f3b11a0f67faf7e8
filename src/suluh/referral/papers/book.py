# SPDX-License-Identifier: Apache-2.0
"""The files of a made paper: its tables are one workbook, with types, filters, heads in both languages, no formula."""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from suluh.model.body import body
from suluh.model.money import DIGITS, decimal_text
from suluh.referral.papers.setting import SECRET, copy_line, digest_of, printed, set_paper
from suluh.referral.papers.values import Both, Cell, Clock, Document, Head, Language, Sum, Table
from suluh.referral.workbook import CUT, LONGEST

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_TIMES = (
    Both("as written", "seperti tertulis"),
    Both("in the exhibit's zone", "zona barang bukti"),
    Both("UTC", "UTC"),
)
Plain = str | int | Sum | None


def book_of(document: Document, copy: str) -> bytes:
    """The workbook of a paper; the same document and copy give the same bytes."""
    raw = io.BytesIO()
    book = _Book(raw, document, copy)
    if (said := sentences(document)).rows:
        book.take(said)
    for table in document.tables():
        book.take(table)
    book.close()
    return raw.getvalue()


def sentences(document: Document) -> Table:
    """What a paper says beside its tables, each sentence with its part: limits, and what is withheld."""
    parts = enumerate(document.sections, 1)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (number, part.title, where, one)
        for number, part in parts
        for where, some in ((None, part.says), *((table.name, table.notes) for table in part.tables))
        for one in some
    )
    heads = (
        Head(english="Part", indonesian="Bagian", width=8),
        Head(english="Title", indonesian="Judul", width=30),
        Head(english="Sheet", indonesian="Lembar kerja", width=24),
        Head(english="Sentence", indonesian="Kalimat", width=120),
    )
    return Table(name="keterangan", title=Both("Sentences", "Keterangan"), heads=heads, rows=rows)


def document_files(document: Document, language: Language, copies: Sequence[str] = ()) -> dict[str, bytes]:
    """The files of a paper by their paths: its values once, PDF and workbook for each copy, or the unit's own."""
    name, found = document.number, {f"{document.number}.json": body(document)}
    for number in range(1, 1 + max(1, len(copies))):
        copy = copy_line(document, number, tuple(copies), language)
        place = f"salinan-{number}/{name}" if copies else name
        book = book_of(document, copy)  # first: what it takes is free again when the paper is set, which takes most
        found |= {f"{place}.pdf": set_paper(document, copy, language), f"{place}.xlsx": book}
    return found


class _Book:
    """A workbook that is written sheet by sheet; the first says what the paper is."""

    def __init__(self, raw: io.BytesIO, document: Document, copy: str) -> None:
        options = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = Workbook(raw, options | {"in_memory": True})
        self._book.set_properties({"created": _MADE, "author": "", "comments": ""})
        self._top = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#F3F5F8"})
        self._plain = self._book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self._count = self._book.add_format({"num_format": "#,##0", "valign": "top"})
        self._bold = self._book.add_format({"bold": True, "valign": "top", "bg_color": "#F3F5F8"})
        self._moneys: dict[tuple[str, bool], Format] = {}
        self._document, self._copy = document, copy
        self._cover()

    def close(self) -> None:
        """Write the file, each printed page with its head and foot."""
        one = self._document
        foot = f"{one.number} · {one.case} · {one.tool} · {one.seen.size} {one.seen.root} · {digest_of(one)[:16]}"
        for page in self._book.worksheets():
            page.set_header(_plain(f"&L&B{SECRET.indonesian} / {SECRET.english}", f"&R{_safe(self._copy)}"))
            page.set_footer(_plain(f"&L{_safe(foot)}", "&R&P / &N"))
        self._book.close()

    def _cover(self) -> None:
        """What the paper is, and its digest in full."""
        one = self._document
        page = self._book.add_worksheet("kepala")
        page.set_paper(9)
        page.set_column(0, 0, 36)
        page.set_column(1, 1, 100)
        facts: list[tuple[Both, Cell]] = [
            (one.title, one.about),
            (Both("Paper number", "Nomor lembar"), one.number),
            (Both("Case", "Perkara"), one.case),
            (Both("Unit", "Satuan"), one.unit),
            (Both("Made by, at (UTC)", "Dibuat oleh, pada (UTC)"), f"{one.by}, {one.at}"),
            (Both("Version", "Versi"), one.tool),
            (Both("Checkpoint", "Titik periksa"), f"{one.seen.size}, {one.seen.root}"),
            (Both("SHA-256 of the content", "SHA-256 isi"), digest_of(one)),
            (Both("Copy", "Salinan"), self._copy),
            *one.head,
        ]
        for line, (name, cell) in enumerate(facts):
            page.write_string(line, 0, _both(name), self._top)
            page.write_string(line, 1, _text(cell), self._plain)

    def take(self, table: Table) -> None:
        """One table on a sheet of its own: heads, filters, rows, and its totals as figures."""
        page = self._book.add_worksheet(table.name)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        heads = list(_heads(table.heads))
        for number, (text, width) in enumerate(heads):
            page.set_column(number, number, width)
            page.write_string(0, number, text, self._top)
        for line, row in enumerate((*table.rows, *table.totals), 1):
            is_total = line > len(table.rows)
            for number, cell in enumerate(_cells(table.heads, row)):
                self._write(page, line, number, cell, is_total=is_total)
        page.autofilter(0, 0, max(len(table.rows), 1), len(heads) - 1)

    def _write(self, page: "Worksheet", line: int, number: int, cell: Plain, *, is_total: bool) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, Sum):
            page.write_number(
                line, number, float(decimal_text(cell.minor, cell.currency)), self._money(cell.currency, is_total)
            )
        elif isinstance(cell, int):
            page.write_number(line, number, cell, self._bold if is_total else self._count)
        else:
            page.write_string(line, number, _cut(cell), self._bold if is_total else self._plain)

    def _money(self, currency: str, is_total: bool) -> "Format":  # noqa: FBT001 # one of two looks
        """``Rp50.000,00`` in an Indonesian Excel; other currencies by their code."""
        key = currency, is_total
        if key not in self._moneys:
            sign, digits = '"Rp"' if currency == "IDR" else f'"{currency} "', DIGITS.get(currency, 2)
            look = {"num_format": f"{sign}#,##0{'.' + '0' * digits if digits else ''}", "valign": "top"}
            self._moneys[key] = self._book.add_format(look | ({"bold": True} if is_total else {}))
        return self._moneys[key]


def _heads(heads: tuple[Head, ...]) -> Iterator[tuple[str, int]]:
    for head in heads:
        if head.is_time:
            yield from ((f"{head.indonesian}: {one.indonesian}\n{head.english}: {one.english}", 22) for one in _TIMES)
        else:
            yield _both(head.both(), "\n"), head.width


def _cells(heads: tuple[Head, ...], row: tuple[Cell, ...]) -> Iterator[Plain]:
    for head, cell in zip(heads, row, strict=True):
        if head.is_time:
            clock = cell if isinstance(cell, Clock) else Clock()
            yield from (clock.written, clock.local, clock.utc)
        else:
            yield cell if cell is None or isinstance(cell, int | Sum) else _text(cell)


def _text(cell: Cell) -> str:
    """A text in both languages where it has two."""
    if isinstance(cell, Both):
        return _both(cell)
    if isinstance(cell, str):
        return cell
    one, other = printed(cell, "id"), printed(cell, "en")
    return one if one == other else f"{one} / {other}"


def _both(text: Both, between: str = " / ") -> str:
    one, other = text.indonesian, text.english
    return one if one == other else one + between + other


def _cut(text: str) -> str:
    whole = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return whole if len(whole) <= LONGEST else whole[:LONGEST] + CUT


def _safe(text: str) -> str:
    """A text in a head or foot, where ``&`` begins a command."""
    return text.replace("&", "&&")


def _plain(*parts: str) -> str:
    """A head or foot of at most 255 characters, which is all that a workbook takes."""
    left, right = parts
    return left[: 250 - len(right)] + right
