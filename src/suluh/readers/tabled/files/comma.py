# SPDX-License-Identifier: Apache-2.0
"""Tables of text with a sign between cells, by their heading; without one they are told and not read."""

import csv
from functools import partial

from suluh.model.evidence.source import Source
from suluh.readers.exported.tables import records_of
from suluh.readers.reader import is_binary
from suluh.readers.tabled.entry import Table
from suluh.readers.tabled.form import Doubt, Form, form_of, may_be_talk
from suluh.readers.tabled.lexicon import WORDS, told_apart, words

_MARKS = (",", ";", "\t", "|")
_LOOKED_AT, _ABOVE = 400, 12
_FEWEST, _WIDEST = 3, 256
_KNOWN = frozenset(word for named in WORDS.values() for word in named)


def table_of(source: Source) -> Table | Doubt | None:
    """The table of messages that a text is; a doubt where its columns are named so and nothing more says it."""
    if source.tables or is_binary(source.head) or source.head[:1] in b"{[<":
        return None
    doubt = None
    for mark in _MARKS:
        if mark.encode() not in source.head:
            continue
        found = _under(source, mark)
        if isinstance(found, Table):
            return found
        doubt = doubt or found
    return doubt


def _under(source: Source, mark: str) -> Table | Doubt | None:
    """The table under one sign between cells."""
    head = source.head.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = head.splitlines(keepends=True)
    lines = lines[:-1] if len(source.head) < source.size and len(lines) > 1 else lines
    rows = csv.reader(lines, delimiter=mark)
    records = list[tuple[int, list[str]]]()
    try:
        for cells in rows:
            records.append((rows.line_num, cells))
            if len(records) == _LOOKED_AT:
                break
    except csv.Error:
        return None
    doubt = None
    for at, (line, named) in enumerate(records[:_ABOVE]):
        heads = told_apart(named)
        if not _FEWEST <= len(heads) <= _WIDEST or sum(words(one) in _KNOWN for one in heads) < _FEWEST:
            continue
        below = [found for _, cells in records[at + 1 :] if (found := _fitted(cells, len(heads))) is not None]
        form = form_of(heads, [dict(zip(heads, cells, strict=True)) for cells in below])
        if isinstance(form, Form):
            return Table(form, partial(_number, source, mark, len(heads), line))
        doubt = doubt or form
    rest = [cells for _, cells in records if cells]
    return doubt or (Doubt(()) if may_be_talk(rest) else None)


def _number(source: Source, mark: str, width: int, above: int) -> int:
    """How many rows of this width stand below the heading."""
    rows = (cells for _, last, cells in records_of(source, mark) if last > above)
    return sum(_fitted(cells, width) is not None for cells in rows)


def _fitted(cells: list[str], width: int) -> list[str] | None:
    """The cells of a row without empty ones past the heading; null where it has fewer or more."""
    return cells[:width] if len(cells) >= width and not any(one.strip() for one in cells[width:]) else None
