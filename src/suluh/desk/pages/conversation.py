# SPDX-License-Identifier: Apache-2.0
"""The page of one conversation: its messages, each opened by the reader."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, one, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Conversation(DeskPage):
    """One conversation; text is collapsed, for text is exposure as well."""

    name = "conversation"
    path = "/conversations/{key}"
    right = READ
    title = N_("Conversation")
    template = "conversation.html"

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The conversation and one page of its messages."""
        talk = one(reading, "conversations", asked.key)
        return {"talk": talk, "sheet": sheet(reading, "messages", asked, Filter(conversation=asked.key))}
