# SPDX-License-Identifier: Apache-2.0
"""The list of contents of each dossier."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents import Content, contents
from suluh.case.views.view import Row, View
from suluh.model.dossier.charges import Defendant, Dossier, Tie, Written
from suluh.model.dossier.papers import Paper


class Contents(View):
    """What each dossier holds in the order of the unit's list, and what is missing."""

    name = "contents"
    nouns = (Dossier, Defendant, Tie, Paper, Written)
    fields = (
        *("dossier", "number", "title", "title_id", "what", "state", "paper", "said", "date", "pages", "digest"),
        *("of", "foot", "fault", "fault_id"),
    )
    shown = ("dossier", "number", "title", "paper", "said", "date", "pages", "state", "fault")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every row of every dossier."""
        return (_row(brief.dossier.code, one) for brief in Brief.every(case) for one in contents(brief))


def _row(dossier: str, one: Content) -> Row:
    return {
        "dossier": dossier,
        "number": one.number,
        "title": one.title.english,
        "title_id": one.title.indonesian,
        "what": one.what,
        "state": one.state,
        "paper": one.paper,
        "said": one.said,
        "date": one.date,
        "pages": one.pages,
        "digest": one.digest,
        "of": one.of,
        "foot": one.foot,
        "fault": one.fault and one.fault.english,
        "fault_id": one.fault and one.fault.indonesian,
    }
