# SPDX-License-Identifier: Apache-2.0
"""Times as evidence writes them, and the instant they mean once a zone is known."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Generic, Literal, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from suluh.model.body import Part

_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z", re.ASCII)
Precision = Literal["millisecond", "second", "minute", "day"]


YEARS = 1900, 2200
"""First and last year of a time that steps reckon with."""

_USUAL = frozenset(map(str, range(YEARS[0], YEARS[1] + 1)))

T = TypeVar("T")

ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
"""Short names that Indonesian papers use, in both languages."""

HOME_ZONE = "Asia/Jakarta"
"""The zone of acts of officers in a case none of whose exhibits has one."""


class Dated(NamedTuple, Generic[T]):
    """A record with the instant that the line gave it: stated in the record, or its local time in the decided zone."""

    value: T
    at: datetime | None


class When(Part, frozen=True, kw_only=True):
    """A time as it was written, and no more than what was written says."""

    written: str
    """The characters of the record."""

    local: str | None = None
    """ISO local time to the precision written, once day and month are decided: ``2025-08-30T18:00``."""

    precision: Precision = "second"
    at: str | None = None
    """The instant in UTC, ``2025-08-30T11:00:00Z``, only if the record itself fixes it."""


def utc(moment: datetime) -> str:
    """An aware time as ISO 8601 in UTC with ``Z``; milliseconds only where there are any."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone is no instant")
    stamp = moment.astimezone(UTC)
    spec = "milliseconds" if stamp.microsecond else "seconds"
    return stamp.isoformat(timespec=spec).replace("+00:00", "Z")


def utc_instant(text: str) -> datetime:
    """The instant that `utc` writes so. Raises `ValueError` for what is none, or is written in any other way."""
    if _UTC.fullmatch(text) is None:
        raise ValueError(f"{text!r} is no time in UTC as it is written here: 2026-01-02T03:04:05Z")
    return datetime.fromisoformat(text)


def of_disk(nanoseconds: int) -> str | None:
    """A time of last change in UTC; null where the file system holds none that a calendar knows."""
    try:
        return utc(datetime.fromtimestamp(nanoseconds // 10**9, UTC))
    except (OverflowError, ValueError, OSError):
        return None


def instant(when: When | None, zone: str | None) -> datetime | None:
    """The aware time of a record: as stated in it, else its local time in the exhibit's zone, else null.

    A time outside `YEARS` is none: nothing can be counted from it, and the record keeps it as written.
    """
    written = when and (when.at or (when.local if zone else None))
    if when is None or not written or not is_within_reach(written):
        return None
    if when.at is not None:
        return datetime.fromisoformat(when.at)
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(zone or "UTC")).astimezone(UTC)


def day(written: str) -> date | None:
    """The day of an ISO date or time, null for a year that days are not counted from."""
    found = date.fromisoformat(written[: len("2025-08-30")])
    return found if YEARS[0] <= found.year <= YEARS[1] else None


def last_day(at: str | None) -> str | None:
    """The last ISO day that can have begun anywhere at an instant; null for one that cannot be reckoned with."""
    if at is None or not is_within_reach(at):
        return None
    return (datetime.fromisoformat(at) + timedelta(days=1)).date().isoformat()


def is_within_reach(written: str) -> bool:
    """Whether an ISO time lies in a year that days can be counted from."""
    year = written[:4]
    return year in _USUAL or (year.isdecimal() and YEARS[0] <= int(year) <= YEARS[1])


_LATEST = 253402300799


def in_utc(seconds: int) -> str | None:
    """Seconds since 1970 as a time in UTC; null where there is none, as archives say with a nought."""
    if not 0 < seconds <= _LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")


def as_written(seconds: int) -> str | None:
    """The clock's own time, where a library has taken it for one in this machine's zone."""
    return datetime.fromtimestamp(seconds).isoformat() if 0 < seconds <= _LATEST else None  # noqa: DTZ006 # as it came
