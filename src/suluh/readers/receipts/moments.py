# SPDX-License-Identifier: Apache-2.0
"""Times as receipts write them. A day whose order is open is decided by the day on which it was sent, or stays open."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from suluh.model.times import When, utc

_MONTHS = (
    *(("jan",), ("feb", "peb"), ("mar",), ("apr",), ("mei", "may"), ("jun",), ("jul",), ("agu", "agt", "ags", "aug")),
    *(("sep",), ("okt", "oct"), ("nov", "nop"), ("des", "dec")),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAMED = re.compile(r"\b(?P<day>\d{1,2})[ ./-]{1,2}(?P<month>[A-Za-z]{3,9})[ ./,-]{1,2}(?P<year>\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})\b")
_FIGURES = re.compile(r"\b(?P<one>\d{1,2})[./-](?P<two>\d{1,2})(?:[./-](?P<year>\d{4}|\d{2}))?\b")
_CLOCK = re.compile(
    r"(?<![\d./-])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?![\d./-])"
)
_ZONE = re.compile(r"\b(?P<zone>WIB|WITA|WIT)\b", re.IGNORECASE)
_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}
_NEAR = timedelta(days=62)
_READ = 120


def moment(written: str | None, sent: date | None) -> When | None:
    """The time of a receipt; null where none is written, without a local time where its day stays open."""
    if not written:
        return None
    text = written[:_READ]
    days = list(dict.fromkeys(_days(text, sent)))
    near = [one for one in days if sent is not None and -timedelta(days=1) <= sent - one <= _NEAR]
    day = days[0] if len(days) == 1 else near[0] if len(near) == 1 else None
    if day is None:
        return When(written=text, precision="day")
    clock, zone = _CLOCK.search(_without_days(text)), _ZONE.search(text)
    if clock is None:
        return When(written=text, local=day.isoformat(), precision="day")
    local = datetime(day.year, day.month, day.day, int(clock["hour"]), int(clock["minute"]), int(clock["second"] or 0))  # noqa: DTZ001 # its zone follows
    hours = _HOURS[zone["zone"].upper()] if zone else None
    at = None if hours is None else utc(local.replace(tzinfo=timezone(timedelta(hours=hours))).astimezone(UTC))
    if clock["second"]:
        return When(written=text, local=local.isoformat(), precision="second", at=at)
    return When(written=text, local=local.isoformat(timespec="minutes"), precision="minute", at=at)


def _without_days(text: str) -> str:
    for pattern in (_NAMED, _ISO, _FIGURES):
        found = pattern.search(text)
        if found is not None:
            return text[: found.start()] + " " + text[found.end() :]
    return text


def _days(text: str, sent: date | None) -> Iterator[date]:
    """The days that a text may mean."""
    named, iso, figures = _NAMED.search(text), _ISO.search(text), _FIGURES.search(text)
    if named is not None and named["month"][:3].casefold() in _MONTH:
        yield from _day(named["year"], _MONTH[named["month"][:3].casefold()], int(named["day"]))
    elif iso is not None:
        yield from _day(iso["year"], int(iso["month"]), int(iso["day"]))
    elif figures is not None:
        years = [figures["year"]] if figures["year"] else [str(sent.year), str(sent.year - 1)] if sent else []
        one, two = int(figures["one"]), int(figures["two"])
        for year in years:
            yield from _day(year, two, one)
            yield from _day(year, one, two)


def _day(year: str, month: int, day: int) -> Iterator[date]:
    try:
        yield date(int(year) + (2000 if len(year) == len("26") else 0), month, day)
    except ValueError:
        return
