# SPDX-License-Identifier: Apache-2.0
"""How often a stretch of a ledger as long as that of a deal holds such a payment by accident."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from suluh.deals.facts.ledger import Line
from suluh.model.trade import Coincidence

SHORTEST = timedelta(minutes=30)
"""No stretch is taken as shorter."""


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
        self._span: dict[str, tuple[datetime, datetime]] = {}
        for line in lines:
            self._same[line.ledger, line.incoming, line.amount].append(line)
            self._number[line.ledger, line.incoming] += 1
            first, last = self._span.get(line.ledger, (line.start, line.end))
            self._span[line.ledger] = (min(first, line.start), max(last, line.end))
            day = _day(line)
            earliest, latest = self._booked.get(line.ledger, (day, day))
            self._booked[line.ledger] = (min(earliest, day), max(latest, day))

    def chance(self, line: Line, offered: datetime, *, payer_known: bool) -> Chance:
        """The share of stretches of this ledger, as long as from offer to payment, that hold another such payment.

        Such a payment is one of the same amount, and of the same payer where the payer is known.
        """
        window = max(line.end - offered, SHORTEST)
        others = self._others(line, payer_known=payer_known)
        first, last = self._span[line.ledger]
        parts = Coincidence(
            days=self._days(line.ledger),
            lines=self._number[line.ledger, line.incoming],
            others=len(others),
            window=round(window / timedelta(minutes=1)),
            payer=payer_known,
        )
        whole = (last - first) - window
        if whole <= timedelta():
            return Chance(1_000_000 if others else 0, parts)
        covered = _covered(others, window, first, last - window)
        return Chance(covered * 1_000_000 // whole, parts)

    def _days(self, ledger: str) -> int:
        """Days from the first to the last line of a ledger, both counted."""
        first, last = self._booked[ledger]
        return (last - first).days + 1

    def _others(self, line: Line, *, payer_known: bool) -> list[Line]:
        return [
            one
            for one in self._same[line.ledger, line.incoming, line.amount]
            if one.payment.id != line.payment.id and (not payer_known or one.payer_key == line.payer_key)
        ]


def _covered(others: Iterable[Line], window: timedelta, first: datetime, last: datetime) -> timedelta:
    """How much of the time between `first` and `last` may begin a stretch that holds one of them.

    A line that knows its day only may lie anywhere in it.
    """
    total, reached = timedelta(), first
    for one in others:
        start, end = max(one.start - window, reached), min(one.end, last)
        if end > start:
            total += end - start
        reached = max(reached, end)
    return total


def _day(line: Line) -> date:
    """The day that the statement writes, else that of the instant in UTC."""
    payment = line.payment
    written = payment.booked or (payment.at.local if payment.at else None)
    return date.fromisoformat(written[:10]) if written else line.start.date()
