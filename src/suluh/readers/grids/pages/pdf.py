# SPDX-License-Identifier: Apache-2.0
"""PDF with text as a grid, read by pdfium; one that cannot be read says what it is."""

from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2

from suluh.model.evidence.source import Source
from suluh.readers.grids.note import Note
from suluh.readers.grids.pages.whole import grid
from suluh.readers.grids.pages.words import Line, lines
from suluh.readers.statements.grid import Grid

MAGIC = b"%PDF-"
"""The first bytes of a PDF; some writers put a line before it."""

_WITHIN = 1024
MOST_PAGES = 5_000
_MOST_BYTES = 512 << 20
_LEAST_LINES = 3
_PASSWORD = "password"  # noqa: S105 # a word of pdfium's error

SCAN = (
    "PDF without text, perhaps a scan: this product reads no pictures of words; ask for the statement as a file with "
    "text, as CSV or XLSX, or type what it shows as an observation"
)
LOCKED = "PDF under a password: it needs its password; open it with the password and add the copy under the same paper"
NO_STATEMENT = "PDF with text: no table in it looks like a statement; if one is, ask for it as CSV or XLSX"
NO_TABLE = (
    "PDF with text, in which no page shows a table of bookings that is known: no heading names days beside sums; if it "
    "is a statement, ask for it as CSV or XLSX"
)


class Document(NamedTuple):
    """The pages of a PDF, and what is to be said of some."""

    grid: Grid
    notes: tuple[Note, ...]


def is_pdf(head: bytes) -> bool:
    """Whether a file is a PDF by its first bytes."""
    return MAGIC in head[:_WITHIN]


def document(source: Source) -> Document | str:
    """The pages of a PDF as one grid, or the sentence that says why there is none."""
    if source.size > _MOST_BYTES:
        return f"PDF of more than {_MOST_BYTES} bytes: split it into parts and add them under the same paper"
    with source.open() as file:
        data = file.read()
    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            return LOCKED
        return "PDF that is damaged and cannot be opened: ask for a fresh copy"
    try:
        pages, notes = _pages(opened)
    finally:
        opened.close()
    if sum(map(len, pages)) < _LEAST_LINES:
        return SCAN
    found = grid("", pages)
    return NO_TABLE if found is None else Document(found, tuple(notes))


def _pages(opened: pypdfium2.PdfDocument) -> tuple[list[list[Line]], list[Note]]:
    """The lines of every page, and a note for each that has none or is not read."""
    found: list[list[Line]] = []
    broken: set[int] = set()
    for number in range(min(len(opened), MOST_PAGES)):
        try:
            page = opened[number]
        except pypdfium2.PdfiumError:
            found.append([])
            broken.add(number + 1)
            continue
        try:
            found.append(lines(page))
        except pypdfium2.PdfiumError:
            found.append([])
            broken.add(number + 1)
        finally:
            page.close()
    return found, list(_notes(found, broken, len(opened)))


def _notes(found: list[list[Line]], broken: set[int], count: int) -> Iterator[Note]:
    for page, on_page in enumerate(found, 1):
        if page in broken:
            yield Note(f"page:{page}", f"page {page} is damaged and was not read: ask for a fresh copy", page=page)
        elif not on_page:
            yield Note(
                f"page:{page}", f"page {page} holds no text, perhaps a scan: look whether it shows bookings", page=page
            )
    if count > MOST_PAGES:
        reason = (
            f"the pages from {MOST_PAGES + 1} to {count} were not read: split the file into parts of {MOST_PAGES} pages"
        )
        yield Note("pages", reason)
