# SPDX-License-Identifier: Apache-2.0
"""The page of the network."""

from suluh.case.views.view import Row
from suluh.desk.charts.pairs import network
from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.pages.page import faces
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Network(ListPage):
    """Who traded with whom."""

    name = "network"
    path = "/network"
    title = N_("Network")
    template = "network.html"
    menu = ("Trade", 4)
    what = "network"
    caption = N_("Who traded with whom: all deals of a pair and kind")
    columns = (
        Column("left", N_("Seller"), "face", by=""),
        Column("right", N_("Buyer"), "face", by=""),
        Column("kind", N_("Kind"), "word"),
        Column("deals", N_("Deals"), "deals"),
        Column("items", N_("Items"), "number"),
        Column("amount_minor", N_("Recorded as paid"), "minor"),
        Column("possible_minor", N_("Possibly paid"), "minor"),
        Column("asked_minor", N_("Price asked, no payment"), "minor"),
        Column("first", N_("First"), "told"),
        Column("last", N_("Last"), "told"),
    )
    facets = (
        Facet("kind", N_("Kind")),
        Facet("currency", N_("Currency"), "text"),
        Facet("month", N_("Month"), "text"),
    )
    narrows = ("person",)
    time = "last"

    def beside(self, reading: Reading, rows: list[Row]) -> dict[str, object]:
        """The account that stands for each person."""
        known = faces(reading, [row[side] for row in rows for side in ("left", "right")])
        return {"faces": known, "picture": network(rows, known)}
