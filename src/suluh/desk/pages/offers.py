# SPDX-License-Identifier: Apache-2.0
"""The page of offers: what was announced, which is no deal by itself."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Offers(DeskPage):
    """Every offer, or those of one person."""

    name = "offers"
    path = "/offers"
    right = READ
    title = N_("Offers")
    template = "offers.html"
    menu = ("Trade", 2)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list, with the titles of the conversations."""
        offers = sheet(reading, "offers", asked, Filter(person=asked.query.get("person")))
        wanted = {row["conversation_key"] for row in offers.rows}
        titles = {row["key"]: row["title"] for row in reading.rows("conversations") if row["key"] in wanted}
        return {"sheet": offers, "titles": titles}
