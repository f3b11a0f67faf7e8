# SPDX-License-Identifier: Apache-2.0
"""Hash sets as tables of text, as any spreadsheet writes them."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import LENGTHS, SetFormat, checked
from suluh.model.matching import Category, SetEntry, SetFlaw

_COLUMNS = {*LENGTHS, "category", "name", "filename"}
_DELIMITERS = (",", ";", "\t")


class Table(SetFormat):
    """CSV with any of the columns md5, sha1, sha256, pdq (hex), category, name; comma, semicolon or tab."""

    name: ClassVar[str] = "csv"
    general: ClassVar[bool] = True

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """Its first line names a hash column."""
        first = _text_of(head).partition("\n")[0]
        named = sorted(set(_columns(first, _delimiter(first))) & set(LENGTHS))
        return f"its first line names the column {named[0]}" if named else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a row."""
        text = io.TextIOWrapper(file, _encoding(file), errors="backslashreplace", newline="")
        first = text.readline()
        delimiter = _delimiter(first)
        columns = _columns(first, delimiter)
        for line, cells in rows(text, delimiter, 1):
            if isinstance(cells, str):
                yield SetFlaw(line=line, reason=cells)
            elif any(cells):
                yield entry(line, dict(zip(columns, cells, strict=False)))
        text.detach()


def rows(text: io.TextIOWrapper, delimiter: str, before: int) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with its line; a sentence instead of cells where it cannot be split."""
    reader = csv.reader(text, delimiter=delimiter)
    while True:
        try:
            cells: list[str] | str = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells = f"the row cannot be split: {error}"
        yield before + reader.line_num, cells


def entry(line: int, cells: Mapping[str, str]) -> SetEntry | SetFlaw:
    """A row by the names of its columns."""
    try:
        found = {kind: checked(kind, cells[kind]) for kind in LENGTHS if cells.get(kind)}
    except ValueError as error:
        return SetFlaw(line=line, reason=str(error))
    if not any(found.values()):
        return SetFlaw(line=line, reason="the row has no hash")
    name = cells.get("name") or cells.get("filename")
    return SetEntry(number=line, name=name or None, category=category(cells.get("category", "")), **found)


def category(text: str) -> Category | None:
    """``SCHEME:CODE``, or a code alone, whose scheme is the set's own name; null when nothing stands there."""
    scheme, mark, code = text.strip().partition(":")
    if not mark:
        scheme, code = "", scheme
    return Category(scheme=scheme.strip(), code=code.strip()) if code.strip() else None


def _columns(first: str, delimiter: str) -> list[str]:
    """The names of the columns, without what writers put between letters: ``SHA-1`` is sha1."""
    try:
        cells = next(csv.reader([first.strip("\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return []
    plain = (re.sub(r"[^a-z0-9]", "", cell.lower()) for cell in cells)
    return [cell if cell in _COLUMNS else "" for cell in plain]


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=first.count)


def _encoding(file: BinaryIO) -> str:
    mark = file.read(2)
    file.seek(0)
    return "utf-16" if mark in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"


def _text_of(head: bytes) -> str:
    return head.decode("utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig", "replace")
