# SPDX-License-Identifier: Apache-2.0
"""A text file as rows of cells: its encoding, its delimiter, its heading line, and the lines each row covers."""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.readers.reader import is_binary
from suluh.readers.statements.profile import Columns, Profile

HEADER_WITHIN = 100
"""Lines in which a heading is looked for."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_QUOTED_LINES = 20
_SPACES = re.compile(r"[\s\u00a0]+")


class Sheet(NamedTuple):
    """A profile that fits a file, with the form that fits."""

    profile: Profile
    delimiter: str
    encoding: str
    heading: tuple[str, ...]


class Cells(NamedTuple):
    """One row: its lines, its text, its cells."""

    line: int
    last_line: int
    raw: str
    cells: tuple[str, ...]


def sheets(source: Source, profiles: Sequence[Profile]) -> list[Sheet]:
    """Every profile whose heading stands in one of the first lines, with that heading."""
    if is_binary(source.head) and not source.head.startswith(tuple(mark for mark, _ in _MARKS)):
        return []
    encoding = _encoding(source.head)
    text = source.head.decode(encoding, "replace").removeprefix("\ufeff")
    if is_binary(text.encode("utf-8", "replace")):
        return []
    lines = text.splitlines()[:HEADER_WITHIN]
    split = {
        delimiter: [(cells, {plain(cell) for cell in cells}) for cells in (_split(line, delimiter) for line in lines)]
        for delimiter in {delimiter for one in profiles for delimiter in one.delimiters}
    }
    found = []
    for profile in profiles:
        wanted = {plain(heading) for heading in profile.header}
        for delimiter in profile.delimiters:
            heading = next((cells for cells, names in split[delimiter] if wanted <= names), None)
            if heading is not None:
                found.append(Sheet(profile, delimiter, encoding, heading))
                break
    return found


def rows(source: Source, sheet: Sheet) -> Iterator[Cells]:
    """Every row of the file; together they cover every line. A quoted cell may go over several lines."""
    held: list[str] = []
    first = 1
    number = 0
    for number, text in enumerate(_lines(source, sheet.encoding), 1):
        held.append(text)
        whole = "\n".join(held)
        if whole.count('"') % 2 == 0:
            yield Cells(first, number, whole, _split(whole, sheet.delimiter))
        elif len(held) < _QUOTED_LINES:
            continue
        else:
            yield from _singly(held, first, sheet.delimiter)
        held, first = [], number + 1
    yield from _singly(held, first, sheet.delimiter)


def plain(heading: str) -> str:
    """A heading without case, marks and surplus spaces, so that two ways of writing it are one."""
    return _SPACES.sub(" ", heading).strip(" '\"\ufeff").casefold()


def places(columns: Columns, heading: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Where in a row each field stands; a field whose heading is absent has no place."""
    names = [plain(cell) for cell in heading]
    found: dict[str, tuple[int, ...]] = {}
    for field in columns.__struct_fields__:
        wanted = getattr(columns, field)
        several = wanted if isinstance(wanted, tuple) else (wanted,) if wanted else ()
        found[field] = tuple(at for one in several if (at := _place(one, names)) is not None)
    return found


def _place(wanted: str, names: Sequence[str]) -> int | None:
    """The column of one heading: ``Name``, ``Name#2`` or ``Name+1``."""
    parts = re.fullmatch(r"(.*?)(?:#(\d))?(?:\+(\d))?", wanted, re.DOTALL)
    if parts is None:
        return None
    at = [number for number, name in enumerate(names) if name == plain(parts[1])]
    nth, right = int(parts[2] or 1), int(parts[3] or 0)
    if not 0 < nth <= len(at):
        return None
    found = at[nth - 1] + right
    return found if not right or (found < len(names) and not names[found]) else None


def _encoding(head: bytes) -> str:
    """By its mark, else UTF-8 where the head is that, else the one of old spreadsheets."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    try:
        head[: head.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _lines(source: Source, encoding: str) -> Iterator[str]:
    """The lines as text, without their ends; what is not in the encoding stays visible."""
    if encoding.startswith("utf-16"):
        with source.open() as file:
            text = file.read().decode(encoding, "backslashreplace").removeprefix("\ufeff")
        yield from (line.removesuffix("\r") for line in text.removesuffix("\n").split("\n"))
        return
    for line in source.lines():
        if encoding == "utf-8":
            yield line.text
        else:
            yield line.raw.removesuffix(b"\n").removesuffix(b"\r").decode(encoding, "backslashreplace")


def _singly(held: Sequence[str], first: int, delimiter: str) -> Iterator[Cells]:
    """Lines whose quote never closes, each on its own."""
    for number, text in enumerate(held, first):
        yield Cells(number, number, text, _split(text, delimiter))


def _split(text: str, delimiter: str) -> tuple[str, ...]:
    """The cells of a line as written, but without the mark by which a spreadsheet keeps them text."""
    try:
        cells = next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        cells = text.split(delimiter)
    return tuple(_bare(cell) for cell in cells)


def _bare(cell: str) -> str:
    kept = cell.strip(" \t\r\n\u00a0")
    if kept.startswith('="') and kept.endswith('"'):
        return kept[2:-1]
    return kept[1:].lstrip() if kept.startswith("'") else kept
