# SPDX-License-Identifier: Apache-2.0
"""The page of exhibits, with the papers that allow the work."""

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Exhibits(DeskPage):
    """Exhibits and authorities."""

    name = "exhibits"
    path = "/exhibits"
    right = READ
    title = N_("Exhibits")
    template = "exhibits.html"
    menu = ("Evidence", 1)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """Every exhibit with its files, every authority."""
        del asked
        files = {row["exhibit"]: row for row in reading.kept("counts")}
        return {"rows": reading.rows("exhibits"), "files": files, "authorities": reading.rows("authorities")}
