# SPDX-License-Identifier: Apache-2.0
"""The page of files."""

from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.words import N_


class Files(ListPage):
    """Every file, or those of one exhibit and state."""

    name = "files"
    path = "/files"
    title = N_("Files")
    menu = ("Evidence", 2)
    what = "files"
    caption = N_("Files in the order of intake, each in exactly one state")
    columns = (
        Column("path", N_("Place"), "file", to="files"),
        Column("type", N_("Type")),
        Column("size", N_("Bytes"), "number"),
        Column("state", N_("State"), "state"),
        Column("reader", N_("Read by, or why not"), "reader", by="reason"),
        Column("sha256", N_("SHA-256"), "code"),
    )
    facets = (
        Facet("exhibit", N_("Exhibit"), "text"),
        Facet("state", N_("State")),
        Facet("type", N_("Type"), "text"),
        Facet("reader", N_("Read by"), "text"),
    )
    narrows = (
        "exhibit",
        "state",
    )
