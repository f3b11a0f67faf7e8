# SPDX-License-Identifier: Apache-2.0
"""Reads the categories that people gave in their own viewer: VICS JSON, or a table of hash and category."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import BinaryIO, NamedTuple

from suluh.hashing.sets.format import HEAD
from suluh.hashing.sets.formats.table import entry, rows
from suluh.hashing.sets.formats.vics import entry_of, media, model_of
from suluh.hashing.sets.records import Record
from suluh.hashing.sets.text import LENGTHS
from suluh.model.errors import Misuse
from suluh.model.matching import SetEntry, SetFlaw

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DELIMITERS = (",", ";", "\t")
_OTHER = {
    "officer": "officer",
    "examiner": "officer",
    "analyst": "officer",
    "scheme": "scheme",
    "version": "version",
    "date": "date",
    "dateupdated": "date",
    "category": "category",
}
"""Names of columns beside those of hashes."""


class Grading(NamedTuple):
    """One row: the hashes of a content and the category that somebody gave it; no code, no category yet."""

    line: int
    hashes: tuple[str, ...]
    scheme: str
    code: str
    version: str | None = None
    officer: str | None = None
    date: str | None = None


def gradings(file: BinaryIO, name: str) -> Iterator[Grading | SetFlaw]:
    """Every row in the order of the file, a flaw for what cannot be used. Raises `Misuse` for another kind of file."""
    head = file.read(HEAD)
    file.seek(0)
    if model_of(head) is not None:
        return _vics(file)
    first = _text(head).partition("\n")[0]
    columns = _columns(first)
    if "category" not in columns or not set(columns) & set(LENGTHS):
        raise Misuse(
            f"{name} holds no categories that can be read: give VICS JSON, or CSV whose first line names a column "
            "category and one of md5, sha1, sha256"
        )
    return _table(file, _encoding(head))


def _vics(file: BinaryIO) -> Iterator[Grading | SetFlaw]:
    for number, record, scheme in media(file):
        if isinstance(record, str):
            yield SetFlaw(line=number, reason=record)
        else:
            yield _with(entry_of(number, record, scheme), {"date": _date(record)})


def _date(record: Record) -> str:
    found = record.get("DateUpdated")
    return found if isinstance(found, str) else ""


def _table(file: BinaryIO, encoding: str) -> Iterator[Grading | SetFlaw]:
    text = io.TextIOWrapper(file, encoding, errors="backslashreplace", newline="")
    first = text.readline()
    columns = _columns(first)
    for line, cells in rows(text, _delimiter(first), 1):
        if isinstance(cells, str):
            yield SetFlaw(line=line, reason=cells)
        elif any(cells):
            found = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
            yield _dated(_with(entry(line, found), found), found.get("date", ""))
    text.detach()


def _with(found: SetEntry | SetFlaw, more: Mapping[str, str]) -> Grading | SetFlaw:
    """A row of hashes and category with what else stands there."""
    if isinstance(found, SetFlaw):
        return found
    hashes = tuple(value for value in (found.sha256, found.sha1, found.md5) if value)
    if not hashes:
        return SetFlaw(line=found.number, reason="the row has no MD5, SHA-1 or SHA-256")
    return Grading(
        line=found.number,
        hashes=hashes,
        scheme=(found.category.scheme if found.category else "") or more.get("scheme", ""),
        code=found.category.code if found.category else "",
        version=more.get("version") or None,
        officer=more.get("officer") or None,
        date=_day(more.get("date", "")),
    )


def _dated(row: Grading | SetFlaw, written: str) -> Grading | SetFlaw:
    """The row, or a flaw where its day cannot be told: without it an older vote could count as the latest."""
    if isinstance(row, SetFlaw) or row.date or not (row.code and written):
        return row
    return SetFlaw(line=row.line, reason=f"{written!r} is no date: write it as 2026-09-30, or leave it out")


def _day(written: str) -> str | None:
    """The day that an ISO date or instant names."""
    found = _DAY.match(written)
    try:
        return date.fromisoformat(found.group()).isoformat() if found else None
    except ValueError:
        return None


def _columns(first: str) -> list[str]:
    """The names of the columns that are read; nothing for any other."""
    try:
        cells = next(csv.reader([first.strip("\r\n")], delimiter=_delimiter(first)), [])
    except csv.Error:
        return []
    plain = (re.sub(r"[^a-z0-9]", "", cell.lower()) for cell in cells)
    return [cell if cell in LENGTHS else _OTHER.get(cell, "") for cell in plain]


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=first.count)


def _encoding(head: bytes) -> str:
    return "utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"


def _text(head: bytes) -> str:
    return head.decode(_encoding(head), "replace")
