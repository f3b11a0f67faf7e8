# SPDX-License-Identifier: Apache-2.0
"""Text that was copied out of a page and lost its columns: in each line a day, words, and sums at the end."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.readers.statements.grid import Grid, Row

_DAY = re.compile(
    r"\s*(?P<day>(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|"
    r"\d{1,2}[- ][^\W\d_]{3,9}[- ,]{1,2}\d{2,4})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)\s+(?P<rest>\S.*)"
)
_SUM = re.compile(r"[-+(]?(?:\d{1,3}(?:[.,']\d{2,3})+|\d+[.,]\d{2})\)?(?:cr|dr|db|[dk-])?", re.IGNORECASE)
_MARK = re.compile(r"cr|dr|db|[dk]", re.IGNORECASE)
_CODE = re.compile(r"\w{1,6}")
"""What may stand behind the balance: the number of a branch, or a mark."""

_EDGES = " \t#*|"
_NONE = frozenset({"-", "--"})
_MOST, _LEAST = 3, 2
"""Sums of a line: debit, credit and balance, or one and the balance."""

_BOOKINGS = 3
_WITHIN, _LONGEST, _MOST_LINES = 400, 400, 200_000


class _Taken(NamedTuple):
    """The words of a line and the sums behind them."""

    words: str
    sums: tuple[str, ...]


def is_lined(head: str) -> bool:
    """Whether so many lines of a text begin with a day and end with a sum and a balance."""
    return sum(_is_whole(line) for line in head.splitlines()[:_WITHIN]) >= _BOOKINGS


def lined(source: Source) -> Grid | None:
    """The whole text as one grid of days, words and sums; null where it is too long."""
    lines: list[tuple[int, str]] = []
    for one in source.lines():
        if len(lines) >= _MOST_LINES:
            return None
        lines.append((one.number, one.text))
    counted = Counter(len(taken.sums) for _, text in lines if (taken := _booked(text)) and len(taken.sums) >= _LEAST)
    return Grid("", "fixed", tuple(_rows(lines, max(counted, key=lambda one: (counted[one], one), default=_LEAST))))


def _is_whole(line: str) -> bool:
    taken = _booked(line)
    return taken is not None and len(taken.sums) >= _LEAST and bool(taken.words)


def _booked(line: str) -> _Taken | None:
    """The words and sums of a line that begins with a day."""
    found = _DAY.fullmatch(line) if len(line) <= _LONGEST else None
    return _taken(found["rest"]) if found else None


def _taken(text: str) -> _Taken:
    """A text with the sums at its end apart."""
    words = text.split()
    if len(words) > 1 and _CODE.fullmatch(words[-1]) and _SUM.fullmatch(words[-2]) and not _MARK.fullmatch(words[-1]):
        words.pop()
    sums: list[str] = []
    while words and len(sums) < _MOST:
        mark = f" {words[-1]}" if _MARK.fullmatch(words[-1]) and len(words) > 1 else ""
        sum_ = words[-2] if mark else words[-1]
        if not (_SUM.fullmatch(sum_) or (sum_ in _NONE and not mark)):
            break
        sums.append(sum_ + mark)
        del words[-2 if mark else -1 :]
    if sums and sums[-1] in _NONE and len(sums) < _MOST:  # a hyphen of the words
        words.append(sums.pop())
    return _Taken(" ".join(words), tuple(reversed(sums)))


def _rows(lines: Iterable[tuple[int, str]], many: int) -> Iterator[Row]:
    """The lines as rows of a day, words and so many sums; a booking may have its sums in a line below its day."""
    held: tuple[int, str, str, str] | None = None
    for number, text in lines:
        found = _DAY.fullmatch(text) if len(text) <= _LONGEST else None
        taken = _taken(found["rest"] if found else text)
        if held and not found and taken.sums:
            yield _row((held[0], number), held[1], f"{held[2]} {taken.words}", taken.sums, f"{held[3]}\n{text}", many)
            held = None
            continue
        if held:
            yield _row((held[0], held[0]), held[1], held[2], (), held[3], many)
            held = None
        if found and not taken.sums:
            held = number, found["day"], taken.words, text
        elif found:
            yield _row((number, number), found["day"], taken.words, taken.sums, text, many)
        elif taken.sums:
            # A balance or total that stands between the bookings: without a day no other sum of it is one.
            words = " ".join((taken.words, *taken.sums[:-1]))
            yield _row((number, number), "", words, taken.sums[-1:], text, many)
        elif text.strip():
            yield Row(number, number, (text.strip(),), text)
    if held:
        yield _row((held[0], held[0]), held[1], held[2], (), held[3], many)


def _row(at: tuple[int, int], day: str, words: str, sums: tuple[str, ...], raw: str, many: int) -> Row:
    """A row with its sums from the right: the balance is the last of them."""
    blank = ("",) * (many - len(sums))
    return Row(*at, (day, words.strip(_EDGES), *blank, *sums[-many:]), raw)
