# SPDX-License-Identifier: Apache-2.0
"""How often a stretch of a ledger as long as that of a deal holds such a payment by accident."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from suluh.deals.facts.ledger import Line
from suluh.model.trade import Coincidence

SHORTEST = timedelta(minutes=30)
"""No stretch is taken as shorter."""

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_BEGIN = datetime(2000, 1, 1, tzinfo=UTC)
"""Moments are counted from here."""


class Chance(NamedTuple):
    """How often such a payment arises by accident, and what that was counted from."""

    share: int
    """Millionths."""

    parts: Coincidence


class Traffic:
    """The lines of every ledger by amount, for counting coincidences."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._same: dict[tuple[str, bool, int], list[Line]] = defaultdict(list)
        self._number: Counter[tuple[str, bool]] = Counter()
        self._booked: dict[str, tuple[date, date]] = {}
        for line in lines:
            self._same[line.ledger, line.incoming, line.amount].append(line)
            self._number[line.ledger, line.incoming] += 1
            day = booked_day(line)
            earliest, latest = self._booked.get(line.ledger, (day, day))
            self._booked[line.ledger] = (min(earliest, day), max(latest, day))

    def chance(self, line: Line, offered: datetime, *, payer_known: bool) -> Chance:
        """The share of stretches of this ledger, as long as from offer to payment, that hold another such payment.

        Such a payment is one of the same amount, and of the same payer where the payer is known. A stretch may begin at
        every moment of the days from the first to the last line of the ledger, and one that reaches beyond the last of
        them goes on at the first: so a line near either end is held by as many stretches as any other.
        """
        window = round(max(line.end - offered, SHORTEST) / _MINUTE) * _MINUTE
        others = self._others(line, payer_known=payer_known)
        first, last = self._booked[line.ledger]
        whole = last - first + _DAY
        parts = Coincidence(
            days=whole.days,
            lines=self._number[line.ledger, line.incoming],
            others=len(others),
            window=window // _MINUTE,
            payer=payer_known,
            since=first.isoformat(),
            until=last.isoformat(),
        )
        return Chance(_covered(others, window, whole) * 1_000_000 // whole, parts)

    def _others(self, line: Line, *, payer_known: bool) -> list[Line]:
        return [
            one
            for one in self._same[line.ledger, line.incoming, line.amount]
            if one.payment.id != line.payment.id and (not payer_known or one.payer_key == line.payer_key)
        ]


def _covered(others: Iterable[Line], window: timedelta, whole: timedelta) -> timedelta:
    """How much of the whole time, which begins again where it ends, may begin a stretch that holds one of them.

    A line that knows its day alone may lie anywhere in it, so it counts as filling all its 24 hours.
    """
    pieces = list[tuple[timedelta, timedelta]]()
    for one in others:
        long = min(whole, window + (timedelta() if one.at else _DAY))
        end = (one.end - _BEGIN) % whole
        pieces.append((max(end - long, timedelta()), end))
        if long > end:
            pieces.append((whole - (long - end), whole))
    total = reached = timedelta()
    for start, end in sorted(pieces):
        total += max(end - max(start, reached), timedelta())
        reached = max(reached, end)
    return total


def booked_day(line: Line) -> date:
    """The day that the statement writes, else that of the instant in UTC."""
    payment = line.payment
    written = payment.booked or (payment.at.local if payment.at else None)
    return date.fromisoformat(written[:10]) if written else line.start.date()
