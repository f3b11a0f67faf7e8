# SPDX-License-Identifier: Apache-2.0
"""The page of files: paths, digests and states, never a file."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Files(DeskPage):
    """Every file, or those of one exhibit and state."""

    name = "files"
    path = "/files"
    right = READ
    title = N_("Files")
    template = "files.html"
    menu = ("Evidence", 2)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        where = Filter(exhibit=asked.query.get("exhibit"), state=asked.query.get("state"))
        return {"sheet": sheet(reading, "files", asked, where)}
