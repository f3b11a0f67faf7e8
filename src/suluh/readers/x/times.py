# SPDX-License-Identifier: Apache-2.0
"""The three ways in which X writes a time; all of them state the zone."""

import re
from datetime import datetime

from suluh.model.times import When, utc
from suluh.readers.json_stream import Json

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_POST = re.compile(
    r"\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<clock>\d\d:\d\d:\d\d) (?P<zone>[+-]\d{4}) (?P<year>\d{4})"
)
_OLD = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d{4})")


def when(written: Json) -> When | None:
    """A time as written, with the instant that it fixes."""
    if not isinstance(written, str) or not written:
        return None
    try:
        moment = datetime.fromisoformat(_iso(written))
    except ValueError:
        return When(written=written)
    if moment.tzinfo is None:
        return When(written=written, local=moment.isoformat(timespec="seconds"))
    spec = "milliseconds" if "." in written else "seconds"
    local = moment.replace(tzinfo=None).isoformat(timespec=spec)
    try:
        return When(
            written=written, local=local, precision="millisecond" if "." in written else "second", at=utc(moment)
        )
    except OverflowError:
        return When(written=written, local=local)


def _iso(written: str) -> str:
    if found := _POST.fullmatch(written):
        month = _MONTHS.index(found["month"]) + 1 if found["month"] in _MONTHS else 0
        return f"{found['year']}-{month:02}-{found['day']}T{found['clock']}{found['zone']}"
    if old := _OLD.fullmatch(written):
        return f"{old[1]}T{old[2]}{old[3]}"
    return written
