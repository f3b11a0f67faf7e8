# SPDX-License-Identifier: Apache-2.0
"""The cells of a workbook as texts: exact numbers without separators, days as ISO writes them."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

Value = int | float | str | bool | time | date | datetime | timedelta
"""What a cell holds."""

_WHOLE = 1 << 53
"""Below it every whole number is exact in a cell."""

_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 # a workbook names no zone
_SYSTEM_1904 = 1462
"""Days between the two days from which workbooks count, ECMA-376 part 1, 18.17.4.1."""

_FIRST_SERIAL, _LAST_SERIAL = 29221, 54789
"""1980 to 2049, in days since 30 December 1899."""

_DAY_WORD = re.compile(r"\b(?:tgl|tanggal|date|hari|waktu|time|datetime|timestamp|valuta)\b", re.IGNORECASE)
_BLANKS = " \t\r\n\u00a0\u200b\ufeff"
SERIAL = re.compile(r"\d{5}(?:\.\d{1,15})?")


def text(value: Value) -> str:
    """A cell as text, outer blanks off.

    A number is exact to 15 digits, as spreadsheets themselves keep it, with a point before its fraction and nothing
    else; a day is ``2026-09-02``, with a time ``2026-09-02 13:05:06``.
    """
    if isinstance(value, str):
        kept = value.strip(_BLANKS)
        return kept[1:].lstrip() if kept[:1] == "'" else kept
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, timedelta):
        return _span(value)
    if isinstance(value, datetime):
        return value.replace(microsecond=0).isoformat(" ")
    return value.replace(microsecond=0).isoformat() if isinstance(value, time) else value.isoformat()


def is_day_heading(cell: str) -> bool:
    """Whether days or times stand under a heading."""
    return len(cell) < 40 and _DAY_WORD.search(cell.replace("_", " ")) is not None  # noqa: PLR2004 # a heading is short


def serial(cell: str, *, since_1904: bool) -> str:
    """A number under a heading of days as the day that it stands for; as it is where it stands for none."""
    if SERIAL.fullmatch(cell) is None:
        return cell
    days = Decimal(cell) + (_SYSTEM_1904 if since_1904 else 0)
    if not _FIRST_SERIAL <= days <= _LAST_SERIAL:
        return cell
    seconds = round((days % 1) * 86400)
    moment = _DAY_ZERO + timedelta(days=int(days), seconds=seconds)
    return moment.isoformat(" ") if seconds else moment.date().isoformat()


def _number(value: float) -> str:
    if isinstance(value, int) or (value.is_integer() and abs(value) < _WHOLE):
        return str(int(value))
    if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 # the one number unlike itself
        return "#NUM!"
    written = f"{Decimal(f'{value:.15g}'):f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _span(value: timedelta) -> str:
    seconds = int(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
