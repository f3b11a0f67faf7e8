# SPDX-License-Identifier: Apache-2.0
"""Times as apps keep them: numbers of seconds, or of parts of one, since 1970 or since 2001."""

from datetime import UTC, datetime, timedelta

from suluh.model.evidence.source import Cell
from suluh.model.times import When, utc

UNIX = datetime(1970, 1, 1, tzinfo=UTC)
COCOA = datetime(2001, 1, 1, tzinfo=UTC)

_PARTS = ((10**17, 10**9), (10**14, 10**6), (10**11, 10**3))
"""From which number on a time counts which part of a second: the year 1973 in milliseconds is 5138 in seconds."""


def counted_from(epoch: datetime, cell: Cell) -> When | None:
    """The instant of a number; zero and less is no time. Seconds, milli-, micro- and nanoseconds differ by size."""
    number = _number(cell)
    if number is None or number <= 0:
        return None
    part = next((one for least, one in _PARTS if number >= least), 1)
    is_exact = part > 1 or number != int(number)
    try:
        at = utc(epoch + _span(number, part))
    except (OverflowError, ValueError):
        at = None
    return When(written=str(cell), precision="millisecond" if is_exact else "second", at=at)


def _span(number: float, part: int) -> timedelta:
    if isinstance(number, int):
        return timedelta(seconds=number // part, microseconds=number % part * 10**6 // part)
    return timedelta(milliseconds=round(number * 1000 / part))


def _number(cell: Cell) -> float | None:
    if isinstance(cell, int | float):
        return cell
    if isinstance(cell, str) and cell.isascii() and cell.isdigit() and len(cell) < 20:  # noqa: PLR2004 # fits 64 bits
        return int(cell)
    return None
