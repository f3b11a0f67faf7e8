# SPDX-License-Identifier: Apache-2.0
"""Days of the zone that a page shows, as the instants between which a list is asked: lists hold UTC as text."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)


def first_of(day: str, zone: str) -> str:
    """The first second of a day in UTC, without a mark of the zone: as texts, its instants come after it."""
    try:
        return _text(datetime.fromisoformat(day), zone)
    except OverflowError:
        return f"{day}T00:00:00"


def last_of(day: str, zone: str) -> str:
    """The last second of a day in UTC; an instant is compared with it as far as the second."""
    try:
        return _text(datetime.fromisoformat(day) + _DAY - _SECOND, zone)
    except OverflowError:
        return f"{day}T23:59:59"


def _text(local: datetime, zone: str) -> str:
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
