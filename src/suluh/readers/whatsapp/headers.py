# SPDX-License-Identifier: Apache-2.0
"""The headers of an exported chat: how a line says when it was sent, and where its text begins.

What is fixed is the form: a date of three numbers, a clock, at most one word before and after the clock, and a frame
of brackets, a dash or a colon. Which word is which half of the day stands in `export/halves.py`.
"""

import re
from collections.abc import Iterable
from datetime import date as calendar
from functools import lru_cache
from typing import Literal, NamedTuple

from suluh.readers.whatsapp.export.halves import half_of

Order = Literal["day", "month", "year"]
"""Which of the three numbers of a date stands first."""

MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Characters that only steer the direction of text."""

SPACES = " \u00a0\u2009\u202f"

M = f"[{MARKS}]{{0,4}}+"
"""A few marks and never more, nor given back: a line of a million marks must not take a million steps for each."""

_S = f"[{SPACES}]"
_DATE = rf"(?P<date>\d{{1,4}}{M}[./-]{M} ?\d{{1,2}}{M}[./-]{M} ?\d{{1,4}})"
_ANY_DATE = rf"(?P<date>\d{{1,4}}{M}(?:[./-]|年|년){M} ?\d{{1,2}}{M}(?:[./-]|月|월){M} ?\d{{1,4}})"
_PLAIN_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_HALF = rf"[AaPp]\.?{_S}?[Mm]\.?|\u0635|\u0645|[\u0642\u0628]\.\u0638\.?"
_L = r"(?:[^\W\d_]|(?!\d)[\u0900-\u0dff\u0e31-\u0e4e\u1000-\u109f\u1780-\u17d3])"
"""A letter, or a vowel sign of scripts that write them apart."""

_WORD = rf"(?:e )?[^\W\d_]{_L}{{0,11}}\.?(?:{_L}{{1,4}}\.)?"
"""One word beside a clock: letters, with the dots of an abbreviation."""

_NONE = "(?P<aside>(?!))?(?P<early>(?!))?"
_SECONDS = r"(?:[:.]\d{2})?"
_CLOCK = rf"(?P<clock>\d{{1,2}}(?:[:.]|{_S}?h{_S}?)\d{{2}}{_SECONDS})"


def _when(seconds: str) -> str:
    """The pattern of a date, a comma, a time and the half of the day, in the settings that most phones have."""
    clock = rf"(?P<clock>\d{{1,2}}[:.]\d{{2}}{seconds})"
    return rf"{_DATE}{M}(?P<comma>[,\u060c]?){M}{_S}{M}{_NONE}{clock}{M}(?:{_S}?{M}(?P<half>{_HALF}))?{M}"


_LOOSE = (
    rf"{_ANY_DATE}{M}[.日일]?(?:{_S}?{M}(?P<aside>{_WORD}))?{M}(?P<comma>[,\u060c、]?){M}{_S}{{0,2}}{M}"
    rf"(?:(?P<early>{_WORD}){_S}?)?{M}{_CLOCK}{M}(?:{_S}?{M}(?P<half>{_HALF}|{_WORD}))?{M}"
)
"""A word may stand before the clock or behind the date, dates may have blanks and signs of years."""

_TURNED = (
    rf"{_NONE}{_CLOCK}{M}(?:{_S}?{M}(?P<half>{_HALF}|{_WORD}))?{M}(?P<comma>[,\u060c]?){M}{_S}{M}"
    rf"{_ANY_DATE}{M}"
)
"""The clock before the date."""

_DASH = rf"{_S}[-\u2013\u2014]{_S}"


_BEHIND = rf"(?:{_S}?[-\u2013\u2014:]{_S}|{_S}?)"
"""What stands between a bracket and a name: a blank, and in texts that somebody made of an export a dash or a colon."""


class Form(NamedTuple):
    """One frame of a header."""

    name: str
    pattern: re.Pattern[str]
    ios: bool = False
    """Whether the frame is that of iOS, where WhatsApp's own lines have an author as well."""

    copied: bool = False
    """Whether it is what WhatsApp puts into the clipboard and no export writes."""


DASHED = Form("dashed", re.compile(rf"{M}{_when('')}{_DASH}"))
"""Android, ``30/08/25 18.00 - ``: date, comma, time, half of the day."""

BRACKETED = Form("bracketed", re.compile(rf"{M}\[{M}{_when(_SECONDS)}\]{_BEHIND}"), ios=True)
"""iOS, ``[30/08/25 18.00.05] ``: the same groups."""

FORMS = (
    DASHED,
    BRACKETED,
    Form("dashed, other settings", re.compile(rf"{M}{_LOOSE}{_DASH}")),
    Form("bracketed, other settings", re.compile(rf"{M}\[{M}{_LOOSE}\]{_BEHIND}"), ios=True),
    Form("clock first", re.compile(rf"{M}{_TURNED}{_DASH}")),
    Form("copied", re.compile(rf"{M}\[{M}{_TURNED}\]{_BEHIND}"), copied=True),
    Form("colon", re.compile(rf"{M}{_LOOSE}:{_S}"), ios=True),
)

OTHER_SETTINGS = {DASHED.name: FORMS[2], BRACKETED.name: FORMS[3]}
"""The frame that takes in other settings as well, by the name of the plain one."""

BROKEN_DASHED = re.compile(
    rf"{M}(?:{_PLAIN_DATE}.{{0,16}}?|.{{6,14}}\d[:.]\d{{2}}.{{0,8}}?){_S}[-\u2013]{_S}[^:]{{1,80}}: "
)
"""A line with the frame of an Android header whose date or time does not read."""

BROKEN_BRACKETED = re.compile(
    rf"{M}\[{M}(?:{_PLAIN_DATE}.{{0,16}}?|.{{6,14}}\d[:.]\d{{2}}.{{0,8}}?)\]{_S}?[^:]{{1,80}}: "
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
    years = f"{len(first)}--" if len(first) > 2 else f"--{max(len(third), 2)}"  # noqa: PLR2004 # a day or month has two digits
    return Day("".join(re.findall("[./-]", written)) + years, (int(first), int(second), int(third)))


FIRST_YEAR, LAST_YEAR = 2009, 2099
"""WhatsApp exists since 2009; a year outside is of another calendar or damaged."""

BUDDHIST = 543
"""Years by which the calendar of Thailand is ahead; its months and days are the same."""


@lru_cache(maxsize=4096)
def iso_day(numbers: tuple[int, int, int], order: Order) -> str | None:
    """The ISO date of three numbers in this order, or null where no calendar has it."""
    one, two, three = numbers
    year, month, day = {"day": (three, two, one), "month": (three, one, two), "year": (one, two, three)}[order]
    year += 2000 if year < 100 else 0  # noqa: PLR2004 # two digits mean this century
    year -= BUDDHIST if year > LAST_YEAR else 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return calendar(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def iso_time(written: str, half: str | None) -> str | None:
    """The ISO time of a clock as written, with the half of the day where one is named, or null.

    A word that nobody knows leaves a time of the first twelve hours open.
    """
    hour, minute, *second = (int(part) for part in re.findall(r"\d+", written))
    named = "none" if half is None else half_of(half)
    if named is None and 0 < hour <= 12:  # noqa: PLR2004 # a clock has twelve hours
        return None
    if named in {"am", "pm"} and hour <= 12:  # noqa: PLR2004 # as above
        hour = hour % 12 + (12 if named == "pm" else 0)
    if hour > 23 or minute > 59 or (second and second[0] > 59):  # noqa: PLR2004 # the last hour, minute and second
        return None
    return f"{hour:02}:{minute:02}" + "".join(f":{one:02}" for one in second)


def word_of(header: re.Match[str]) -> str | None:
    """The word beside the clock that may name the half of the day; one before it counts where it is known."""
    before: tuple[str | None, ...] = header.group("early", "aside")
    for word in before:
        if word is not None and half_of(word) in {"am", "pm"}:
            return word
    half: str | None = header["half"]
    return half


def may_begin(line: str) -> bool:
    """Whether a line begins as a header may: with a digit, a bracket or a mark."""
    first = line[:1]
    return first.isdigit() or first == "[" or first in MARKS


def form_of(lines: Iterable[str]) -> tuple[Form, int]:
    """The frame that most of these lines have, and how many do; of two equal ones the plainer.

    A frame of other settings takes over from the plain one only where several lines need it: a person may type one.
    """
    found = [line for line in lines if may_begin(line)]
    counts = [sum(1 for line in found if form.pattern.match(line)) for form in FORMS]
    for plain, loose in ((0, 2), (1, 3)):
        if counts[plain] and not is_second_setting(counts[plain], counts[loose] - counts[plain]):
            counts[loose] = 0
    best = max(range(len(FORMS)), key=lambda number: (counts[number], -number))
    return FORMS[best], counts[best]


_SEVERAL, _FEW = 3, 20
"""So many lines, and one in so many, make a second setting of the phone out of what a person may have typed."""


def is_second_setting(plain: int, others: int) -> bool:
    """Whether so many lines in other settings are more than what a person typed."""
    return others >= _SEVERAL and _FEW * others >= plain
