# SPDX-License-Identifier: Apache-2.0
"""The page of drafts: each package that an officer proposed, and whether another approved it."""

from suluh.case.rights import DRAFT
from suluh.case.views.view import Row
from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Drafts(ListPage):
    """Every draft, the latest first."""

    name = "drafts"
    path = "/drafts"
    right = DRAFT
    title = N_("Drafts of packages")
    template = "drafts.html"
    menu = ("Case", 4)
    what = "drafts"
    note = N_("One officer drafts, another reads what would leave and approves it with their own key.")
    caption = N_("Drafts of packages, the latest first")
    facets = (Facet("state", N_("State")), Facet("kind", N_("Kind")))
    columns = (
        Column("id", N_("Draft"), "code", to="drafts"),
        Column("recipient", N_("Recipient")),
        Column("kind", N_("Kind"), "word"),
        Column("state", N_("State"), "state"),
        Column("by", N_("Drafted by")),
        Column("at", N_("When"), "moment"),
        Column("approved_by", N_("Approved by")),
        Column("approved_at", N_("Approved"), "moment"),
    )

    def beside(self, reading: Reading, rows: list[Row]) -> dict[str, object]:
        """Whether this officer may draft one."""
        del rows
        return {"may_draft": reading.may(DRAFT)}
