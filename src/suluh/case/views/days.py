# SPDX-License-Identifier: Apache-2.0
"""The day of a row where it was lived: in the zone of the exhibit in which its time stands."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from suluh.model.times import HOME_ZONE

_DAY = len("2026-01-02")


def day_of(row: Mapping[str, object], field: str, zones: Mapping[str, str | None]) -> str | None:
    """The day of a time of a row, ISO; null where it has none. A day without a time of day is that day everywhere."""
    moment = row.get(field)
    if not isinstance(moment, str) or len(moment) < _DAY:
        return None
    if len(moment) == _DAY:
        return moment
    try:
        return _local(moment, zones.get(_exhibit(row, field)) or HOME_ZONE)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def _local(moment: str, zone: str) -> str:
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(zone)).date().isoformat()


def _exhibit(row: Mapping[str, object], field: str) -> str:
    """The exhibit in which a time stands: that of its own stamp, else that of the row."""
    for name in (f"{field}_on", f"{field.removesuffix('_at')}_on", "seen", "place", "places"):
        value = row.get(name)
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, Mapping) and isinstance(first.get("exhibit"), str):
            return str(first["exhibit"])
    return str(row.get("exhibit") or "")
