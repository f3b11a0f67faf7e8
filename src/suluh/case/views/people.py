# SPDX-License-Identifier: Apache-2.0
"""The person of each account, made once for all lists that name persons."""

from collections.abc import Iterable, Mapping

from suluh.case.case import Case
from suluh.model.people import Person
from suluh.model.talk import Account


def persons_of(case: Case) -> Mapping[str, str]:
    """The id of the person of each account that has one."""

    def made() -> dict[str, str]:
        return {account: person.id for person in case.nouns(Person) for account in person.accounts}

    return case.kept.of(case.rows, "persons of accounts", (Person,), made)


def joined_with(case: Case, accounts: Iterable[str]) -> frozenset[str]:
    """Some accounts with all others of the same persons."""
    persons, given = persons_of(case), frozenset(accounts)
    wanted = {persons[one] for one in given if one in persons}
    return given.union(*(person.accounts for person in case.rows.by_column(Person, "id", wanted)))


def with_aliases(case: Case, accounts: frozenset[str]) -> frozenset[str]:
    """Some accounts with what records call other names of them."""
    return accounts.union(*(one.aliases for one in case.rows.by_column(Account, "account", accounts)))
