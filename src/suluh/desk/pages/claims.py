# SPDX-License-Identifier: Apache-2.0
"""The page of claims: what messages say was paid, which is not booked."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Claims(DeskPage):
    """Every claim of payment, or those of one person."""

    name = "claims"
    path = "/claims"
    right = READ
    title = N_("Claims of payment")
    template = "claims.html"
    menu = ("Evidence", 5)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        return {"sheet": sheet(reading, "claims", asked, Filter(person=asked.query.get("person")))}
