# SPDX-License-Identifier: Apache-2.0
"""The page of payments."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Payments(ListPage):
    """Every booked line, or those of one person."""

    name = "payments"
    path = "/payments"
    title = N_("Payments")
    menu = ("Evidence", 4)
    what = "payments"
    caption = N_("Booked lines, by statement and time")
    columns = (
        Column("booked", N_("When"), "booked", to="payments", by="moment"),
        Column("payer", N_("Payer"), "side"),
        Column("beneficiary", N_("Beneficiary"), "side"),
        Column("amount", N_("Amount"), "money", by="amount_minor"),
        Column("channel", N_("Channel"), "channel"),
        Column("text", N_("Text")),
        Column("places", N_("Places"), "places", by=""),
    )
    facets = (
        Facet("channel", N_("Channel")),
        Facet("status", N_("Status")),
        Facet("exhibit", N_("Exhibit"), "text"),
        Facet("month", N_("Month"), "text"),
        Facet("currency", N_("Currency"), "text"),
    )
    narrows = ("person",)
    time = "moment"
    amount = "amount"
