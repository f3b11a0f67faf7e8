# SPDX-License-Identifier: Apache-2.0
"""The page of letters and instructions: what was asked of others, and what others ask of the unit."""

from suluh.case.views.view import Row
from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.tables.plan import Plan
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

ITEMS = Plan(
    "instructions",
    N_("What prosecutors, courts and others ask for, open ones first"),
    (
        Column("paper", N_("Paper")),
        Column("sender", N_("Of"), "word"),
        Column("number", N_("No.")),
        Column("text", N_("As written")),
        Column("kind", N_("Kind"), "word"),
        Column("owner", N_("Owner")),
        Column("due", N_("Due"), "since"),
        Column("state", N_("State"), "state"),
        Column("days", N_("Days"), "number"),
        Column("said", N_("Answer, or why not")),
        Column("papers", N_("Where")),
    ),
)


TYPED = (
    ("letter", N_("Enter a letter")),
    ("reply", N_("Enter a reply")),
    ("request", N_("Enter a request")),
    ("request-item", N_("Enter an item of a request")),
    ("answer", N_("Enter an answer")),
)
"""The pages on which the registers are typed."""


class Letters(ListPage):
    """The registers of letters and of instructions."""

    name = "letters"
    path = "/letters"
    title = N_("Letters and instructions")
    template = "letters.html"
    menu = ("Case", 5)
    what = "correspondence"
    caption = N_("Letters to others, that first which waits longest")
    columns = (
        Column("to", N_("Addressee")),
        Column("number", N_("Number")),
        Column("accounts", N_("Accounts and period asked for"), "asked", by="asked_from"),
        Column("sent", N_("Sent on"), "since"),
        Column("days", N_("Days"), "number"),
        Column("state", N_("State"), "state"),
        Column("lacks", N_("What came, and what is missing"), "lacks", by="received"),
        Column("exhibits", N_("Exhibit"), "held", by=""),
        Column("reminder", N_("Next reminder"), "reminder"),
    )
    facets = (Facet("state", N_("State")), Facet("kind", N_("Kind")), Facet("exhibit", N_("Exhibit"), "text"))

    def beside(self, reading: Reading, rows: list[Row]) -> dict[str, object]:
        """The items of requests, and how many buyers nobody can show the side of."""
        del rows
        items = reading.whole("instructions")
        return {
            "plan": ITEMS,
            "typed": TYPED,
            "items": items,
            "open": sum(row["state"] == "open" for row in items),
            "unshown": reading.count("unshown"),
        }
