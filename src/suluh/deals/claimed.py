# SPDX-License-Identifier: Apache-2.0
"""What receipts in messages add to deals: a reason, and never a payment.

1. A receipt whose booked line a deal rests on is a reason for that payment.
2. A receipt that its buyer sent after the offer, of the deal's own sum, is a reason for a deal without a payment; where
   it fits several such deals, it is a reason for none.
3. Neither changes tier, state or score: what is claimed is not booked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace

from suluh.deals.money.gates import WINDOW
from suluh.model.times import Dated
from suluh.model.trade import Claim, Deal, Term

T = TypeVar("T")

BOOKED = Term(
    rule="receipt-of-it",
    score=0,
    text="A receipt in a message has the reference and the sum of this booked line.",
    text_id="Bukti bayar dalam pesan memuat nomor referensi dan jumlah baris rekening ini.",
)
CLAIMED = Term(
    rule="receipt-claims",
    score=0,
    text="A receipt that the buyer sent claims this payment; what is claimed is not booked.",
    text_id="Bukti bayar yang dikirim pembeli menyatakan pembayaran ini; yang diklaim belum tercatat.",
)


def with_claims(found: Iterable[Deal | T], claims: Iterable[Dated[Claim]]) -> Iterator[Deal | T]:
    """The same values, deals with the reasons that receipts give."""
    told = [one for one in claims if one.value.says in {"paid", "received"}]
    values = list(found)
    booked = {one.value.payment for one in told if one.value.payment is not None}
    claimed = _only(told, [one for one in values if isinstance(one, Deal)])
    for one in values:
        if not isinstance(one, Deal):
            yield one
            continue
        terms = (*(BOOKED,) * bool(booked & set(one.payments)), *(CLAIMED,) * (one.id in claimed))
        yield replace(one, reasons_for=(*one.reasons_for, *terms)) if terms else one


def _only(told: Iterable[Dated[Claim]], deals: Sequence[Deal]) -> set[str]:
    """The deals without a payment of which a receipt fits no other."""
    by_sum: dict[tuple[str | None, int | None, str | None], list[Deal]] = defaultdict(list)
    for one in deals:
        if not one.payments and one.offered_at and one.amount_minor is not None and one.buyer is not None:
            by_sum[one.buyer, one.amount_minor, one.currency].append(one)
    found = set()
    for claim, at in told:
        fitting = by_sum.get((claim.sender, claim.amount_minor, claim.currency), ())
        near = [one for one in fitting if at is not None and _follows(one, at)]
        if len(near) == 1 and claim.payment is None:
            found.add(near[0].id)
    return found


def _follows(deal: Deal, at: datetime) -> bool:
    """Whether a moment lies behind the offer of a deal, within the time in which it can be paid."""
    offered = datetime.fromisoformat(deal.offered_at or "")
    return offered <= at <= offered + WINDOW
