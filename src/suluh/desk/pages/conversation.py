# SPDX-License-Identifier: Apache-2.0
"""The page of one conversation: who, where, and its messages, each collapsed."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, one, texts
from suluh.desk.tables.plan import Column, Plan
from suluh.desk.tables.table import table
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

MESSAGES = Plan(
    "messages",
    N_("Messages in the order of time; each time as written, in the zone of its exhibit, and in UTC"),
    (
        Column("sent_at", N_("Sent"), "sent"),
        Column("sender", N_("Sender"), "account"),
        Column("text", N_("Message"), "said", by=""),
        Column("places", N_("Places"), "places", by=""),
    ),
    time="sent_at",
)


class Conversation(DeskPage):
    """One conversation; text is collapsed, for text is exposure as well."""

    name = "conversation"
    path = "/conversations/{key}"
    right = READ
    title = N_("Conversation")
    template = "conversation.html"
    opens = ("conversations", "messages", "links")

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The conversation and one page of its messages."""
        talk = one(reading, "conversations", asked.key)
        wanted = frozenset(texts(talk, "links"))
        sources = [row for row in reading.kept("sources") if row["conversation_key"] == talk["key"]]
        return {
            "talk": talk,
            "sources": sources,
            "links": reading.rows("links", Filter(ids=wanted)) if wanted else [],
            "decided": {str(row["link"]): row for row in reading.kept("decisions") if row["link"]},
            "table": table(reading, MESSAGES, asked, Filter(conversation=asked.key)),
        }
