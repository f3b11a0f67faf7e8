# SPDX-License-Identifier: Apache-2.0
"""What the parts of an XLSX or ODS package say besides the cells, by ECMA-376 part 1 and ODF 1.2; read as a stream."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from itertools import chain
from typing import BinaryIO

from suluh.readers.grids.books.traits import Book, Traits

MOST = 1 << 30
"""Bytes of one part that are looked at."""

_PIECE = 1 << 20
_LONGEST_TAG = 1 << 12
_ON = rb'\bhidden\s*=\s*["\'](?:1|true)["\']'
_TAG = re.compile(
    rb"<(?:\w+:)?(?:"
    rb"row\b(?P<row>[^>]*)>"
    rb"|col\b(?P<col>[^>]*)>"
    rb'|c\b(?P<cell>[^>]*?\bt\s*=\s*["\']e["\'][^>]*)>(?P<inside>.{0,400}?)</(?:\w+:)?c>'
    rb"|c\b(?P<open>[^>]*[^>/])><(?:\w+:)?f\b[^>]*>(?P<formula>[^<]{0,200})</(?:\w+:)?f>(?:<(?:\w+:)?v\s*/>|<v></v>)?</(?:\w+:)?c>"
    rb")",
    re.DOTALL,
)
_NUMBERED = re.compile(rb"<(?:\w+:)?row\b[^>]*\br\s*=")
_WORTH = (b"hidden", b'"e"', b"'e'", b"<f", b":f>", b":f ")
"""Without one of these a stretch of a sheet whose rows are numbered says nothing that is looked for."""

_HIDDEN = re.compile(_ON)
_ATTRIBUTE = re.compile(rb'([\w:]{1,40}+)\s{0,4}=\s{0,4}["\']([^"\']{0,400})["\']')
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_1904 = re.compile(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["\'](?:1|true)["\']')
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ODS_TABLE = re.compile(rb"<table:table(?=[\s>])([^>]*)>|<table:table-row\b([^>]*)>")
_ODS_HIDDEN = (b"collapse", b"filter")


def xlsx(file: BinaryIO) -> Book:
    """What is hidden in an XLSX, its errors, and its calendar; a part that cannot be read says nothing."""
    try:
        with zipfile.ZipFile(file) as package:
            return _xlsx(package)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError, KeyError):
        return Book()


def ods(file: BinaryIO) -> Book:
    """What is hidden in an ODS; days in it are ISO texts, so that it needs no calendar."""
    try:
        with zipfile.ZipFile(file) as package:
            return _ods(package)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError, KeyError):
        return Book()


def _xlsx(package: zipfile.ZipFile) -> Book:
    workbook = b"".join(_pieces(package, "xl/workbook.xml"))
    relations = b"".join(_pieces(package, "xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id", ""): one.get("Target", "") for one in map(_attributes, _RELATION.findall(relations))}
    book = Book(since_1904=_1904.search(workbook) is not None)
    for attributes in map(_attributes, _SHEET.findall(workbook)):
        link = next((value for name, value in attributes.items() if name.endswith(":id")), "")
        target = targets.get(link, "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        traits = Traits()
        if path in package.NameToInfo and path.endswith(".xml"):
            _look(_pieces(package, path), traits)
        book.sheets[attributes.get("name", "")] = traits
    return book


def _look(pieces: Iterator[bytes], traits: Traits) -> None:
    """Take every hidden row and column and every error of one sheet."""
    row = 0
    held = b""
    first = next(pieces, b"")
    numbered = _NUMBERED.search(first) is not None
    for piece in chain((first,), pieces):
        held += piece
        end = 0
        if numbered and not any(word in held for word in _WORTH):
            held = held[-_LONGEST_TAG:]
            continue
        for found in _TAG.finditer(held):
            end = found.end()
            if found["row"] is not None:
                row = _row(found["row"], row, traits)
            elif found["col"] is not None:
                _columns(found["col"], traits)
            elif found["open"] is not None:
                _mark(found["open"], b"=" + found["formula"], traits)
            elif (value := _VALUE.search(found["inside"])) is not None:
                _mark(found["cell"], value[1], traits)
        held = held[max(end, len(held) - _LONGEST_TAG) :]


def _row(written: bytes, before: int, traits: Traits) -> int:
    """The number of a row; one without it follows the row before."""
    found = re.search(rb'\br\s*=\s*["\'](\d{1,7})["\']', written)
    number = int(found[1]) if found else before + 1
    if b"hidden" in written and _HIDDEN.search(written):
        traits.rows.add(number)
    return number


def _columns(written: bytes, traits: Traits) -> None:
    attributes = _attributes(written)
    first, last = attributes.get("min", ""), attributes.get("max", "")
    if _HIDDEN.search(written) and first.isdecimal() and last.isdecimal() and len(last) <= 5:  # noqa: PLR2004 # 16384
        traits.columns.update(range(int(first), min(int(last), 16384) + 1))


def _mark(written: bytes, said: bytes, traits: Traits) -> None:
    """A cell that holds an error, or a formula whose value was never saved: it shows what it holds."""
    cell = _CELL.fullmatch(_attributes(written).get("r", ""))
    if cell is not None:
        traits.errors[int(cell[2]), column(cell[1])] = unescape(said.decode("utf-8", "replace"))[:100]


def column(letters: str) -> int:
    """The number of a column from its letters: ``A`` is 1, ``AA`` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters(number: int) -> str:
    """The letters of a column from its number."""
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def _ods(package: zipfile.ZipFile) -> Book:
    book, row, traits = Book(), 0, Traits()
    for found in _ODS_TABLE.finditer(b"".join(_pieces(package, "content.xml"))):
        if found[1] is not None:
            row, traits = 0, Traits()
            book.sheets[_attributes(found[1]).get("table:name", "")] = traits
            continue
        attributes = _attributes(found[2])
        repeated = attributes.get("table:number-rows-repeated", "1")
        count = int(repeated) if repeated.isdecimal() and len(repeated) <= 7 else 1  # noqa: PLR2004 # 1048576 rows
        if attributes.get("table:visibility", "").encode() in _ODS_HIDDEN:
            traits.rows.update(range(row + 1, row + 1 + min(count, 100_000)))
        row += count
    return book


def _pieces(package: zipfile.ZipFile, path: str) -> Iterator[bytes]:
    left = MOST
    with package.open(path) as part:
        while left > 0 and (piece := part.read(_PIECE)):
            left -= len(piece)
            yield piece


def _attributes(written: bytes) -> dict[str, str]:
    return {
        name.decode("utf-8", "replace"): unescape(value.decode("utf-8", "replace"))
        for name, value in _ATTRIBUTE.findall(written)
    }
