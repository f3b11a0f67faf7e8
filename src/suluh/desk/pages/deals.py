# SPDX-License-Identifier: Apache-2.0
"""The page of deals."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Deals(DeskPage):
    """Every deal, or those of one state or person."""

    name = "deals"
    path = "/deals"
    right = READ
    title = N_("Deals")
    template = "deals.html"
    menu = ("Trade", 1)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        where = Filter(state=asked.query.get("state"), person=asked.query.get("person"))
        return {"sheet": sheet(reading, "deals", asked, where), "states": reading.tally("deals", "state")}
