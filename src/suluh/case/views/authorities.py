# SPDX-License-Identifier: Apache-2.0
"""The list of authorities."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View, corrected_rows
from suluh.model.intake import Authority


class Authorities(View):
    """The papers that allow the work, by date."""

    name = "authorities"
    nouns = (Authority,)
    each = Authority
    fields = (
        "id",
        "kind",
        "number",
        "issuer",
        "date",
        "end",
        "scope",
        "covers_from",
        "covers_to",
        "kinds",
        "exhibits",
        "approves",
        "refuses",
        "corrects",
        "corrected_by",
        "reason",
        "at",
        "by",
    )
    shown = ("kind", "number", "issuer", "date", "end", "scope", "kinds", "exhibits", "refuses", "corrected_by")
    private = hide(scope="text", reason="text")
    exhibits = ("exhibits",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every authority, as it was entered; what stands in the place of another comes after it."""
        return corrected_rows(case, Authority, self.fields, lambda one: (one.date, one.number))
