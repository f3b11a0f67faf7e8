# SPDX-License-Identifier: Apache-2.0
"""The page of acquisitions."""

from suluh.desk.listing import Column, ListPage
from suluh.desk.words import N_


class Acquisitions(ListPage):
    """Every acquisition."""

    name = "acquisitions"
    path = "/acquisitions"
    title = N_("Acquisitions in their order")
    menu = ("Evidence", 99)
    what = "acquisitions"
    caption = N_("Acquisitions in their order")
    columns = (Column("exhibit", N_("Exhibit")), Column("name", N_("Name")))
