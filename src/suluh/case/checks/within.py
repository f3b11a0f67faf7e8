# SPDX-License-Identifier: Apache-2.0
"""Check 26: what is tied for a charge happened within the days of its deed."""

from collections.abc import Iterator
from datetime import date, timedelta

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.facts import Fact
from suluh.model.deeds.deed import Said

SLACK = timedelta(days=1)
"""A day in one zone is the next or the last in another: so much on both sides is still within."""


class Within(Check):
    """Whether the facts of a charge and the days that it states fit together."""

    name = "26"
    severity = "W"
    asks = Said(
        "What is tied for a charge happened within its days.",
        "Yang dikaitkan untuk mendukung sangkaan terjadi dalam rentang harinya.",
    )
    next = Said(
        "Correct the days with `suluh dossier CASE charge --corrects`, or tie another fact; the law has to be in force "
        "on these days.",
        "Perbaiki harinya dengan `suluh dossier CASE charge --corrects`, atau kaitkan fakta lain; pasalnya harus "
        "berlaku pada hari-hari itu.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Facts of which nothing happened on a day of the deed; a content and a paper have no day of their own."""
        charges = {one.code: one for one in brief.charges}
        for fact in brief.facts:
            charge, days = charges[fact.tie.charge], days_of(fact)
            if fact.tie.side != "for" or not days:
                continue
            first = date.fromisoformat(charge.deed_from) - SLACK
            last = date.fromisoformat(charge.deed_to) + SLACK
            if days[-1] < first or days[0] > last:
                when = f"{days[0]}" if days[0] == days[-1] else f"{days[0]} – {days[-1]}"  # noqa: RUF001 # a range
                what = Said(
                    f"{fact.tie.fact} is of {when}, outside {charge.deed_from} to {charge.deed_to} of {charge.code}.",
                    f"{fact.tie.fact} bertanggal {when}, di luar {charge.deed_from} sampai {charge.deed_to} pada "
                    f"{charge.code}.",
                )
                yield Fault(fact.tie.code, Said(*(brief.shown(one) for one in what)))


def days_of(fact: Fact) -> list[date]:
    """The days on which what is tied happened, by UTC or as a statement books it, in order."""
    deal = (fact.deal.offered_at, fact.deal.ordered_at, fact.deal.paid_at, fact.deal.delivered_at) if fact.deal else ()
    told = (one.sent.local for one in fact.messages if one.sent) if fact.deal is None else ()
    paid = ((one.at.local if one.at else None) or one.booked for one in fact.payments)
    return sorted({date.fromisoformat(one[:10]) for one in (*deal, *told, *paid) if one})
