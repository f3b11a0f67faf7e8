# SPDX-License-Identifier: Apache-2.0
"""The page of flaws."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Flaws(ListPage):
    """Every flaw with its place and reason."""

    name = "flaws"
    path = "/flaws"
    title = N_("Flaws")
    what = "flaws"
    caption = N_("Flaws by exhibit, path and line")
    note = N_("Nothing vanishes: what could not be read is kept and counted here, with its place and reason.")
    columns = (
        Column("path", N_("Place"), "place"),
        Column("step", N_("Step"), "step"),
        Column("reason", N_("Reason"), "sentence"),
    )
    facets = (
        Facet("step", N_("Step"), "step"),
        Facet("exhibit", N_("Exhibit"), "text"),
    )
    narrows = ("exhibit",)
