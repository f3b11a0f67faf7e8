# SPDX-License-Identifier: Apache-2.0
"""The page of counts: what came in, and what became of it."""

from suluh.case.rights import COUNT
from suluh.desk.pages.page import Asked, DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

STATES = ("out_of_scope", "quarantined", "duplicate", "benign", "read", "unparsed")


class Counts(DeskPage):
    """The states of all files, adding up to the intake."""

    name = "counts"
    path = "/counts"
    right = COUNT
    title = N_("Counts")
    template = "counts.html"
    menu = ("Evidence", 5)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """Every exhibit and the sum."""
        del asked
        rows = reading.kept("counts")
        names = ("in", *STATES, "waiting")
        return {
            "rows": rows,
            "states": STATES,
            "sums": {name: sum(int(str(row[name])) for row in rows) for name in names},
        }
