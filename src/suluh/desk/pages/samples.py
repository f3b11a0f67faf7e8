# SPDX-License-Identifier: Apache-2.0
"""The page of samples: how many of all that waited have a category, as far as a sample says."""

from suluh.desk.listing import Column, ListPage
from suluh.desk.words import N_


class Samples(ListPage):
    """Every sample by exhibit and category."""

    name = "samples"
    path = "/samples"
    title = N_("Samples")
    menu = ("Evidence", 8)
    what = "samples"
    beginning = (("/draw", N_("Draw a sample")),)
    note = N_("A sample counts and does nothing else: what was not drawn still needs its look.")
    caption = N_("For each category how many of all that waited have it (95 %); a row without an exhibit is the whole")
    columns = (
        Column("exhibit", N_("Exhibit")),
        Column("scheme", N_("Scheme")),
        Column("code", N_("Category")),
        Column("contents", N_("Distinct contents"), "number"),
        Column("drawn", N_("Drawn"), "number"),
        Column("waits", N_("Not graded yet"), "number"),
        Column("found", N_("Found"), "number"),
        Column("low", N_("At least"), "number"),
        Column("high", N_("At most"), "number"),
        Column("share_low", N_("At least, of all"), "share"),
        Column("share_high", N_("At most, of all"), "share"),
    )
