# SPDX-License-Identifier: Apache-2.0
"""The list of remarks."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View, noun_row
from suluh.model.people import Remark


class Remarks(View):
    """What officers remarked, in the order of time."""

    name = "remarks"
    nouns = (Remark,)
    each = Remark
    fields = ("exhibit", "text", "by", "at")
    shown = ("exhibit", "text")
    private = hide(text="secret")
    exhibits = ("exhibit",)
    time = "at"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every remark."""
        return (noun_row(one, self.fields) for one in sorted(case.nouns(Remark), key=lambda one: (one.at, one.id)))
