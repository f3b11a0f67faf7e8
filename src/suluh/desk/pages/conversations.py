# SPDX-License-Identifier: Apache-2.0
"""The page of conversations."""

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Conversations(DeskPage):
    """Every conversation."""

    name = "conversations"
    path = "/conversations"
    right = READ
    title = N_("Conversations")
    template = "conversations.html"
    menu = ("Evidence", 3)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        return {"sheet": sheet(reading, "conversations", asked)}
