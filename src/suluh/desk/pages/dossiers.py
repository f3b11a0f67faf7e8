# SPDX-License-Identifier: Apache-2.0
"""The page of all dossiers of the case: how many findings block each, and how many need a sentence."""

from collections import Counter

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Dossiers(DeskPage):
    """Every dossier that stands, with the way to its own page."""

    name = "dossiers"
    path = "/dossiers"
    right = READ
    title = N_("Dossiers")
    template = "dossiers.html"
    menu = ("Case", 4)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """Dossiers with the number of their defendants and findings."""
        del asked
        found = Counter((row["dossier"], row["severity"]) for row in reading.rows("checks"))
        people = Counter(row["dossier"] for row in reading.rows("defendants") if _stands(row))
        return {
            "dossiers": [row for row in reading.rows("dossiers") if _stands(row)],
            "blocking": {code: size for (code, severity), size in found.items() if severity == "B"},
            "warnings": {code: size for (code, severity), size in found.items() if severity == "W"},
            "people": people,
        }


def _stands(row: dict[str, object]) -> bool:
    return row["corrected_by"] is None and not row["withdrawn"]
