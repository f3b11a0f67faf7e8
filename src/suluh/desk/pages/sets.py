# SPDX-License-Identifier: Apache-2.0
"""The page of hash sets: what contents were compared with."""

from suluh.desk.listing import Column, ListPage
from suluh.desk.words import N_


class Sets(ListPage):
    """Every hash set that the case uses or used."""

    name = "sets"
    path = "/sets"
    title = N_("Hash sets")
    menu = ("Evidence", 7)
    what = "sets"
    caption = N_("Hash sets in the order in which they were entered")
    columns = (
        Column("name", N_("Name")),
        Column("version", N_("Version")),
        Column("kind", N_("Kind"), "word"),
        Column("entries", N_("Entries"), "number"),
        Column("flaws", N_("Lines not read"), "number"),
        Column("reason", N_("Reason")),
        Column("by", N_("Officer")),
        Column("at", N_("When"), "moment"),
        Column("digest", N_("SHA-256 of the set"), "code"),
    )
