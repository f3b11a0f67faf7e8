# SPDX-License-Identifier: Apache-2.0
"""Days and clocks of LINE's text export, in the forms of several languages.

Where the order of day and month is not said by the form, the name of the weekday or a number over twelve decides it for
the whole file; where neither does, it stays open.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

_YEAR_FIRST = re.compile(r"(?P<a>\d{4})[./年-] ?(?P<b>\d{1,2})[./月-] ?(?P<c>\d{1,2})日?\.?\s*(?P<word>\D{0,20})")
_OF_REIGN = re.compile(
    r"(?P<reign>\u662d\u548c|\u5e73\u6210|\u4ee4\u548c|[SHR])\.? ?(?P<a>\d{1,2}|\u5143)"
    r"[./\u5e74-] ?(?P<b>\d{1,2})[./\u6708-] ?(?P<c>\d{1,2})\u65e5?\.?\s*(?P<word>\D{0,20})"
)
_REIGNS = {
    **dict.fromkeys(("\u662d\u548c", "S"), 1925),
    **dict.fromkeys(("\u5e73\u6210", "H"), 1988),
    **dict.fromkeys(("\u4ee4\u548c", "R"), 2018),
}
"""The year before the first of each reign of Japan's emperors."""

_FIRST = "\u5143"
_YEAR_LAST = re.compile(
    r"(?P<word>[^\W\d_]{1,12}[.,\u060c]{0,2}\s+)?(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<c>\d{4})\s*(?P<behind>\D{0,16})"
)
CLOCK = re.compile(
    r"(?P<before>[^\W\d_]{1,4}\.?[^\W\d_]{0,2}\.?[ \u00a0\u202f]?)?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?P<after>[ \u00a0\u202f]?[^\W\d_]\.?[^\W\d_]\.?)?"
)
_AFTER_NOON = frozenset({"pm", "午後", "下午", "오후", "ch", "μμ", "ptg"})
_BEFORE_NOON = frozenset({"am", "午前", "上午", "오전", "sa", "πμ", "pg"})
_WEEKDAYS = (
    ("mon", "sen", "月", "一", "월", "จ", "lun"),
    ("tue", "sel", "火", "二", "화", "อ", "mar"),
    ("wed", "rab", "水", "三", "수", "พ", "mié"),
    ("thu", "kam", "木", "四", "목", "พฤ", "jue"),
    ("fri", "jum", "金", "五", "금", "ศ", "vie"),
    ("sat", "sab", "土", "六", "토", "ส", "sáb"),
    ("sun", "min", "日", "일", "อา", "dom"),
)
_KNOWN = tuple(word for words in _WEEKDAYS for word in words)
_BEFORE = ("", "週", "周", "星期", "禮拜", "礼拜")
_NOON = 12
_LAST_YEAR, _BUDDHIST = 2099, 543
"""A later year is one of Thailand's calendar, whose months and days are the same."""


class Day(NamedTuple):
    """A heading of a day as written."""

    numbers: tuple[int, int, int]
    is_year_first: bool
    word: str
    written: str = ""
    """As it stands there, where its numbers are not those of its year."""


def heading(line: str) -> Day | None:
    """The day that a line is, and nothing else."""
    text = line.strip()
    if (found := _OF_REIGN.fullmatch(text)) and _is_bare(found["word"]):
        year = _REIGNS[found["reign"]] + (1 if found["a"] == _FIRST else int(found["a"]))
        numbers = (year, int(found["b"]), int(found["c"]))
        return Day(numbers, is_year_first=True, word=_weekday(found["word"]), written=text)
    for pattern in (_YEAR_FIRST, _YEAR_LAST):
        if (found := pattern.fullmatch(text)) and _is_bare(**found.groupdict()):
            numbers = (int(found["a"]), int(found["b"]), int(found["c"]))
            return Day(numbers, pattern is _YEAR_FIRST, _weekday(found["word"]))
    return None


def _weekday(word: str | None) -> str:
    return (word or "").strip(" .,()\uff08\uff09").casefold()


def _is_bare(word: str | None, behind: str | None = None, **numbers: str) -> bool:
    """Whether nothing but a weekday stands beside a date: a known one, a short form before it, or one in brackets."""
    del numbers
    return all(
        not text
        or text[-1:] in {",", ".", "\u060c"}
        or (text[0] in "(\uff08" and text[-1] in ")\uff09")
        or any(text.removeprefix(start).startswith(_KNOWN) for start in _BEFORE)
        for text in ((one or "").strip().casefold() for one in (word, behind))
    )


def is_day_first(days: Iterable[Day]) -> bool | None:
    """Whether days with the year at the end have the day before the month; null where nothing decides."""
    orders = {True, False}
    for one in days:
        if one.is_year_first or one.numbers[0] == one.numbers[1]:
            continue
        orders -= {order for order in orders if not _fits(one, day_first=order)}
    return orders.pop() if len(orders) == 1 else None


def iso(day: Day, *, day_first: bool | None) -> str | None:
    """The ISO day; null for one that no calendar has, or whose order is open."""
    if not day.is_year_first and day_first is None and day.numbers[0] != day.numbers[1]:
        return None
    found = _date(day, day_first=bool(day_first))
    return None if found is None else found.isoformat()


def clock(found: re.Match[str]) -> str | None:
    """The ISO time of a clock; null for none."""
    word = "".join(filter(str.isalpha, (found["before"] or "") + (found["after"] or ""))).casefold()
    hour, minute = int(found["hour"]), int(found["minute"])
    if word in _AFTER_NOON:
        hour += _NOON if hour < _NOON else 0
    elif word in _BEFORE_NOON:
        hour = 0 if hour == _NOON else hour
    elif word:
        return None
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None  # noqa: PLR2004 # a day has so many


def _fits(day: Day, *, day_first: bool) -> bool:
    found = _date(day, day_first=day_first)
    if found is None:
        return False
    told = {number for number, words in enumerate(_WEEKDAYS) for word in words if day.word[: len(word)] == word}
    return not told or found.weekday() in told


def _date(day: Day, *, day_first: bool) -> date | None:
    a, b, c = day.numbers
    year, month, number = (a, b, c) if day.is_year_first else (c, b, a) if day_first else (c, a, b)
    year -= _BUDDHIST if year > _LAST_YEAR else 0
    try:
        return date(year, month, number)
    except ValueError:
        return None
