# SPDX-License-Identifier: Apache-2.0
"""The page of one file: digests, state, reader, and what came out of it."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter, Page, Row
from suluh.desk.pages.conversations import Conversations
from suluh.desk.pages.deals import Deals
from suluh.desk.pages.flaws import Flaws
from suluh.desk.pages.page import Asked, DeskPage, one
from suluh.desk.pages.statements import Statements
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

MOST = 50
"""Rows of each kind that the page shows."""


class OneFile(DeskPage):
    """One file."""

    name = "file"
    path = "/files/{key}"
    right = READ
    title = N_("File")
    template = "file.html"

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The file, and everything that was read in it."""
        row = one(reading, "files", asked.key)
        read = row["reader"] is not None or row["state"] == "read"
        parts = (
            (Conversations().plan, _out_of(reading, "conversations", "places", row) if read else []),
            (Statements().plan, _out_of(reading, "statements", "place", row) if read else []),
            (Deals().plan, reading.of("deals", "files", str(row["sha256"]), Page(MOST)) if row["sha256"] else []),
            (Flaws().plan, _flaws(reading, row)),
        )
        return {"row": row, "parts": [(plan, rows) for plan, rows in parts if rows]}


def _out_of(reading: Reading, what: str, field: str, file: Row) -> list[Row]:
    """Rows of a list that have a place in the file."""
    found = []
    for row in reading.rows(what, Filter(exhibit=str(file["exhibit"]))):
        places = row[field] if isinstance(row[field], list) else [row[field]]
        if isinstance(places, list) and any(isinstance(at, dict) and at["file"] == file["id"] for at in places):
            found.append(row)
    return found[:MOST]


def _flaws(reading: Reading, file: Row) -> list[Row]:
    """What could not be read in the file."""
    rows = reading.rows("flaws", Filter(exhibit=str(file["exhibit"])))
    return [row for row in rows if row["file"] == file["id"]][:MOST]
