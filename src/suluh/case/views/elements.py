# SPDX-License-Identifier: Apache-2.0
"""The matrix of elements of each dossier: every element with the facts for and against it."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.facts import Fact
from suluh.case.dossiers.lawful import law_of
from suluh.case.dossiers.matrix import Element, matrix, places
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View
from suluh.model.after.beyond import Joint
from suluh.model.dossier.charges import Charge, Defendant, Dossier, Tie
from suluh.model.dossier.law import LawRow
from suluh.model.trade import Deal


class Elements(View):
    """Elements with their facts: one row for each fact, or one that says that there is none."""

    name = "elements"
    nouns = (Dossier, Defendant, Charge, Tie, LawRow, Deal, Joint)
    fields = (
        *("dossier", "charge", "law", "element", "words", "side", "tie", "fact", "sentence", "answer", "means"),
        *("witness", "places", "open"),
    )
    shown = ("dossier", "charge", "element", "words", "side", "fact", "sentence", "means", "witness", "open")
    private = hide(sentence="text", answer="text", witness="text")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every fact of every element."""
        for brief in Brief.every(case):
            laws = {one.code: law_of(brief, one) for one in brief.charges}
            for element in matrix(brief):
                for fact in (*element.facts_for, *element.facts_against) or (None,):
                    yield _row(brief, element, laws[element.charge], fact)


def _row(brief: Brief, element: Element, law: str, fact: Fact | None) -> Row:
    """One fact of an element, or the element alone."""
    tie = None if fact is None else fact.tie
    return {
        "dossier": brief.dossier.code,
        "charge": element.charge,
        "law": law,
        "element": element.number,
        "words": element.words,
        "side": tie and tie.side,
        "tie": tie and tie.code,
        "fact": tie and brief.shown(tie.fact),
        "sentence": tie and tie.sentence,
        "answer": tie and tie.answer,
        "means": tie and tie.means,
        "witness": tie and tie.witness,
        "places": [] if fact is None else list(places(brief, fact)),
        "open": fact is None or (fact.tie.side == "against" and not fact.tie.answer),
    }
