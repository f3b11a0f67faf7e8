# SPDX-License-Identifier: Apache-2.0
"""Hash sets as tables of text, as any spreadsheet or forensic program writes them."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import SetFormat
from suluh.hashing.sets.headings import columns, names_a_hash
from suluh.hashing.sets.text import LENGTHS, checked, cleaned, kind_of, lines
from suluh.model.matching import Category, SetEntry, SetFlaw

_DELIMITERS = (",", ";", "\t", "|")
_BEFORE = 60
"""Lines in which a heading is looked for, or the first hash where there is none."""

_TOGETHER = 20
"""A quoted cell goes over so many lines at most."""

Numbered = tuple[int, str]


class Table(SetFormat):
    """CSV with a column of hashes (md5, sha1, sha256, pdq, or any by length), with a heading or without.

    Comma, semicolon, tab or bar; title rows, remarks and ``sep=;`` may stand before it. A quote that is never closed
    hides no other line: each is a row of its own unless its quotes close a little later and it has no hash alone.
    """

    name: ClassVar[str] = "csv"
    general: ClassVar[bool] = True

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """One of its first lines names a hash column, or holds hashes in cells."""
        found = _shape(list(islice(lines(io.BytesIO(head)), _BEFORE)))
        if found is None:
            return None
        first, _, names = found
        if names is None:
            return f"line {first} holds a hash in one of its cells"
        return f"line {first} names the column {next(one for one in names if one in LENGTHS or one == 'hash')}"

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a row."""
        text = lines(file)
        before = list(islice(text, _BEFORE))
        found = _shape(before)
        if found is None:
            return
        first, delimiter, names = found
        rest = before[first - 1 if names is None else first :]
        yield from _entries(chain(rest, text), delimiter, names)


def _entries(text: Iterator[Numbered], delimiter: str, names: list[str] | None) -> Iterator[SetEntry | SetFlaw]:
    waiting: list[Numbered] = []
    while (following := waiting.pop(0) if waiting else next(text, None)) is not None:
        number, line = following
        if not line.strip(f" {delimiter}\"'") or line.lstrip().startswith(("#", "//")):
            continue
        last, line = _joined((number, line), (text, waiting), delimiter)
        yield from _row(last, split(line, delimiter), names)


def _joined(start: Numbered, ahead: tuple[Iterator[Numbered], list[Numbered]], delimiter: str) -> Numbered:
    """A line with those behind it up to where its quotes close, under the number of the last.

    A line that holds a hash of its own ends the search: then a quote was left open, and each line stands alone.
    """
    line, (text, waiting) = start[1], ahead
    taken: list[Numbered] = []
    while line.count('"') % 2 and len(taken) < _TOGETHER:
        following = waiting.pop(0) if waiting else next(text, None)
        if following is None:
            break
        taken.append(following)
        line += "\n" + following[1]
        if line.count('"') % 2 == 0 and following[1].count('"') == 1:
            return following[0], line
        if any(kind_of(cell) for cell in following[1].split(delimiter)):
            break
    waiting[:0] = taken
    return start


def _row(number: int, cells: list[str], names: list[str] | None) -> list[SetEntry | SetFlaw]:
    """One row, by its heading, or by what its cells are."""
    if names is not None:
        return each(number, dict(zip(names, cells, strict=False)))
    found: dict[str, str] = {}
    for cell in cells:
        kind = kind_of(cell)
        if kind is not None:
            found.setdefault(kind, cell)
        elif cell.strip():
            found.setdefault("name", cell)
    return each(number, found)


def split(line: str, delimiter: str) -> list[str]:
    """The cells of one line; where its quotes do not close, they are taken as any other character."""
    if line.count('"') % 2 == 0:
        try:
            return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
        except csv.Error:
            return line.split(delimiter)
    return line.split(delimiter)


def rows(text: io.TextIOWrapper, delimiter: str, before: int) -> Iterator[tuple[int, list[str] | str]]:
    """Each line below a heading as a row, with its number; an open quote hides no other line."""
    for number, line in enumerate(text, before + 1):
        cells = split(line.rstrip("\r\n"), delimiter)
        if any(cell.strip() for cell in cells):
            yield number, cells


def entry(line: int, cells: Mapping[str, str]) -> SetEntry | SetFlaw:
    """A row by the names of its columns, as a list that one program writes has it: any fault is a flaw."""
    found, faults = _values(cells)
    if faults or not found:
        return SetFlaw(line=line, reason="; ".join(faults) or "the row has no hash")
    return _made(line, cells, found)


def each(line: int, cells: Mapping[str, str]) -> list[SetEntry | SetFlaw]:
    """A row of a table that anybody made: a hash that is none is told, and does not hide the others of its row."""
    found, faults = _values(cells)
    if not found:
        return [SetFlaw(line=line, reason="; ".join(faults) or "the row has no hash")]
    told = [SetFlaw(line=line, reason=f"{'; '.join(faults)}: the row's other hash is used")] if faults else []
    return [_made(line, cells, found), *told]


def _values(cells: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The hashes of a row, and what is wrong with those that are none."""
    found: dict[str, str] = {}
    faults: list[str] = []
    for kind, text in _hashes(cells):
        try:
            value = checked(kind, text)
        except ValueError as error:
            faults.append(str(error))
            continue
        if value is not None:
            found.setdefault(kind, value)
    return found, faults


def _made(line: int, cells: Mapping[str, str], found: dict[str, str]) -> SetEntry:
    name = cells.get("name") or cells.get("filename")
    return SetEntry(number=line, name=name or None, category=category(cells.get("category", "")), **found)


def _hashes(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Cells with the kind of hash that they hold."""
    yield from ((kind, cells[kind]) for kind in LENGTHS if cells.get(kind))
    text = cells.get("hash", "")
    if cleaned(text):
        kind = kind_of(text)
        yield (kind, text) if kind else ("md5", text)


def category(text: str) -> Category | None:
    """``SCHEME:CODE``, or a code alone, whose scheme is the set's own name; null when nothing stands there."""
    scheme, mark, code = text.strip().partition(":")
    if not mark:
        scheme, code = "", scheme
    return Category(scheme=scheme.strip(), code=code.strip()) if code.strip() else None


def _shape(before: list[Numbered]) -> tuple[int, str, list[str] | None] | None:
    """Number of the heading, delimiter and columns; without a heading that of the first line with a hash, and null."""
    stated = None
    for number, line in before:
        if line[:4].lower() == "sep=" and line[4:5] in _DELIMITERS:
            stated = line[4]
            continue
        text = line.lstrip("# ") if line.lstrip().startswith("#") else line
        delimiter = stated or max(_DELIMITERS, key=text.count)
        cells = split(text, delimiter)
        names = columns(cells)
        if names_a_hash(names):
            return number, delimiter, names
        if text is line and any(kind_of(cell) for cell in cells):
            return number, delimiter, None
    return None
