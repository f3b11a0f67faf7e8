# SPDX-License-Identifier: Apache-2.0
"""The page of persons, each a group of accounts."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Persons(ListPage):
    """Every person, without any rank among them."""

    name = "persons"
    path = "/persons"
    title = N_("Groups of accounts")
    menu = ("Trade", 3)
    what = "persons"
    caption = N_("Groups of accounts, each probably one person")
    note = N_(
        "Each row is a group of accounts that links and decisions join: probably one person, and some persons "
        "may stand in several groups. A role is by conduct in deals and no finding of guilt; nobody is "
        "ranked."
    )
    columns = (
        Column("accounts", N_("Accounts"), "accounts", to="persons", by=""),
        Column("roles", N_("Roles in the case"), "roles", by=""),
        Column("exhibits", N_("Exhibits"), "labels", by=""),
    )
    facets = (
        Facet("roles", N_("Roles in the case")),
        Facet("service", N_("Service")),
        Facet("exhibit", N_("Exhibit"), "text"),
    )
