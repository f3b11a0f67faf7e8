# SPDX-License-Identifier: Apache-2.0
"""The page of payments."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Payments(DeskPage):
    """Every booked line, or those of one person."""

    name = "payments"
    path = "/payments"
    right = READ
    title = N_("Payments")
    template = "payments.html"
    menu = ("Evidence", 4)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list, and the statements they stand on."""
        where = Filter(person=asked.query.get("person"))
        return {"sheet": sheet(reading, "payments", asked, where), "statements": reading.rows("statements")}
