# SPDX-License-Identifier: Apache-2.0
"""The page of sources: where items came from that were sold on."""

from suluh.case.views.view import Row
from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.pages.page import titles
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Sources(ListPage):
    """Conversations that items came through, with their countries."""

    name = "sources"
    path = "/sources"
    title = N_("Sources")
    menu = ("Trade", 5)
    what = "sources"
    caption = N_("Conversations through which items came that were sold on")
    columns = (
        Column("conversation", N_("Conversation"), "talk", by=""),
        Column("first_seen_items", N_("Items first seen here"), "number"),
        Column("items_sold_on", N_("Of these sold on"), "number"),
        Column("posters", N_("Sent in by"), "posters", by=""),
        Column("countries", N_("Countries touched, and on what that rests"), "countries", by=""),
    )
    facets = (Facet("service", N_("Service")),)

    def beside(self, reading: Reading, rows: list[Row]) -> dict[str, object]:
        """Titles of the conversations."""
        return {"titles": titles(reading, rows)}
