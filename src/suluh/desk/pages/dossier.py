# SPDX-License-Identifier: Apache-2.0
"""The page of one dossier: its contents, its elements with their facts, its papers, and what the checks say."""

from itertools import groupby

from suluh.case.rights import READ
from suluh.case.views.view import Row
from suluh.desk.pages.page import Asked, DeskPage, NotThere
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class OneDossier(DeskPage):
    """A dossier as it stands: left its contents, right its elements, below its papers and the check list."""

    name = "dossier"
    path = "/dossiers/{key}"
    right = READ
    title = N_("Dossier")
    template = "dossier.html"

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """All of one dossier. Raises `NotThere`."""
        known = [row for row in reading.rows("dossiers") if row["code"] == asked.key and _stands(row)]
        if not known:
            raise NotThere
        checks = _own(reading, "checks", asked.key)
        return {
            "dossier": known[0],
            "contents": _own(reading, "contents", asked.key),
            "elements": _elements(_own(reading, "elements", asked.key)),
            "written": [row for row in reading.rows("written") if row["about"] == asked.key],
            "checks": checks,
            "blocking": sum(row["severity"] == "B" for row in checks),
            "warnings": sum(row["severity"] == "W" for row in checks),
            "facts_of": FACTS,
        }


FACTS = {"deal": "deals", "message": "messages", "payment": "payments"}
"""The page of a fact that a tie names by its id."""


def _own(reading: Reading, what: str, code: str) -> list[Row]:
    """The rows of a list that are of one dossier."""
    return [row for row in reading.rows(what) if row["dossier"] == code]


def _elements(rows: list[Row]) -> list[tuple[Row, list[Row]]]:
    """Each element with the rows of its facts."""
    parts = groupby(rows, key=lambda row: (row["charge"], row["element"]))
    found = [list(own) for _, own in parts]
    return [(own[0], [row for row in own if row["tie"]]) for own in found]


def _stands(row: Row) -> bool:
    return row["corrected_by"] is None and not row["withdrawn"]
