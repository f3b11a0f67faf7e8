# SPDX-License-Identifier: Apache-2.0
"""The page of one message at its line, with the few before and after it."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter, Page
from suluh.desk.pages.conversation import MESSAGES
from suluh.desk.pages.deals import Deals
from suluh.desk.pages.page import Asked, DeskPage, one, titles
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

BESIDE = 5
"""Messages before and after it."""

MOST = 50
"""Deals that the page shows."""


class OneMessage(DeskPage):
    """One message where it stands."""

    name = "message"
    path = "/messages/{key}"
    right = READ
    title = N_("Message")
    template = "message.html"

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The message among its neighbours, and the deals that rest on it."""
        row = one(reading, "messages", asked.key)
        talk = str(row["conversation_key"])
        near = reading.around("messages", asked.key, Filter(conversation=talk), BESIDE)
        deals = reading.of("deals", "messages", asked.key, Page(MOST))
        return {
            "row": row,
            "titles": titles(reading, [row]),
            "near": near or [row],
            "plan": MESSAGES,
            "deals": deals,
            "deal_plan": Deals().plan,
        }
