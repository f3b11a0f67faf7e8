# SPDX-License-Identifier: Apache-2.0
"""The page of statements."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Statements(ListPage):
    """Every statement, with what was checked of it."""

    name = "statements"
    path = "/statements"
    title = N_("Statements")
    menu = ("Evidence", 4)
    what = "statements"
    caption = N_("Statements by account and period")
    columns = (
        Column("account", N_("Account"), "account", to="statements"),
        Column("holder", N_("Holder of record")),
        Column("period", N_("Period"), "period"),
        Column("opening", N_("Opening"), "money", by="opening_minor"),
        Column("closing", N_("Closing"), "money", by="closing_minor"),
        Column("adds_up", N_("Adds up"), "sums"),
        Column("place", N_("Place"), "place", by=""),
    )
    facets = (
        Facet("service", N_("Service")),
        Facet("exhibit", N_("Exhibit"), "text"),
        Facet("adds_up", N_("Adds up")),
    )
