# SPDX-License-Identifier: Apache-2.0
"""The page of decisions: what officers decided, in order."""

from suluh.desk.listing import Column, ListPage
from suluh.desk.words import N_


class Decisions(ListPage):
    """Every decision; a later one closes an earlier one, and both stay."""

    name = "decisions"
    path = "/decisions"
    title = N_("Decisions")
    menu = ("Case", 3)
    what = "decisions"
    caption = N_("In their order; a later decision closes an earlier one, and both stay")
    note = N_(
        "To correct a decision, open what it is about and decide anew, or take it back: nothing is deleted, and what "
        "rests on it is worked out again by `suluh run`."
    )
    columns = (
        Column("order", N_("Number"), "number"),
        Column("act", N_("Decision"), "decided"),
        Column("left", N_("On"), "object"),
        Column("right", N_("Said of it"), "object"),
        Column("reason", N_("Reason")),
        Column("document", N_("Paper")),
        Column("by", N_("Officer")),
        Column("at", N_("When"), "moment"),
    )
