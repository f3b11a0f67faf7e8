# SPDX-License-Identifier: Apache-2.0
"""Tables of text, in UTF-16 as well, with a sign between cells, by their heading or without one: told and not read."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from suluh.model.evidence.source import Source
from suluh.readers.exported.tables import records_in
from suluh.readers.plain import wide
from suluh.readers.reader import is_binary
from suluh.readers.tabled.entry import Table
from suluh.readers.tabled.form import Doubt, Form, form_of, may_be_talk
from suluh.readers.tabled.lexicon import WORDS, told_apart, words
from suluh.readers.tabled.talking import talk_in
from suluh.readers.whatsapp.export.lines import texts

_MARKS = (",", ";", "\t", "|")
_LOOKED_AT, _ABOVE = 400, 12
_FEWEST, _WIDEST = 3, 256
_LEAST = 2
"""Cells that a heading of any names has."""

_KNOWN = frozenset(word for named in WORDS.values() for word in named)


def table_of(source: Source) -> Table | Doubt | None:
    """The table of messages that a text is; a doubt where its columns are named so and nothing more says it."""
    encoding = wide(source.head)
    if source.tables or (encoding is None and is_binary(source.head)) or source.head[:1] in b"{[<":
        return None
    head = source.head.decode(encoding or "utf-8", "replace").removeprefix("\ufeff")
    doubt = None
    for mark in _MARKS:
        if mark not in head:
            continue
        found = _under(source, head, mark)
        if isinstance(found, Table):
            return found
        doubt = doubt or found
    return doubt


def heads_of(source: Source) -> Iterator[tuple[Mapping[str, Sequence[str]], Callable[[], int]]]:
    """The columns under what may be the heading of a text, and what counts its rows, for each sign between cells."""
    encoding = wide(source.head)
    head = source.head.decode(encoding or "utf-8", "replace").removeprefix("\ufeff")
    for mark in _MARKS:
        for line, heads, rows in _headed(_records(source, head, mark)):
            cells = {one: [row[one].strip() for row in rows] for one in heads}
            yield cells, partial(_number, source, mark, len(heads), line)
            break


def _records(source: Source, head: str, mark: str) -> list[tuple[int, list[str]]]:
    """The first rows under one sign between cells, each with its last line; none where they break off."""
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
        return []
    return records


def _headed(
    records: Sequence[tuple[int, list[str]]],
) -> Iterator[tuple[int, tuple[str, ...], list[dict[str, str]]]]:
    """Each of the first rows that may be a heading, for half of the rows below are as wide."""
    for at, (line, named) in enumerate(records[:_ABOVE]):
        heads = told_apart(named)
        if _LEAST <= len(heads) <= _WIDEST and all(one.strip() for one in named[:_LEAST]):
            below = [found for _, cells in records[at + 1 :] if (found := _fitted(cells, len(heads))) is not None]
            if below and 2 * len(below) > len(records) - at - 1:
                yield line, heads, [dict(zip(heads, cells, strict=True)) for cells in below]


def _under(source: Source, head: str, mark: str) -> Table | Doubt | None:
    """The table under one sign between cells."""
    records = _records(source, head, mark)
    doubt = None
    for at, (line, named) in enumerate(records[:_ABOVE]):
        heads = told_apart(named)
        if not _FEWEST <= len(heads) <= _WIDEST or sum(words(one) in _KNOWN for one in heads) < _FEWEST:
            continue
        below = [found for _, cells in records[at + 1 :] if (found := _fitted(cells, len(heads))) is not None]
        form = form_of(heads, [dict(zip(heads, cells, strict=True)) for cells in below])
        number = partial(_number, source, mark, len(heads), line)
        if isinstance(form, Form):
            return Table(form, number)
        doubt = doubt or (form._replace(number=number) if form else None)
    for line, heads, rows in _headed(records) if doubt is None else ():
        if (form := talk_in(heads, rows)) is not None:
            return Table(form, partial(_number, source, mark, len(heads), line))
    rest = [cells for _, cells in records if cells]
    return doubt or (Doubt(()) if may_be_talk(rest) else None)


def _number(source: Source, mark: str, width: int, above: int) -> int:
    """How many rows of this width stand below the heading."""
    lines = (text for _, text in texts(source))
    rows = (cells for _, last, cells in records_in(lines, mark) if last > above)
    return sum(_fitted(cells, width) is not None for cells in rows)


def _fitted(cells: list[str], width: int) -> list[str] | None:
    """The cells of a row without empty ones past the heading; null where it has fewer or more."""
    return cells[:width] if len(cells) >= width and not any(one.strip() for one in cells[width:]) else None
