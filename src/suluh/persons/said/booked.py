# SPDX-License-Identifier: Apache-2.0
"""Who paid into which account under which name, and when: what statements tell of payers, for the rules."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from suluh.model.times import Dated
from suluh.model.trade import Payment
from suluh.persons.said.talks import MINUTE


class Booked(NamedTuple):
    """A line that came in; times in whole minutes since 1970."""

    payer: str
    name: str
    ledger: str
    """The account that was paid into."""

    start: int
    end: int
    """When it was booked: one minute, or the day of the statement where it tells no clock."""


def booked(money: Iterable[Dated[Payment]], zones: Mapping[str, str | None]) -> Iterator[Booked]:
    """Every line that came in from somebody named, with its time or its day in the zone of its exhibit."""
    for line, at in money:
        if not (line.incoming and line.payer and line.payer_name and line.beneficiary) or line.status != "booked":
            continue
        if at is not None:
            minute = _minute(at)
            yield Booked(line.payer, line.payer_name, line.beneficiary, minute, minute)
        elif line.booked is not None:
            day = datetime.fromisoformat(line.booked).replace(tzinfo=ZoneInfo(zones.get(line.place.exhibit) or "UTC"))
            start, end = _minute(day), _minute(day + timedelta(days=1)) - 1
            yield Booked(line.payer, line.payer_name, line.beneficiary, start, end)


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // MINUTE
