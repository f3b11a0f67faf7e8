# SPDX-License-Identifier: Apache-2.0
"""The page of what was not processed: flaws and whole files in one list."""

from suluh.case.views.view import Row
from suluh.desk.lacking import files_left
from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Unprocessed(ListPage):
    """What was left aside, by exhibit, state and reason; encrypted files first."""

    name = "unprocessed"
    path = "/unprocessed"
    title = N_("What was not processed")
    template = "unprocessed.html"
    menu = ("Evidence", 6)
    what = "unprocessed"
    caption = N_("By exhibit, state and reason; encrypted files first")
    columns = (
        Column("exhibit", N_("Exhibit")),
        Column("state", N_("State"), "left"),
        Column("reason", N_("Reason"), "sentence"),
        Column("reason", N_("What can be done"), "next", by=""),
        Column("files", N_("Files"), "number"),
        Column("records", N_("Records"), "number"),
        Column("bytes", N_("Bytes"), "number"),
    )
    facets = (Facet("exhibit", N_("Exhibit"), "text"), Facet("state", N_("State")), Facet("encrypted", N_("Encrypted")))

    def beside(self, reading: Reading, rows: list[Row]) -> dict[str, object]:
        """The sums of the whole list."""
        del rows
        whole = reading.kept("unprocessed")
        return {
            "files": files_left(whole),
            "size": sum(int(str(row["bytes"] or 0)) for row in whole),
            "encrypted": files_left(row for row in whole if row["encrypted"]),
            "flaws": reading.count("flaws"),
        }
