# SPDX-License-Identifier: Apache-2.0
"""The page of what has not been seen yet, for planning only."""

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Unseen(DeskPage):
    """Floors, with what they take for granted and when they are refused."""

    name = "unseen"
    path = "/unseen"
    right = READ
    title = N_("Not yet seen")
    template = "unseen.html"
    menu = ("Trade", 6)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """Every estimate."""
        del asked
        return {"rows": reading.kept("unseen")}
