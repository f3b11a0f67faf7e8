# SPDX-License-Identifier: Apache-2.0
"""The list of what checks find of each dossier."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.checking import findings, row_of
from suluh.case.views.view import Row, View
from suluh.model.body import Noun
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.charges import Dossier
from suluh.model.intake import Acquisition, Authority, Exhibit, Flaw, Standing
from suluh.model.matching import HashSet, Match, Vote
from suluh.model.people import Decision, Link
from suluh.model.trade import Deal, Payment, Statement

_FOUND: tuple[type[Noun], ...] = (Authority, Exhibit, Acquisition, Flaw, Standing, HashSet, Match, Vote, Decision)
OF_A_DOSSIER: tuple[type[Noun], ...] = (Dossier, *TYPED, *_FOUND, Link, Deal, Payment, Statement)
"""Nouns on which checks look."""


class Checks(View):
    """What blocks a dossier, and what needs a sentence; a verification counts by the note that it left."""

    name = "checks"
    nouns = OF_A_DOSSIER
    fields = (
        *("dossier", "number", "severity", "asks", "asks_id", "where", "what", "what_id", "rule"),
        *("next", "next_id"),
    )
    shown = ("dossier", "number", "severity", "where", "what", "rule", "next")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every finding of every dossier, in the order of the checks."""
        return (row_of(brief.dossier.code, one) for brief in Brief.every(case) for one in findings(brief))
