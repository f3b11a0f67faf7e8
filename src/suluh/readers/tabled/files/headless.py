# SPDX-License-Identifier: Apache-2.0
"""Tables of messages without a heading: every column is told by what all its cells hold."""

import re
from collections.abc import Iterable, Mapping, Sequence

from suluh.readers.tabled.form import Form, Row
from suluh.readers.tabled.lexicon import Role
from suluh.readers.tabled.moments import moment_of
from suluh.readers.tabled.ways import tells

_NUMBER = re.compile(r"\+?[\d() -]{2,20}\d")
_SIDES = 2
_WORDS = re.compile(r".*[^\W\d_].*", re.DOTALL)


def form_without_heads(heads: Sequence[str], rows: Sequence[Row]) -> Form | None:
    """The form of a table whose columns hold a time, a way, numbers and words, one of each; null for any other.

    Where two columns hold numbers and never both in one row, they are one: some programs write whom a message went to
    in another column than whom it came from.
    """
    columns = {head: [one[head].strip() for one in rows] for head in heads}
    times = [one for one, cells in columns.items() if all(map(_has_clock, cells))]
    ways = [
        one
        for one, cells in columns.items()
        if all(cells) and tells("direction", cells, is_numbered=False, is_call=False)
    ]
    if len(times) != 1 or len(ways) != 1:
        return None
    rest = [one for one in heads if one not in {times[0], ways[0]} and any(columns[one])]
    numbers = [one for one in rest if all(not cell or _NUMBER.fullmatch(cell) for cell in columns[one])]
    texts = [
        one
        for one in rest
        if one not in numbers and len(set(columns[one])) > 1 and any(map(_WORDS.fullmatch, columns[one]))
    ]
    if (
        not 1 <= len(numbers) <= _SIDES
        or not texts
        or any(sum(map(bool, row)) != 1 for row in _beside(columns, numbers))
    ):
        return None
    longest = max(texts, key=lambda one: sum(map(len, columns[one])))
    found: dict[Role, str] = {"time": times[0], "way": ways[0], "other": numbers[0], "text": longest}
    if len(numbers) == _SIDES:
        found["receiver"] = numbers[1]
    return Form("talk", found, ("direction", "numbers"))


def _beside(columns: Mapping[str, Sequence[str]], numbers: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """The cells of the columns of numbers, row by row."""
    return zip(*(columns[one] for one in numbers), strict=True)


def _has_clock(cell: str) -> bool:
    found = moment_of(cell)
    return found is not None and found.has_clock
