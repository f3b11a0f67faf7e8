# SPDX-License-Identifier: Apache-2.0
"""The page of persons."""

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Persons(DeskPage):
    """Every person, without any rank among them."""

    name = "persons"
    path = "/persons"
    right = READ
    title = N_("Persons")
    template = "persons.html"
    menu = ("Trade", 2)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        return {"sheet": sheet(reading, "persons", asked)}
