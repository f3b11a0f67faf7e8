# SPDX-License-Identifier: Apache-2.0
"""The page of calls: of telephones and of apps."""

from suluh.desk.listing import Column, ListPage
from suluh.desk.words import N_


class Calls(ListPage):
    """Every call that an exhibit tells of."""

    name = "calls"
    path = "/calls"
    title = N_("Calls")
    menu = ("Evidence", 10)
    what = "calls"
    caption = N_("Calls of telephones and apps, each once, by conversation")
    columns = (
        Column("sent_at", N_("When"), "moment"),
        Column("sender", N_("Called by"), "object"),
        Column("conversation", N_("Conversation")),
        Column("native_kind", N_("As the record says it")),
        Column("text", N_("Also took part")),
    )
