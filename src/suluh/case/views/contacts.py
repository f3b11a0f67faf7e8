# SPDX-License-Identifier: Apache-2.0
"""The list of contacts."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View, place_row
from suluh.model.talk import Contact


class Contacts(View):
    """Entries of address books, by account."""

    name = "contacts"
    nouns = (Contact,)
    each = Contact
    fields = ("exhibit", "name", "account", "place")
    private = hide(id="id", name="name", account="account")
    accounts = ("account",)
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every contact."""
        for one in case.nouns(Contact, order="account"):
            place = place_row(one.place)
            yield {"exhibit": one.place.exhibit, "name": one.name, "account": one.account, "place": place, "id": one.id}
