# SPDX-License-Identifier: Apache-2.0
"""The page of drafts: what would leave with each, what would not and why, and what changed."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Leaving(ListPage):
    """Every draft in numbers, for whoever is to approve it."""

    name = "leaving"
    path = "/leaving"
    title = N_("What leaves with each draft")
    what = "leaving"
    note = N_("The page of a draft says so of it alone, and holds every row that would leave.")
    caption = N_("What leaves with each draft, what does not and why, and what changed since the last package")
    facets = (Facet("draft", N_("Draft"), "text"), Facet("state", N_("State")), Facet("says", N_("What is said")))
    columns = (
        Column("draft", N_("Draft"), "code"),
        Column("recipient", N_("Recipient")),
        Column("kind", N_("Kind"), "word"),
        Column("state", N_("State"), "word"),
        Column("says", N_("What is said"), "word"),
        Column("what", N_("Of what"), "word"),
        Column("why", N_("Why"), "word"),
        Column("count", N_("How many"), "number"),
        Column("by", N_("Officer")),
        Column("at", N_("When"), "moment"),
    )
