# SPDX-License-Identifier: Apache-2.0
"""Records of a table of text with commas, whose cells may hold several lines."""

import csv
from collections.abc import Iterable, Iterator

from suluh.model.evidence.source import Source

_LONGEST = 1 << 24


def records_of(source: Source, mark: str = ",") -> Iterator[tuple[int, int, list[str]]]:
    """Each record with its first and last line; blank lines belong to the record behind them, or before at the end."""
    return records_in((f"{line.text}\n" for line in source.lines()), mark)


def records_in(lines: Iterable[str], mark: str) -> Iterator[tuple[int, int, list[str]]]:
    """The same of lines, each with its end."""
    csv.field_size_limit(_LONGEST)
    rows = csv.reader(lines, delimiter=mark)
    first, held = 1, None
    while True:
        try:
            cells = next(rows, None)
        except csv.Error:
            cells = []
        if cells is None:
            break
        if not cells:
            continue
        if held is not None:
            yield held
        held, first = (first, rows.line_num, cells), rows.line_num + 1
    if held is not None:
        yield held[0], max(rows.line_num, held[1]), held[2]
