# SPDX-License-Identifier: Apache-2.0
"""The list of acquisitions: a made-up list that shows what a page with its list costs."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.view import Row, View, noun_row
from suluh.model.intake import Acquisition


class Acquisitions(View):
    """Every acquisition in the order of intake."""

    name = "acquisitions"
    nouns = (Acquisition,)
    each = Acquisition
    fields = ("exhibit", "name", "single")
    shown = ("exhibit", "name")
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every acquisition."""
        return (noun_row(one, self.fields) for one in sorted(case.nouns(Acquisition), key=lambda one: one.order))
