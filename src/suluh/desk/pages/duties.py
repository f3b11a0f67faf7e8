# SPDX-License-Identifier: Apache-2.0
"""The page of duties: what is due by the law of the case, until when, and what was met or is late."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Duties(ListPage):
    """Times that run, each with its event, its last day and its proof."""

    name = "duties"
    path = "/duties"
    title = N_("Duties with a date")
    menu = ("Case", 4)
    what = "duties"
    note = N_(
        "A time starts when its event is entered and ends when its proof is; nobody opens one by hand, and nothing is "
        "blocked or lifted. A row that two officers have not checked against the text is grey and warns of nothing."
    )
    after = N_(
        "`suluh law CASE check` says that you compared a row with its text; `law late` says why something is late."
    )
    caption = N_("What is due, that first which is late or due first")
    columns = (
        Column("due", N_("Until"), "until"),
        Column("state", N_("State"), "clock"),
        Column("duty", N_("Duty"), "duty", by="law"),
        Column("event", N_("Started by"), "event", by="start"),
        Column("about", N_("About"), by=""),
        Column("proof", N_("Proof, or why late"), "proof"),
        Column("whose", N_("Whose")),
        Column("checked", N_("Checked by"), "checkers", by=""),
    )
    facets = (
        Facet("state", N_("State")),
        Facet("law", N_("Law"), "text"),
        Facet("force", N_("Force")),
        Facet("whose", N_("Whose"), "text"),
    )
    narrows = ("exhibit",)
