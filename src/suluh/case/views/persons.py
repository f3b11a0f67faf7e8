# SPDX-License-Identifier: Apache-2.0
"""The list of persons."""

from collections.abc import Iterable, Iterator

from suluh.case.case import Case
from suluh.case.views.view import ALL_ROWS, Filter, Row, View, hide, noun_row
from suluh.model.ids import person_id
from suluh.model.people import Person


class Persons(View):
    """Accounts that are one person, as the live links and decisions say."""

    name = "persons"
    called = "groups of accounts (each probably one person)"
    nouns = (Person,)
    each = Person
    fields = ("id", "accounts", "roles", "exhibits")
    private = hide(accounts="account")
    ids = ("id",)
    accounts = ("id", "accounts")
    exhibits = ("exhibits",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every person."""
        return self.near(case, ALL_ROWS)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """Some persons without reading the others."""
        return (noun_row(person, self.fields) for person in self.in_shown_order(case, Person, where))

    def former(self, case: Case) -> Iterator[tuple[str, str]]:
        """Ids of persons that were joined to another."""
        return persons_by_account(case.nouns(Person))


def persons_by_account(persons: Iterable[Person]) -> Iterator[tuple[str, str]]:
    """Each account of a person may be the first of one that was joined to it: that one's id leads to the person."""
    return ((person_id(account), person.id) for person in persons for account in person.accounts)
