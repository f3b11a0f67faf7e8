# SPDX-License-Identifier: Apache-2.0
"""The page of persons, each a group of accounts."""

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Persons(DeskPage):
    """Every person, without any rank among them."""

    name = "persons"
    path = "/persons"
    right = READ
    title = N_("Groups of accounts")
    template = "persons.html"
    menu = ("Trade", 3)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        return {"sheet": sheet(reading, "persons", asked)}
