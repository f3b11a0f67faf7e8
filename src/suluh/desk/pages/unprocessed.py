# SPDX-License-Identifier: Apache-2.0
"""The page of what was not processed: flaws and whole files in one list."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.lacking import files_left
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Unprocessed(DeskPage):
    """What was left aside, by exhibit, state and reason; encrypted files first."""

    name = "unprocessed"
    path = "/unprocessed"
    right = READ
    title = N_("What was not processed")
    template = "unprocessed.html"
    menu = ("Evidence", 6)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list, and the sums of all of it."""
        where = Filter(exhibit=asked.query.get("exhibit"))
        rows = reading.kept("unprocessed")
        return {
            "sheet": sheet(reading, "unprocessed", asked, where),
            "files": files_left(rows),
            "size": sum(int(str(row["bytes"] or 0)) for row in rows),
            "encrypted": files_left(row for row in rows if row["encrypted"]),
            "flaws": reading.count("flaws"),
        }
