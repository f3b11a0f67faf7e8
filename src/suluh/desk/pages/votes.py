# SPDX-License-Identifier: Apache-2.0
"""The page of votes: which category people gave each content in their own viewer."""

from suluh.desk.listing import Column, ListPage
from suluh.desk.words import N_


class Votes(ListPage):
    """How many votes on a content give it a category."""

    name = "votes"
    path = "/votes"
    title = N_("Votes on categories")
    menu = ("Evidence", 9)
    what = "votes"
    beginning = (("/listed", N_("Write a work list")), ("/graded", N_("Take back categories")))
    caption = N_("Of the votes of one voter that one officer signed, the latest counts")
    columns = (
        Column("sha256", N_("SHA-256"), "code"),
        Column("scheme", N_("Scheme")),
        Column("code", N_("Category")),
        Column("votes", N_("Votes for it"), "number"),
        Column("of", N_("Of"), "number"),
        Column("voters", N_("Voters")),
        Column("signed_by", N_("Signed by")),
        Column("last", N_("Last")),
    )
