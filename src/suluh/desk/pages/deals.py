# SPDX-License-Identifier: Apache-2.0
"""The page of deals."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Deals(ListPage):
    """Every deal, or those of one state or person."""

    name = "deals"
    path = "/deals"
    title = N_("Deals")
    menu = ("Trade", 1)
    what = "deals"
    caption = N_("Deals in the order of time")
    after = N_(
        "Items: handed over, of those promised. A score says how well the parts fit together; it scores no person."
    )
    columns = (
        Column("at", N_("When"), "told", to="deals"),
        Column("kind", N_("Kind"), "kind"),
        Column("seller", N_("Seller"), "party"),
        Column("buyer", N_("Buyer"), "party"),
        Column("items_delivered", N_("Items"), "items"),
        Column("amount", N_("Amount"), "amount", by="amount_minor"),
        Column("tier", N_("Support and score"), "support", by="score"),
    )
    facets = (
        Facet("state", N_("State"), "state"),
        Facet("tier", N_("Support")),
        Facet("money", N_("What the amount is"), "money"),
        Facet("kind", N_("Kind")),
        Facet("judgement", N_("Decision")),
        Facet("month", N_("Month"), "text"),
        Facet("currency", N_("Currency"), "text"),
    )
    narrows = ("person",)
    hidden = ("seller_person", "buyer_person", "traded")
    time = "at"
    times = (("offered_at", N_("Offered or ordered")), ("paid_at", N_("Paid")), ("delivered_at", N_("Delivered")))
    amount = "amount"
