# SPDX-License-Identifier: Apache-2.0
"""Days and times as statements write them; a day without a year takes it from the period, which may cross New Year."""

import re
from datetime import date, datetime
from typing import NamedTuple

from suluh.model.times import When
from suluh.readers.statements.profile import Dates

_MONTHS = {
    "januari": "january",
    "pebruari": "february",
    "februari": "february",
    "maret": "march",
    "mei": "may",
    "juni": "june",
    "juli": "july",
    "agustus": "august",
    "oktober": "october",
    "nopember": "november",
    "desember": "december",
    "agu": "aug",
    "agt": "aug",
    "ags": "aug",
    "okt": "oct",
    "nop": "nov",
    "des": "dec",
}
"""Indonesian names of months that English does not share."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_BETWEEN = re.compile(r"\bs\.?/?d\.?\b|\bsampai\b|\bhingga\b|\bto\b|\u2013|\s-\s", re.IGNORECASE)
_LONGEST = 100
"""Characters of a cell; a longer one is no day."""

_LEAP = "2000 "
"""A year before a day that has none, so that 29 February can be read at all."""


class Period(NamedTuple):
    """First and last day that a statement says it covers."""

    first: date
    last: date


class Day(NamedTuple):
    """A day as read, and whether its text held the year and the time."""

    moment: datetime
    has_year: bool
    has_time: bool


class Calendar:
    """Reads days of one profile; each way of writing is worked out once."""

    def __init__(self, dates: Dates) -> None:
        self._dates = dates
        self._seen: dict[str, Day | None] = {}

    def day(self, text: str) -> Day | None:
        """A day, maybe with its time; null for what is none."""
        if text not in self._seen:
            self._seen[text] = self._read(text)
        return self._seen[text]

    def time(self, text: str) -> datetime | None:
        """A time of the day in a column of its own."""
        digits = self._dates.time_digits
        if digits and text.isascii() and text.isdigit() and len(text) <= digits:
            return _strptime(text.zfill(digits), "%H%M%S"[:digits])
        return next((found for form in self._dates.times if (found := _strptime(text, form))), None)

    def period(self, text: str) -> Period | None:
        """First and last day of ``01/09/2026 - 30/09/2026``, or of a single month or day."""
        days = [found.moment.date() for part in _BETWEEN.split(text) if (found := self.day(part.strip()))]
        return Period(days[0], days[-1]) if days and days[0] <= days[-1] else None

    def _read(self, text: str) -> Day | None:
        english = _WORD.sub(lambda word: _MONTHS.get(word[0].casefold(), word[0]), text.strip())
        for form in self._dates.formats:
            has_year = "%y" in form.lower()
            found = _strptime(english, form) if has_year else _strptime(_LEAP + english, "%Y " + form)
            if found is not None:
                return Day(found, has_year, "%H" in form or "%I" in form)
        return None


def settle(day: Day, period: Period | None) -> date | None:
    """The day with its year; null where neither text nor period holds it."""
    if day.has_year:
        return day.moment.date()
    if period is None:
        return None
    for year in range(period.first.year, period.last.year + 1):
        try:
            found = day.moment.date().replace(year=year)
        except ValueError:
            continue
        if period.first <= found <= period.last:
            return found
    return None


def when(written: str, day: date | None, time: str | None) -> When:
    """A time as written, local where day and year are decided; a statement names no zone."""
    if day is None:
        return When(written=written, precision="day")
    if time is None:
        return When(written=written, local=day.isoformat(), precision="day")
    return When(written=written, local=f"{day.isoformat()}T{time}", precision="second")


def _strptime(text: str, form: str) -> datetime | None:
    if len(text) > _LONGEST:
        return None
    try:
        return datetime.strptime(text, form)  # noqa: DTZ007 # a statement names no zone
    except ValueError:
        return None
