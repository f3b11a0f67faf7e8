# SPDX-License-Identifier: Apache-2.0
"""The headers of an exported chat: how a line says when it was sent, and where its text begins."""

import re
from datetime import date as calendar
from functools import lru_cache
from typing import Literal, NamedTuple

Order = Literal["day", "month", "year"]
"""Which of the three numbers of a date stands first."""

MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Characters that only steer the direction of text."""

SPACES = " \u00a0\u202f"

M = f"[{MARKS}]{{0,4}}+"
"""A few marks and never more, nor given back: a line of a million marks must not take a million steps for each."""

_DATE = rf"(\d{{1,4}}{M}[./-]{M} ?\d{{1,2}}{M}[./-]{M} ?\d{{1,4}})"
_HALF = rf"[AaPp]\.?[{SPACES}]?[Mm]\.?|\u0635|\u0645|[\u0642\u0628]\.\u0638\.?"

_SECONDS = r"(?:[:.]\d{2})?"


def _when(seconds: str) -> str:
    """The pattern of a date, a comma, a time and the half of the day."""
    clock = rf"(\d{{1,2}}[:.]\d{{2}}{seconds})"
    return rf"{_DATE}{M}([,\u060c]?){M}[{SPACES}]{M}{clock}{M}(?:[{SPACES}]?{M}({_HALF}))?{M}"


DASHED = re.compile(rf"{M}{_when('')}[{SPACES}][-\u2013][{SPACES}]")
"""Android, ``30/08/25 18.00 - ``: date, comma, time, half of the day."""

BRACKETED = re.compile(rf"{M}\[{M}{_when(_SECONDS)}\][{SPACES}]?")
"""iOS, ``[30/08/25 18.00.05] ``: the same groups."""

BROKEN_DASHED = re.compile(
    rf"{M}(?:{_DATE}.{{0,16}}?|.{{6,14}}\d[:.]\d{{2}}.{{0,8}}?)[{SPACES}][-\u2013][{SPACES}][^:]{{1,80}}: "
)
"""A line with the frame of an Android header whose date or time does not read."""

BROKEN_BRACKETED = re.compile(
    rf"{M}\[{M}(?:{_DATE}.{{0,16}}?|.{{6,14}}\d[:.]\d{{2}}.{{0,8}}?)\][{SPACES}]?[^:]{{1,80}}: "
)


class Day(NamedTuple):
    """A date as written: its form, and its three numbers in the order of writing."""

    form: str
    """Separators and which number is the long year, such as ``//4``."""

    numbers: tuple[int, int, int]


@lru_cache(maxsize=4096)
def day_of(written: str) -> Day:
    """The form and numbers of a date as written."""
    first, second, third = re.findall(r"\d+", written)
    years = f"{len(first)}--" if len(first) > 2 else f"--{len(third)}"  # noqa: PLR2004 # a day or month has two digits
    return Day("".join(re.findall("[./-]", written)) + years, (int(first), int(second), int(third)))


FIRST_YEAR, LAST_YEAR = 2009, 2099
"""WhatsApp exists since 2009; a year outside is of another calendar or damaged."""


@lru_cache(maxsize=4096)
def iso_day(numbers: tuple[int, int, int], order: Order) -> str | None:
    """The ISO date of three numbers in this order, or null where no calendar has it."""
    one, two, three = numbers
    year, month, day = {"day": (three, two, one), "month": (three, one, two), "year": (one, two, three)}[order]
    year += 2000 if year < 100 else 0  # noqa: PLR2004 # two digits mean this century
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return calendar(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def iso_time(written: str, half: str | None) -> str | None:
    """The ISO time of a clock as written, with the half of the day where one is named, or null."""
    hour, minute, *second = (int(part) for part in re.findall(r"\d+", written))
    if half is not None and hour <= 12:  # noqa: PLR2004 # a clock has twelve hours
        hour = hour % 12 + (12 if half[0] in "Pp\u0645\u0628" else 0)
    if hour > 23 or minute > 59 or (second and second[0] > 59):  # noqa: PLR2004 # the last hour, minute and second
        return None
    return f"{hour:02}:{minute:02}" + "".join(f":{one:02}" for one in second)


def pattern_of(lines: list[str]) -> tuple[re.Pattern[str], int]:
    """The header that more of these lines begin with, and how many do."""
    dashed = sum(1 for line in lines if DASHED.match(line))
    bracketed = sum(1 for line in lines if BRACKETED.match(line))
    return (BRACKETED, bracketed) if bracketed > dashed else (DASHED, dashed)
