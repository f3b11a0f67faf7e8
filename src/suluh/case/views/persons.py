# SPDX-License-Identifier: Apache-2.0
"""The list of persons."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.view import Row, View, hide, noun_row
from suluh.model.people import Person


class Persons(View):
    """Accounts that are one person, as the live links and decisions say."""

    name = "persons"
    nouns = (Person,)
    each = Person
    fields = ("id", "accounts", "roles", "exhibits")
    private = hide(accounts="account")
    accounts = ("id", "accounts")
    exhibits = ("exhibits",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every person."""
        return (noun_row(person, self.fields) for person in case.nouns(Person))
