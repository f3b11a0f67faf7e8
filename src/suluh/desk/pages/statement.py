# SPDX-License-Identifier: Apache-2.0
"""The page of one statement: what was checked of it, its lines, and whether the way it was read is right."""

from collections.abc import Iterable, Mapping

from suluh.case.acts.layouts import accept_layout
from suluh.case.case import Case
from suluh.case.views.view import Filter
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked, one
from suluh.desk.pages.payments import Payments
from suluh.desk.tables.table import table
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun


class OneStatement(DecidingPage):
    """One statement; where no profile knows its layout, an officer says that it was read right."""

    name = "statement"
    path = "/statements/{key}"
    title = N_("Statement")
    template = "statement.html"
    fields = (
        Field("reason", N_("Reason, kept with the decision")),
        Field("choice", N_("Decision"), "buttons", ("accept", "accept-unit")),
    )

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The statement, how many others of the case have its layout, and one page of its lines."""
        row = one(reading, "statements", asked.key)
        digest = row["layout_digest"]
        alike = [each for each in reading.masked("statements") if digest and each["layout_digest"] == digest]
        shown = table(reading, Payments().plan, asked, Filter(statement=asked.key))
        return {"row": row, "table": shown, "alike": max(len(alike) - 1, 0)}

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh statement accept` does, with what the officer saw."""
        for_unit = form["choice"] == "accept-unit"
        return [accept_layout(case, key, form["reason"], form.get("seen"), for_unit=for_unit)]
