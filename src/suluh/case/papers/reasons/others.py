# SPDX-License-Identifier: Apache-2.0
"""The other deals whose payments a reason rests on: by their codes, and which of them nobody decided."""

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.numbered import cited
from suluh.case.views.records import Shown
from suluh.model.trade import Payment, Term
from suluh.referral.papers.values import Both

BEFORE = frozenset({"payer-before"})
"""Rules of reasons that what was paid in other deals of the same buyer bears."""


def lines_elsewhere(material: Material, term: Term) -> list[Shown[Payment]]:
    """The booked lines of other deals that such a reason names; none of any other."""
    names = cited(term) if term.rule in BEFORE else ()
    return [shown for name in names if (shown := material.payments.get(name))]


def of_other_deals(material: Material, term: Term) -> Both:
    """A further sentence on such a reason; empty for any other."""
    if term.rule not in BEFORE:
        return Both("", "")
    lines = lines_elsewhere(material, term)
    deals = {one.id: one for line in lines for one in material.resting.get(line.record.id, ())}
    told = [material.parties.named(one) for one in deals.values()]
    if not told:
        return Both(" No deal that stands holds them.", " Tidak ada rangkaian yang masih berlaku yang memuatnya.")
    english, indonesian = (", ".join(one.english for one in told), ", ".join(one.indonesian for one in told))
    loose = sum(line.record.id not in material.resting for line in lines)
    more = f"; of {len(lines)} {loose} in no deal that stands" if loose else ""
    more_id = f"; dari {len(lines)}, {loose} tidak dalam rangkaian yang masih berlaku" if loose else ""
    return Both(f" Those named stand in {english}{more}.", f" Pembayaran yang disebut ada dalam {indonesian}{more_id}.")
