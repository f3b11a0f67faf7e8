# SPDX-License-Identifier: Apache-2.0
"""The list of accounts."""

from collections.abc import Iterator
from itertools import groupby

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits
from suluh.case.views.hiding import hide
from suluh.case.views.places import Places
from suluh.case.views.view import ALL_ROWS, Filter, Keys, Row, View
from suluh.model.intake import Exhibit
from suluh.model.people import Person
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Account
from suluh.network.countries import country_of


class Accounts(View):
    """Accounts, each once with all its sightings."""

    name = "accounts"
    nouns = (Account, Exhibit, Person)
    fields = ("id", "names", "country", "aliases", "exhibits")
    private = hide(id="account", names="name", aliases="account")
    ids = ("key",)
    accounts = ("id", "aliases")
    exhibits = ("exhibits",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every account."""
        keys = Keys(case, "account")
        places = Places(case)
        own = self.keep(case, "own", (Account, Exhibit, Person), lambda: _own(case))
        for name, group in groupby(case.nouns(Account, order="account"), key=lambda one: one.account):
            sightings = list(group)
            yield {
                "id": name,
                "names": sorted({known for one in sightings for known in one.names}),
                "country": country_of(name),
                "aliases": sorted({alias for one in sightings for alias in one.aliases}),
                "exhibits": places.exhibits(one.place for one in sightings),
                "own": name in own,
                "key": keys.of(name),
            }

    def own(self, case: Case) -> Iterator[str]:
        """The key of every account."""
        return Keys(case, "account").all(case.rows.tally(Account, "account"))

    def count(self, case: Case, where: Filter) -> int:
        """How many there are, by the index."""
        if where != ALL_ROWS:
            return super().count(case, where)
        return len(case.rows.tally(Account, "account"))


def _own(case: Case) -> frozenset[str]:
    """The accounts of whoever held some exhibit."""
    found = own_accounts(exhibits(case.rows), case.nouns(Account), case.nouns(Person))
    return frozenset(account for holder in found.values() for account in holder.accounts)
