# SPDX-License-Identifier: Apache-2.0
"""The list of authorities."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.view import Row, View, hide, noun_row
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
        "at",
        "by",
    )
    private = hide(scope="text")
    exhibits = ("exhibits",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every authority."""
        papers = sorted(case.nouns(Authority), key=lambda one: (one.date, one.number))
        return (noun_row(paper, self.fields) for paper in papers)
