# SPDX-License-Identifier: Apache-2.0
"""The list of exhibits."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.records import zones
from suluh.case.views.view import Row, View, hide, noun_row
from suluh.model.intake import Acquisition, Exhibit
from suluh.model.people import Decision


class Exhibits(View):
    """Exhibits in the order of `add`, with their acquisitions and the time zone in force."""

    name = "exhibits"
    nouns = (Exhibit, Acquisition, Decision)
    each = Exhibit
    fields = ("id", "label", "authority", "order", "holder", "accounts", "timezone", "at", "by")
    private = hide(holder="name", accounts="account")
    accounts = ("accounts",)
    exhibits = ("label",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every exhibit."""
        zone_of = zones(case)
        for one in sorted(case.nouns(Exhibit), key=lambda one: one.order):
            copies = sorted(case.nouns(Acquisition, {"exhibit": one.label}), key=lambda copy: copy.order)
            beside = {"acquisitions": [copy.name for copy in copies], "zone": zone_of.get(one.label)}
            yield noun_row(one, self.fields) | beside
