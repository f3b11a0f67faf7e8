# SPDX-License-Identifier: Apache-2.0
"""The page of one deal: what it rests on, what speaks against it, and where each fact stands."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter, Page
from suluh.desk.pages.page import Asked, DeskPage, moved, one, texts
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

MOST = 200
"""Messages and payments of one deal that the page shows."""


class Deal(DeskPage):
    """One deal with its reasons and its sources."""

    name = "deal"
    path = "/deals/{key}"
    right = READ
    title = N_("Deal")
    template = "deal.html"
    opens = ("deals", "payments", "messages")

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The deal, its payments and messages with their places."""
        deal = one(reading, "deals", asked.key)
        return {
            "deal": deal,
            "moved": moved(deal, asked),
            "payments": reading.rows("payments", Filter(deal=asked.key), Page(MOST)),
            "messages": reading.rows("messages", Filter(deal=asked.key), Page(MOST)),
            "files": texts(deal, "files"),
            "most": MOST,
        }
