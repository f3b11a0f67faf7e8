# SPDX-License-Identifier: Apache-2.0
"""The page of what receipts in messages say was paid."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Claims(ListPage):
    """Every claim of payment, or those of one person."""

    name = "claims"
    path = "/claims"
    title = N_("Claims of payment")
    menu = ("Evidence", 5)
    what = "claims"
    caption = N_("Claims of payment in the order of time")
    note = N_(
        "What is claimed is not booked: these are messages in the form of a receipt. Anybody can write or "
        "change one, and none is in any sum."
    )
    columns = (
        Column("at_written", N_("When, as the receipt says"), "text", by="moment"),
        Column("says", N_("Says"), "says"),
        Column("amount", N_("Amount"), "money", by="amount_minor"),
        Column("sender", N_("Sent by"), "sender"),
        Column("payer", N_("Payer"), "side"),
        Column("beneficiary", N_("Beneficiary"), "side"),
        Column("reference", N_("Reference")),
        Column("reasons_for", N_("Booked line"), "tied", by=""),
        Column("place", N_("Place"), "place", by=""),
    )
    facets = (
        Facet("says", N_("Says")),
        Facet("channel", N_("Channel")),
        Facet("exhibit", N_("Exhibit"), "text"),
        Facet("month", N_("Month"), "text"),
    )
    narrows = ("person",)
    time = "moment"
    amount = "amount"
