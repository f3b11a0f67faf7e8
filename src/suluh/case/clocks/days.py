# SPDX-License-Identifier: Apache-2.0
"""Days as offices count them: working days without weekends and holidays, months that end, hours as instants."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

_DAY = len("2026-09-30")
_SATURDAY = 5
"""Saturday and Sunday: on both, offices are closed."""

_MONTHS = 12


class Calendar(NamedTuple):
    """On which days offices are closed beside Saturdays and Sundays, and the zone of a day that names none."""

    closed: frozenset[date]
    zone: tzinfo

    def works(self, day: date) -> bool:
        """Whether offices work on a day."""
        return day.weekday() < _SATURDAY and day not in self.closed

    def after(self, day: date, length: int) -> date:
        """The last of so many working days, the first being the one after a day."""
        while length > 0:
            day += timedelta(days=1)
            length -= self.works(day)
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days come after one day up to another; less than none where that one is past."""
        if end < start:
            return -self.between(end, start)
        days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
        return sum(map(self.works, days))

    def day(self, at: str) -> date:
        """The day of a day, or of a moment by the clock that it is written in."""
        return date.fromisoformat(at[:_DAY])

    def moment(self, at: str) -> datetime:
        """The moment that is written, or the first of a day."""
        found = datetime.fromisoformat(at)
        return found if found.tzinfo is not None else found.replace(tzinfo=self.zone)

    def zone_of(self, at: str) -> tzinfo:
        """The zone of the clock in which something is written."""
        return self.moment(at).tzinfo or self.zone


def is_moment(at: str) -> bool:
    """Whether more than a day is written."""
    return len(at) > _DAY


def months_after(day: date, months: int) -> date:
    """The day of the same number so many months later, or the last of a month that is shorter."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _hours(calendar: Calendar, at: str, length: int) -> str:
    """Hours run on, whatever the clocks do."""
    start = calendar.moment(at)
    return (start.astimezone(UTC) + timedelta(hours=length)).astimezone(start.tzinfo).isoformat()


_UNITS: Mapping[str, Callable[[Calendar, str, int], str]] = {
    "hours": _hours,
    "days": lambda calendar, at, length: (calendar.day(at) + timedelta(days=length)).isoformat(),
    "working-days": lambda calendar, at, length: calendar.after(calendar.day(at), length).isoformat(),
    "months": lambda calendar, at, length: months_after(calendar.day(at), length).isoformat(),
    "years": lambda calendar, at, length: months_after(calendar.day(at), length * _MONTHS).isoformat(),
}
"""How each unit is counted; the day of the event itself is never counted."""


def later(calendar: Calendar, at: str, length: int, unit: str) -> str:
    """The last day of a time, or its last moment where it counts hours."""
    return _UNITS[unit](calendar, at, length)
