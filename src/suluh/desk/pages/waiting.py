# SPDX-License-Identifier: Apache-2.0
"""The queue: what waits for a decision, that first on which most hangs."""

from suluh.case.rights import APPROVE, READ
from suluh.case.views.view import Filter
from suluh.desk.deciding import Form
from suluh.desk.pages.deal import Deal
from suluh.desk.pages.link import OneLink
from suluh.desk.pages.page import Asked, DeskPage
from suluh.desk.pages.statement import OneStatement
from suluh.desk.tables.plan import Column, Facet, Plan
from suluh.desk.tables.table import table
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

FIRST = ("confirm", "reject", "dispute")
"""What can be decided where nobody decided before."""

FORMS = {
    "link": Form((OneLink.fields[0], OneLink.fields[1]._replace(choices=FIRST))),
    "deal": Form((Deal.fields[0], Deal.fields[1]._replace(choices=FIRST))),
    "statement": Form(OneStatement.fields),
}
"""The form of each kind of thing that waits; its card is ``templates/waits-KIND.html``, its page ``/KINDs/{key}``."""

PLAN = Plan(
    "waiting",
    N_("Waiting for a decision"),
    (
        Column("recorded_minor", N_("Recorded as paid"), "minor"),
        Column("possible_minor", N_("Possibly paid"), "minor"),
        Column("deals", N_("Deals"), "number"),
        Column("score", N_("Score"), "number"),
    ),
    (
        Facet("what", N_("What waits")),
        Facet("rule", N_("Rule or support")),
        Facet("merges", N_("Counts as one person now")),
    ),
    size=10,
)


class Waiting(DeskPage):
    """Everything on which nobody has decided yet."""

    name = "waiting"
    path = "/waiting"
    right = READ
    title = N_("Waiting for a decision")
    template = "waiting.html"
    menu = ("Case", 2)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the queue, each thing with its form."""
        drafts = reading.count("drafts", Filter(state="to-approve")) if reading.may(APPROVE) else 0
        return {"table": table(reading, PLAN, asked), "forms_of": FORMS, "drafts": drafts}
