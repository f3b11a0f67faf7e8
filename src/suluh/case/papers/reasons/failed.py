# SPDX-License-Identifier: Apache-2.0
"""Bookings that did not go through, or went back, beside one that paid a deal: the same sum to the same account."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cached_property

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.numbered import Numbered
from suluh.case.views.records import Shown
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
        """That one booking of the same sum did not go through, so that it is open which of them was made."""
        lines = self.of(deal)
        if lines:
            at = numbered.within((*lines, *(one.record.id for one in self._material.paid_and_back(deal)[0])))
            yield Both(
                "Beside this payment stands a booking of the same sum to the same account, within a minute or of the "
                "same day alone, that failed, waits or went back. Which of them the talk is about, and whether the "
                f"money came through, is not said by the record alone.{at.english}",
                "Di samping pembayaran ini ada baris berjumlah sama ke akun yang sama, dalam satu menit atau pada "
                "hari yang sama tanpa jam, yang gagal, tertunda, atau dibalik. Baris mana yang dibicarakan, dan apakah "
                f"uangnya sampai, tidak dinyatakan oleh catatan itu saja.{at.indonesian}",
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
