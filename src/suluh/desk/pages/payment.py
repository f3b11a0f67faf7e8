# SPDX-License-Identifier: Apache-2.0
"""The page of one booked line: both sides, as written, its statement, the deals that rest on it."""

from suluh.case.rights import READ
from suluh.case.views.view import Page
from suluh.desk.pages.deals import Deals
from suluh.desk.pages.page import Asked, DeskPage, one
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

MOST = 50
"""Deals that the page shows."""


class Payment(DeskPage):
    """One booked line."""

    name = "payment"
    path = "/payments/{key}"
    right = READ
    title = N_("Payment")
    template = "payment.html"

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The line, and what rests on it."""
        payment = one(reading, "payments", asked.key)
        deals = reading.of("deals", "payments", asked.key, Page(MOST))
        return {"row": payment, "deals": deals, "plan": Deals().plan}
