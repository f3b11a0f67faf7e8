# SPDX-License-Identifier: Apache-2.0
"""Tables in which a balance runs on by what went in and out, under headings of any language: told and not read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from suluh.model.evidence.source import Source
from suluh.readers.plain import wide
from suluh.readers.reader import is_binary
from suluh.readers.statements.amounts import STYLES, Style, read
from suluh.readers.tabled.files.comma import heads_of

TOLD = "what may be a statement of an account, under headings that no reader knows"
NEXT = "suluh statement try shows its columns and writes a profile; or ask for another form of it"

_AMOUNT = re.compile(r"[^\d(+-]{0,6}(?P<sign>[(+-]?)[^\d(+-]{0,6}(?P<number>\d[\d.,' ]{0,30})\D{0,6}")
_FEWEST, _SHARE = 3, 80
Sums = Sequence[int | None]


def balanced(source: Source) -> int | None:
    """How many rows such a table holds; null where no column is a balance."""
    if source.tables or (wide(source.head) is None and is_binary(source.head)):
        return None
    for columns, number in heads_of(source):
        if any(_runs_on(columns, style) for style in STYLES):
            return number()
    return None


def _runs_on(columns: Mapping[str, Sequence[str]], style: Style) -> bool:
    """Whether one column changes from row to row by what stands in the others, upwards and downwards."""
    held = [sums for cells in columns.values() if (sums := _sums(cells, style)) is not None]
    whole = [sums for sums in held if sum(one is not None for one in sums) > _FEWEST]
    return any(_explains(one, [other for other in held if other is not one], way) for one in whole for way in (1, 0))


def _explains(balance: Sums, others: Sequence[Sums], way: int) -> bool:
    """Whether most changes of a balance stand in another column, in the row after them or, read upwards, before."""
    changes = [
        (later - earlier, place + way)
        for place, (earlier, later) in enumerate(pairwise(balance))
        if earlier is not None and later is not None and earlier != later
    ]
    told = [change for change, row in changes if any(abs(sums[row] or 0) == abs(change) for sums in others)]
    is_most = len(told) >= _FEWEST and 100 * len(told) >= _SHARE * len(changes)
    return is_most and min(told) < 0 < max(told)


def _sums(cells: Sequence[str], style: Style) -> Sums | None:
    """The sums of a column in minor units, empty cells as null; null where something else stands there."""
    found = list(_read(cells, style))
    return None if len(found) < len(cells) or not any(found) else found


def _read(cells: Sequence[str], style: Style) -> Iterator[int | None]:
    for cell in cells:
        match = _AMOUNT.fullmatch(cell) if cell else None
        if cell and match is None:
            return
        value = read(match["number"].strip(" .,"), style, "") if match else None
        if match and value is None:
            return
        yield -value if value is not None and match and match["sign"] in {"-", "("} else value
