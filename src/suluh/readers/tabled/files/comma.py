# SPDX-License-Identifier: Apache-2.0
"""Tables of text with a sign between cells, by their heading; without one they are told and not read."""

import csv
from collections.abc import Iterator
from functools import partial

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.exported.tables import records_of
from suluh.readers.reader import flaw, is_binary
from suluh.readers.tabled.entry import Entry, Table
from suluh.readers.tabled.form import ABOVE, Doubt, Form, form_of, may_be_talk
from suluh.readers.tabled.lexicon import WORDS, told_apart, words

_MARKS = (",", ";", "\t", "|")
_LOOKED_AT, _ABOVE = 400, 12
_FEWEST, _WIDEST = 3, 256
_KNOWN = frozenset(word for named in WORDS.values() for word in named)
Record = tuple[int, int, list[str]]


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
            first = 1 + max((last for last, cells in records[:at] if _holds(cells)), default=0)
            place = source.place(line=first, last_line=line if line != first else None)
            return Table(form, place, mark.join(named), partial(_rows, source, mark, heads, line), mark)
        doubt = doubt or form
    rest = [cells for _, cells in records if cells]
    return doubt or (Doubt(()) if may_be_talk(rest) else None)


def _rows(source: Source, mark: str, heads: tuple[str, ...], above: int) -> Iterator[Entry | Flaw]:
    """The rows below the heading; one of another width is a flaw, and so is one above it that holds anything."""
    for first, last, cells in records_of(source, mark):
        place = source.place(line=first, last_line=last if last != first else None)
        if last <= above:
            if last < above and _holds(cells):
                yield flaw(source, f"line:{first}", ABOVE, place, mark.join(cells))
            continue
        if (fitted := _fitted(cells, len(heads))) is None:
            reason = f"{len(cells)} columns, {len(heads)} expected"
            yield flaw(source, f"line:{first}", reason, place, mark.join(cells))
            continue
        fitted[0] = fitted[0].removeprefix("\ufeff")
        yield Entry(place, dict(zip(heads, fitted, strict=True)))


def _holds(cells: list[str]) -> bool:
    """Whether a row holds anything."""
    return any(one.strip("\ufeff ") for one in cells)


def _fitted(cells: list[str], width: int) -> list[str] | None:
    """The cells of a row without empty ones past the heading; null where it has fewer or more."""
    return cells[:width] if len(cells) >= width and not any(one.strip() for one in cells[width:]) else None
