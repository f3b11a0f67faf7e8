# SPDX-License-Identifier: Apache-2.0
"""The list of what checks find of each dossier."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.checking import findings, row_of
from suluh.case.views.view import Row, View
from suluh.model.dossier.charges import Charge, Defendant, Dossier, Tie


class Checks(View):
    """What blocks a dossier, and what needs a sentence; a verification counts by the note that it left."""

    name = "checks"
    nouns = (Dossier, Defendant, Charge, Tie)
    fields = (
        *("dossier", "number", "severity", "asks", "asks_id", "where", "what", "what_id", "rule"),
        *("next", "next_id"),
    )
    shown = ("dossier", "number", "severity", "where", "what", "rule", "next")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every finding of every dossier, in the order of the checks."""
        return (row_of(brief.dossier.code, one) for brief in Brief.every(case) for one in findings(brief))
