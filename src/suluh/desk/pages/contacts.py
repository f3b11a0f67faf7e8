# SPDX-License-Identifier: Apache-2.0
"""The page of contacts: the names that the holder of an exhibit gave to accounts."""

from suluh.desk.listing import Column, ListPage
from suluh.desk.words import N_


class Contacts(ListPage):
    """Every entry of an address book."""

    name = "contacts"
    path = "/contacts"
    title = N_("Contacts")
    menu = ("Evidence", 11)
    what = "contacts"
    caption = N_("Entries of address books: the names are those that the holder of the exhibit gave")
    columns = (
        Column("exhibit", N_("Exhibit")),
        Column("name", N_("Name")),
        Column("account", N_("Account"), "object"),
    )
