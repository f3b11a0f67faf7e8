# SPDX-License-Identifier: Apache-2.0
"""The page of one statement: what was checked of it, and its lines."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, one
from suluh.desk.pages.payments import Payments
from suluh.desk.tables.table import table
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class OneStatement(DeskPage):
    """One statement."""

    name = "statement"
    path = "/statements/{key}"
    right = READ
    title = N_("Statement")
    template = "statement.html"

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The statement and one page of its lines."""
        row = one(reading, "statements", asked.key)
        return {"row": row, "table": table(reading, Payments().plan, asked, Filter(statement=asked.key))}
