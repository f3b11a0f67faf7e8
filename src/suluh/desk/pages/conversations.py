# SPDX-License-Identifier: Apache-2.0
"""The page of conversations."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Conversations(ListPage):
    """Every conversation."""

    name = "conversations"
    path = "/conversations"
    title = N_("Conversations")
    menu = ("Evidence", 3)
    what = "conversations"
    caption = N_("Conversations, each once with all its places")
    columns = (
        Column("id", N_("Conversation"), "account", to="conversations", by=""),
        Column("kind", N_("Kind"), "word"),
        Column("title", N_("Title")),
        Column("members", N_("Members"), "count", by=""),
        Column("messages", N_("Messages"), "number"),
        Column("places", N_("Places"), "places", by=""),
    )
    facets = (
        Facet("kind", N_("Kind")),
        Facet("service", N_("Service")),
        Facet("exhibit", N_("Exhibit"), "text"),
    )
