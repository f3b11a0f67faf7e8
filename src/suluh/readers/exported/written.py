# SPDX-License-Identifier: Apache-2.0
"""Days and clocks as exports write them for people: a day by numbers or by a month's name, a clock with its half."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from suluh.model.times import When
from suluh.readers.exported.months import MONTHS, month_in
from suluh.readers.whatsapp.export.halves import half_of

_S = "[ \u00a0\u2009\u202f]"
_WORD = r"(?:[^\W\d_]{1,12}\.?|[\u0e01-\u0e4e.]{4,16})"
_BY_NUMBER = rf"(?:\d{{1,2}}[月월]|[Tt]háng{_S}\d{{1,2}})"
"""A month by its number and a word, before its day."""

DAY = (
    rf"(?:{_BY_NUMBER}{_S}\d{{1,2}},{_S}\d{{4}}|\d{{4}}{_S}?[-./年년]{_S}?\d{{1,2}}{_S}?[-./月월]{_S}?\d{{1,2}}[.日일]?"
    rf"|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}}|\d{{1,2}}[-.]{_WORD}[-.]\d{{2}}(?:\d\d)?|{_WORD}{_S}\d{{1,2}},{_S}\d{{4}}|\d{{1,2}}\.?{_S}(?:de{_S})?{_WORD}{_S}(?:de{_S})?\d{{4}})"
)
"""A day with its year, by numbers or by the name of its month."""

CLOCK = (
    rf"(?:[^\W\d_]{{1,4}}{_S}?)?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?"
    rf"(?:{_S}?(?:[^\W\d_]\.?{_S}?[^\W\d_]\.?|[^\W\d_]{{1,4}}))?"
)
"""A clock with or without seconds, and a word for the half of the day before or behind it."""

_MONTH_FIRST = re.compile(rf"{_BY_NUMBER}{_S}\d")
_NUMBERS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+")
_LAST, _BUDDHIST, _TWELVE, _YEARS = 2099, 543, 12, 20
_CENTURY, _SHORT_YEAR = 2000, 100


class Day(NamedTuple):
    """A day as written: its ISO form, or three numbers whose order is open."""

    iso: str | None
    numbers: tuple[int, ...] = ()
    is_short: bool = False
    """Whether the year was written with two digits, and may be any of the three."""


@lru_cache(maxsize=2048)
def day_of(written: str) -> Day:
    """What a day is as written; of ``03/04/2025`` the order is open."""
    numbers = tuple(int(one) for one in _NUMBERS.findall(written))
    months = [MONTHS[one.casefold()] for one in _WORDS.findall(written) if one.casefold() in MONTHS]
    months = months or [one for one in (month_in(written),) if one]
    if len(numbers) == 2 and len(months) == 1:  # noqa: PLR2004 # a day and a year
        small, year = sorted(numbers) if max(numbers) > _LAST_MONTH_DAY else numbers
        return Day(_iso(year + (_CENTURY if year < _SHORT_YEAR else 0), months[0], small))
    if len(numbers) != 3:  # noqa: PLR2004 # a day has three
        return Day(None)
    if _MONTH_FIRST.match(written):
        return Day(_iso(numbers[2], numbers[0], numbers[1]))
    if numbers[0] > _LAST_MONTH_DAY:
        return Day(_iso(*numbers))
    return Day(_iso(numbers[2], numbers[1], numbers[0]) if numbers[0] == numbers[1] else None, numbers)


_LAST_MONTH_DAY = 31


def day_first(days: Iterable[Day]) -> bool | None:
    """Whether the day stands before the month in one file: a number over twelve decides; null where none does.

    Years of two digits may stand first as well: they stand last where a second number is no month, or where the first
    ones are too far apart to be years.
    """
    days = list(days)
    short = [one.numbers for one in days if one.is_short]
    if short and all(one[1] <= _TWELVE for one in short) and _apart(short, 0) <= _YEARS:
        return None
    if short and _apart(short, 2) > _YEARS:
        return None
    found = {one.numbers[0] > one.numbers[1] for one in days if one.numbers and max(one.numbers[:2]) > _TWELVE}
    return found.pop() if len(found) == 1 else None


def _apart(numbers: Sequence[tuple[int, ...]], at: int) -> int:
    """How far apart the numbers of one place are."""
    return max(one[at] for one in numbers) - min(one[at] for one in numbers)


def iso_of(day: Day, *, is_day_first: bool | None) -> str | None:
    """The ISO day; null where its order is open."""
    if not day.numbers or is_day_first is None:
        return day.iso
    one, two, year = day.numbers
    return _iso(year, two, one) if is_day_first else _iso(year, one, two)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year - (_BUDDHIST if year > _LAST else 0), month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def clock_of(written: str) -> str | None:
    """The ISO time of a clock as written; null where a word beside it is not known."""
    numbers = [int(one) for one in _NUMBERS.findall(written)]
    word = "".join(_WORDS.findall(written)) if numbers else ""
    half = half_of(word) if word else "none"
    hour, minute, *second = numbers or [99, 99]
    if half is None or (half != "none" and not 0 <= hour <= _TWELVE):
        return None
    if half in {"am", "pm"}:
        hour = hour % _TWELVE + (_TWELVE if half == "pm" else 0)
    if hour > 23 or minute > 59 or any(one > 59 for one in second):  # noqa: PLR2004 # the last hour, minute, second
        return None
    return f"{hour:02}:{minute:02}" + "".join(f":{one:02}" for one in second)


def when(written: str, day: str | None, clock: str | None) -> When | None:
    """A local time as written, from its day and clock."""
    if not written:
        return None
    has_seconds = clock is not None and clock.count(":") > 1
    local = f"{day}T{clock}" if day and clock else None
    return When(written=written, local=local, precision="second" if has_seconds else "minute")
