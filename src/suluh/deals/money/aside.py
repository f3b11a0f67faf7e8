# SPDX-License-Identifier: Apache-2.0
"""Booked lines into the same account that a deal leaves aside, though their sum was paid or named in it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from suluh.deals.facts.chance import booked_day
from suluh.deals.facts.ledger import Line
from suluh.deals.talks.episodes import Episode

_DAY, _AFTER = timedelta(days=1), timedelta(days=7)


class Aside:
    """The lines of every account, in the order of time."""

    def __init__(self, booked: Sequence[Line]) -> None:
        self._into: dict[tuple[str, bool, str, str], list[Line]] = defaultdict(list)
        for line in sorted(booked, key=lambda one: (one.start, one.payment.id)):
            if line.payee:
                self._into[line.ledger, line.incoming, line.payee, line.payment.currency].append(line)
        self._starts = {key: [one.start for one in found] for key, found in self._into.items()}

    def equal_before(self, line: Line) -> tuple[Line, ...]:
        """Lines of the same sum into the same account, of the same day or of the 24 hours before a payment.

        Of those that know their instant none that came after it.
        """
        near = self._within(line, line.start - 2 * _DAY, line.end + _DAY)
        return tuple(
            one
            for one in near
            if one.amount == line.amount
            and one.payment.id not in line.payments
            and not (one.at and line.at and one.at > line.at)
            and (booked_day(one) == booked_day(line) or _is_within_a_day(one, line))
        )

    def named(self, line: Line, episode: Episode) -> tuple[Line, ...]:
        """Lines of another sum that was named in the talk, from its first message to seven days after its last."""
        opened = episode.opened or line.start
        near = self._within(line, opened, (episode.last or opened) + _AFTER)
        currency = line.payment.currency
        return tuple(one for one in near if one.amount != line.amount and (one.amount, currency) in episode.told)

    def _within(self, line: Line, first: datetime, last: datetime) -> Sequence[Line]:
        if not line.payee:
            return ()
        key = line.ledger, line.incoming, line.payee, line.payment.currency
        starts = self._starts.get(key, [])
        return self._into.get(key, [])[bisect_left(starts, first) : bisect_right(starts, last)]


def _is_within_a_day(one: Line, line: Line) -> bool:
    return one.at is not None and line.at is not None and timedelta() <= line.at - one.at <= _DAY
