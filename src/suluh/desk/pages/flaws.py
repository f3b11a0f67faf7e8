# SPDX-License-Identifier: Apache-2.0
"""The page of flaws: what could not be read."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Flaws(DeskPage):
    """Every flaw with its place and reason."""

    name = "flaws"
    path = "/flaws"
    right = READ
    title = N_("Flaws")
    template = "flaws.html"

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list, and how many there are by step."""
        where = Filter(exhibit=asked.query.get("exhibit"))
        return {"sheet": sheet(reading, "flaws", asked, where), "steps": reading.tally("flaws", "step")}
