# SPDX-License-Identifier: Apache-2.0
"""The list of accounts."""

from collections.abc import Iterator
from itertools import groupby

from suluh.case.case import Case
from suluh.case.views.places import Places
from suluh.case.views.view import ALL_ROWS, Filter, Keys, Row, View, hide
from suluh.model.intake import Exhibit, Standing
from suluh.model.talk import Account
from suluh.network.countries import country_of


class Accounts(View):
    """Accounts, each once with all its sightings."""

    name = "accounts"
    nouns = (Account,)
    fields = ("id", "names", "country", "aliases", "exhibits")
    private = hide(id="account", names="name", aliases="account")
    accounts = ("id", "aliases")
    exhibits = ("exhibits",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every account."""
        keys = Keys(case, "account")
        places = self.keep(case, "places", (Account, Standing, Exhibit), lambda: Places(case, Account))
        for name, group in groupby(case.nouns(Account, order="account"), key=lambda one: one.account):
            sightings = list(group)
            yield {
                "id": name,
                "names": sorted({known for one in sightings for known in one.names}),
                "country": country_of(name),
                "aliases": sorted({alias for one in sightings for alias in one.aliases}),
                "exhibits": places.exhibits(one.place for one in sightings),
                "own": any(one.own for one in sightings),
                "key": keys.of(name),
            }

    def count(self, case: Case, where: Filter) -> int:
        """How many there are, by the index."""
        if where != ALL_ROWS:
            return super().count(case, where)
        return len(case.rows.tally(Account, "account"))
