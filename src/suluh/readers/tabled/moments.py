# SPDX-License-Identifier: Apache-2.0
"""The time in a cell, whatever program wrote it: an instant, or a day and a clock without a zone."""

import re
from functools import lru_cache
from typing import NamedTuple

from suluh.model.times import When
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.exported.saying import in_zone
from suluh.readers.exported.written import CLOCK, DAY, Day, clock_of, day_of

_SECONDS = re.compile(r"(\d{10})(?:\.\d{1,9})?|\d{13}|\d{16}")
_FROM, _TO = "2000", "2040"
_SAID_ZONE = re.compile(
    r"(?: ?\((?=[UGW])| (?=[UGW]| ?[+-]\d\d:?[0-5]\d$))"
    r"(UTC|GMT|WIB|WITA|WIT)?(?: ?([+-])(\d{1,2})(?::?([0-5]\d))?)?\)?$"
)
"""A zone behind a clock, as forensic tools and people write it: ``(UTC+7)``, ``WIB``, ``+0700``."""

_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}

_ZONE = re.compile(r" ?([+-]\d{2}):?(\d{2})$")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d):?(\d\d):?(\d\d)(Z|[+-]\d\d:?\d\d)?")
_WINDOWS, _TICKS = re.compile(r"1[23]\d{16}"), 10_000_000
_SINCE_1601 = 11_644_473_600
"""Seconds from the start of Windows' count to that of Unix."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")
_SHORT = r"\d{1,2}[/.]\d{1,2}[/.]\d{2}"
_BOTH = (
    re.compile(rf"(?P<day>{DAY}|{_SHORT})(?:,? +(?:at |pukul |um |à )?|T)(?P<clock>{CLOCK})"),
    re.compile(rf"(?P<clock>{CLOCK}),? +(?P<day>{DAY}|{_SHORT})"),
    re.compile(rf"(?P<day>{DAY}|{_SHORT})"),
)
_CLOCK = re.compile(CLOCK)


class Moment(NamedTuple):
    """What a cell says of a time."""

    written: str
    at: When | None = None
    """A time that the cell itself settles; else its day and clock."""

    day: Day = Day(None)
    clock: str | None = None
    """As written."""

    zone: str = ""
    """That stands behind the clock, as ISO writes it."""

    @property
    def has_clock(self) -> bool:
        """Whether it says more than a day."""
        return self.at is not None or self.clock is not None

    @property
    def is_instant(self) -> bool:
        """Whether it needs no zone."""
        return bool(self.zone) or (self.at is not None and self.at.at is not None)


@lru_cache(maxsize=4096)
def moment_of(cell: str) -> Moment | None:
    """The time of a cell; null where it holds none."""
    text = " ".join(cell.split())
    if (zone := _SAID_ZONE.search(text)) is not None:
        return _zoned(text, text[: zone.start()], zone)
    if _SECONDS.fullmatch(text):
        at = counted_from(UNIX, float(text) if "." in text else int(text))
        is_near = at is not None and at.at is not None and _FROM <= at.at < _TO
        return _settled(at, text) if is_near and at else None
    if _WINDOWS.fullmatch(text):
        at = counted_from(UNIX, int(text) // _TICKS - _SINCE_1601)
        return _settled(at, text) if at is not None else None
    iso = _COMPACT.sub(r"\1-\2-\3T\4:\5:\6\7", text)
    if _ISO.fullmatch(iso):
        at = in_zone(_ZONE.sub(r"\1:\2", iso))
        if at is not None and (at.at or (at.local and iso.count(":") > 1)):
            return _settled(at, text)
    for form in _BOTH:
        if (found := form.fullmatch(text)) is not None:
            return _parts(text, found.groupdict())
    return None


def clock_in(cell: str) -> str | None:
    """The clock of a cell that holds nothing else, or its zone behind it, as written."""
    text = " ".join(cell.split())
    bare = _SAID_ZONE.sub("", text)
    return text if _CLOCK.fullmatch(bare) and clock_of(bare) else None


def _settled(at: When, text: str) -> Moment:
    """A time that needs no order of day and month, as the cell wrote it."""
    return Moment(text, When(written=text, local=at.local, precision=at.precision, at=at.at))


def _zoned(text: str, bare: str, zone: re.Match[str], read: Moment | None = None) -> Moment | None:
    """A time whose zone stands behind it, or of one that is read the time in that zone."""
    found = read or moment_of(bare)
    if found is None or not found.has_clock or found.is_instant:
        return None
    word, sign, hours, minutes = zone.groups()
    if word in _HOURS and hours:
        return None
    hour = _HOURS.get(word, int(hours or 0))
    return found._replace(written=text, zone=f"{sign or '+'}{hour:02}:{minutes or '00'}")


def _parts(text: str, found: dict[str, str | None]) -> Moment | None:
    written, clock = found["day"] or "", found.get("clock")
    if is_short := re.fullmatch(_SHORT, written) is not None:
        start, _, year = written.rpartition(written[-3])
        written = f"{start}{written[-3]}20{year}"
    day = day_of(written)
    day = Day(None, day.numbers, is_short=True) if is_short else day
    if (not day.iso and not day.numbers) or (clock and clock_of(clock) is None):
        return None
    return Moment(text, None, day, clock)
