# SPDX-License-Identifier: Apache-2.0
"""The page of one file: digests, state, reader, and what came out of it."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter, Page
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
        where = Filter(file=str(row["id"]))
        read = row["reader"] is not None or row["state"] == "read"
        parts = (
            (Conversations().plan, reading.rows("conversations", where, Page(MOST)) if read else []),
            (Statements().plan, reading.rows("statements", where, Page(MOST)) if read else []),
            (Deals().plan, reading.of("deals", "files", str(row["sha256"]), Page(MOST)) if row["sha256"] else []),
            (Flaws().plan, reading.rows("flaws", where, Page(MOST))),
        )
        return {"row": row, "parts": [(plan, rows) for plan, rows in parts if rows]}
