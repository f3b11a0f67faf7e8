# SPDX-License-Identifier: Apache-2.0
"""The list of estimates of what has not been seen."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.view import Row, View, noun_row, share
from suluh.model.after.beyond import Estimate


class Unseen(View):
    """How much has not been seen, for planning only; floors first."""

    name = "unseen"
    nouns = (Estimate,)
    each = Estimate
    fields = (
        "of",
        "role",
        "method",
        "observed",
        "low",
        "high",
        "coverage",
        "refused",
        "assumes",
        "warnings",
        "sentence",
    )
    shown = ("of", "role", "method", "observed", "low", "high", "refused", "sentence")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every estimate."""
        for one in sorted(case.nouns(Estimate), key=lambda one: (one.of, one.role, one.method, one.id)):
            yield noun_row(one, self.fields) | {"coverage": share(one.coverage), "sentence_id": one.sentence_id}
