# SPDX-License-Identifier: Apache-2.0
"""Where a price stands that the seller takes from others: in which deals and offers, for a reader to look it up."""

from collections.abc import Iterator

from suluh.case.papers.material import Material
from suluh.deals.money.worth import USUAL
from suluh.model.trade import Deal
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import many


def of(material: Material, deal: Deal) -> Iterator[Both]:
    """The other deals of the seller of the very sum, and how many of their offers have it, where a reason says so."""
    if all(one.text != USUAL for one in deal.reasons_for) or deal.seller is None:
        return
    own, price = material.parties.group(deal.seller), (deal.amount_minor, deal.currency)
    others = [
        material.parties.named(one)
        for one in material.parties.deals
        if one.id != deal.id and one.seller in own and (one.amount_minor, one.currency) == price
    ]
    offers = sum(
        one.seller in own and any((each.amount_minor, each.currency) == price for each in one.prices)
        for one in material.parties.offers
    )
    english, indonesian = (", ".join(getattr(one, tongue) for one in others) for tongue in ("english", "indonesian"))
    yield Both(
        f"Of the same sum from this seller, for that reason to be looked up: {english or 'no other deal'}; "
        f"{many(offers, 'offer')} to everybody names it.",
        f"Berjumlah sama dari penjual ini, untuk memeriksa alasan itu: {indonesian or 'tidak ada rangkaian lain'}; "
        f"{offers} penawaran kepada umum menyebutnya.",
    )
