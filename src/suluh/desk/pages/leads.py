# SPDX-License-Identifier: Apache-2.0
"""The page of leads."""

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.reading import Reading
from suluh.desk.words import N_


class Leads(DeskPage):
    """What to do next, each with its reasons."""

    name = "leads"
    path = "/leads"
    right = READ
    title = N_("Leads")
    template = "leads.html"
    menu = ("Case", 2)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        return {"sheet": sheet(reading, "leads", asked), "persons": _persons(reading)}


def _persons(reading: Reading) -> set[str]:
    """Ids of persons, so that a lead about one leads there."""
    return {str(row["id"]) for row in reading.kept("persons")}
