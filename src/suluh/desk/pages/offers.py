# SPDX-License-Identifier: Apache-2.0
"""The page of offers."""

from suluh.case.views.view import Row
from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.pages.page import titles
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Offers(ListPage):
    """Every offer, or those of one person."""

    name = "offers"
    path = "/offers"
    title = N_("Offers")
    menu = ("Trade", 2)
    what = "offers"
    caption = N_("Offers in the order of time")
    note = N_("An offer is no deal: nobody is known to have taken it up, and what it asks is in no sum of sales.")
    columns = (
        Column("at", N_("When"), "told"),
        Column("kind", N_("Kind"), "word"),
        Column("seller", N_("Seller"), "party"),
        Column("conversation", N_("Conversation"), "talk"),
        Column("told", N_("Told"), "number"),
        Column("prices", N_("Asked"), "prices", by=""),
        Column("reasons_for", N_("Reasons"), "reasons", by=""),
    )
    facets = (
        Facet("kind", N_("Kind")),
        Facet("month", N_("Month"), "text"),
    )
    narrows = ("person",)
    time = "at"

    def beside(self, reading: Reading, rows: list[Row]) -> dict[str, object]:
        """Titles of the conversations."""
        return {"titles": titles(reading, rows)}
