# SPDX-License-Identifier: Apache-2.0
"""Booked lines that a deal leaves aside though their sum was paid or named in it, into its account or the person's."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from suluh.deals.facts.chance import booked_day
from suluh.deals.facts.ledger import Line
from suluh.deals.facts.parties import Parties
from suluh.deals.talks.episodes import Episode

_DAY, _AFTER = timedelta(days=1), timedelta(days=7)


class Aside:
    """The lines of every account and side, in the order of time."""

    def __init__(self, booked: Sequence[Line], sides: Parties) -> None:
        self._sides = sides
        self._of_side: dict[tuple[str, int, str], list[Line]] = defaultdict(list)
        self._into: dict[tuple[str, bool, str, str], list[Line]] = defaultdict(list)
        for line in sorted(booked, key=lambda one: (one.start, one.payment.id)):
            if line.payee:
                self._into[line.ledger, line.incoming, line.payee, line.payment.currency].append(line)
                self._of_side[sides.side(line.payee), line.amount, line.payment.currency].append(line)
        self._starts = {key: [one.start for one in found] for key, found in self._into.items()}

    def equal_near(self, line: Line) -> tuple[Line, ...]:
        """Lines of the same sum into the same account, of the day of a payment or no more than 24 hours from it."""
        near = self._within(line, line.start - 2 * _DAY, line.end + _DAY)
        return tuple(
            one
            for one in near
            if one.amount == line.amount
            and one.payment.id not in line.payments
            and (booked_day(one) == booked_day(line) or _is_within_a_day(one, line))
        )

    def equal_elsewhere(self, line: Line, seller: str) -> tuple[Line, ...]:
        """Lines of the same sum into another account of who received or sold, no more than a day from a payment."""
        sides = dict.fromkeys((self._sides.side(line.payee), seller) if line.payee else (seller,))
        found = (one for side in sides for one in self._of_side.get((side, line.amount, line.payment.currency), ()))
        return tuple(
            one
            for one in found
            if one.payee != line.payee
            and one.payment.id not in line.payments
            and (booked_day(one) == booked_day(line) or (line.start - _DAY <= one.end and one.start <= line.end + _DAY))
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
    return one.at is not None and line.at is not None and abs(line.at - one.at) <= _DAY
