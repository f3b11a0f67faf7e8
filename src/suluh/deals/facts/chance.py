# SPDX-License-Identifier: Apache-2.0
"""How often a stretch of a ledger as long as that of a deal holds such a payment by accident."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from suluh.deals.facts.ledger import Line

_SHORTEST = timedelta(minutes=30)


class Traffic:
    """The lines of every ledger by amount, for counting coincidences."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._same: dict[tuple[str, bool, int], list[Line]] = defaultdict(list)
        self._span: dict[str, tuple[datetime, datetime]] = {}
        for line in lines:
            self._same[line.ledger, line.incoming, line.amount].append(line)
            first, last = self._span.get(line.ledger, (line.start, line.end))
            self._span[line.ledger] = (min(first, line.start), max(last, line.end))

    def chance(self, line: Line, offered: datetime, *, payer_known: bool) -> int:
        """Millionths: the share of stretches of this ledger, as long as from offer to payment, that hold another such.

        Such a payment is one of the same amount, and of the same payer where the payer is known.
        """
        window = max(line.end - offered, _SHORTEST)
        first, last = self._span[line.ledger]
        whole = (last - first) - window
        if whole <= timedelta():
            return 1_000_000 if self._others(line, payer_known=payer_known) else 0
        covered = _covered(self._others(line, payer_known=payer_known), window, first, last - window)
        return covered * 1_000_000 // whole

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
