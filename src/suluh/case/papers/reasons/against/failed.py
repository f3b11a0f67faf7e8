# SPDX-License-Identifier: Apache-2.0
"""Bookings that did not go through, or went back, beside one that paid a deal: the same sum to the same account."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cached_property

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.numbered import Numbered
from suluh.case.views.records import Shown
from suluh.deals.facts.numbers import plain
from suluh.model.trade import Deal, Payment
from suluh.referral.papers.values import Both

NEAR = timedelta(minutes=1)
"""So near a booking is taken for one try of the same payment. Set by hand."""


class Failed:
    """Finds them among the booked lines of a case."""

    def __init__(self, material: Material) -> None:
        self._material = material

    @cached_property
    def _lines(self) -> tuple[Shown[Payment], ...]:
        """The lines that are not plainly booked, each once."""
        found = {one.record.id: one for one in self._material.payments.values() if one.record.status != "booked"}
        return tuple(found.values())

    def of(self, deal: Deal) -> dict[str, None]:
        """Their ids, in the order of the case."""
        paid = self._material.paid_and_back(deal)[0]
        own = {one.record.id for one in self._material.lines_of(deal)}
        return {
            one.record.id: None
            for one in self._lines
            if one.record.id not in own and any(_is_twin(one, other) for other in paid)
        }

    def against(self, deal: Deal, numbered: Numbered) -> Iterator[Both]:
        """That one booking of the same sum did not go through, so that it is open which of them was made.

        Where the buyer names the number of the one that paid, and no other has it, the talk says which.
        """
        lines = self.of(deal)
        if lines:
            paid = [one.record for one in self._material.paid_and_back(deal)[0]]
            named = self._named(deal, lines)
            at = numbered.within((*named, *lines, *(one.id for one in paid)))
            which = _NAMED if named else _OPEN
            yield Both(
                "Beside this payment stands a booking of the same sum to the same account, within a minute or of the "
                f"same day alone, that failed, waits or went back. {which.english}{at.english}",
                "Di samping pembayaran ini ada baris berjumlah sama ke akun yang sama, dalam satu menit atau pada "
                f"hari yang sama tanpa jam, yang gagal, tertunda, atau dibalik. {which.indonesian}{at.indonesian}",
            )

    def _named(self, deal: Deal, lines: Iterable[str]) -> tuple[str, ...]:
        """The messages that name the number of each payment that has one of these lines beside it and not of those."""
        rests = {name for one in deal.reasons_for if one.rule == "reference-named" for name in one.rests}
        others = [self._material.payments[name] for name in lines]
        for paid in self._material.paid_and_back(deal)[0]:
            twins = [_number(one) for one in others if _is_twin(one, paid)]
            if twins and (paid.record.id not in rests or _number(paid) in twins):
                return ()
        return tuple(name for name in deal.messages if name in rests)


def _number(shown: Shown[Payment]) -> str:
    return plain(shown.record.reference or "")


_OPEN = Both(
    "Which of them the talk is about, and whether the money came through, is not said by the record alone.",
    "Baris mana yang dibicarakan, dan apakah uangnya sampai, tidak dinyatakan oleh catatan itu saja.",
)
_NAMED = Both(
    "The number that the buyer names is that of the payment of this deal and not of that booking; whether the money "
    "came through is not said by the record alone.",
    "Nomor yang disebut pembeli adalah nomor pembayaran rangkaian ini, bukan nomor baris itu; apakah uangnya sampai "
    "tidak dinyatakan oleh catatan itu saja.",
)


def _is_twin(one: Shown[Payment], paid: Shown[Payment]) -> bool:
    """Whether two bookings are of one sum, to one account, at one time as far as both have one."""
    line, other = one.record, paid.record
    if (line.amount_minor, line.currency) != (other.amount_minor, other.currency):
        return False
    if line.beneficiary != other.beneficiary or line.beneficiary is None:
        return False
    if _has_time(one) and _has_time(paid):
        return abs(_at(one) - _at(paid)) <= NEAR
    return line.booked is not None and line.booked == other.booked


def _has_time(shown: Shown[Payment]) -> bool:
    at = shown.record.at
    return bool(shown.at and at and at.precision != "day")


def _at(shown: Shown[Payment]) -> datetime:
    return datetime.fromisoformat(shown.at or "")
