# SPDX-License-Identifier: Apache-2.0
"""The page of one package that was approved for a prosecutor, row by row as it left."""

from suluh.case.rights import RECEIVE
from suluh.case.views.view import Filter
from suluh.desk.pages.draft import ROWS
from suluh.desk.pages.packages import received
from suluh.desk.pages.page import Asked, DeskPage, NotThere
from suluh.desk.tables.table import table
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class OnePackage(DeskPage):
    """One package."""

    name = "package"
    path = "/packages/{key}"
    right = RECEIVE
    title = N_("Package")
    template = "package.html"

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What left, and nothing of a draft. Raises `NotThere`."""
        row = next((one for one in received(reading) if one["id"] == asked.key), None)
        if row is None:
            raise NotThere
        return {"row": row, "table": table(reading, ROWS, asked, Filter(draft=asked.key))}
