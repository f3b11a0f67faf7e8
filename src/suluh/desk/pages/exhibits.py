# SPDX-License-Identifier: Apache-2.0
"""The page of exhibits, with the papers that allow the work."""

from suluh.case.rights import READ
from suluh.case.views.view import Row
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
        rows = reading.rows("exhibits")
        return {"rows": rows, "files": files, "authorities": reading.rows("authorities"), "alike": _alike(rows)}


def _alike(rows: list[Row]) -> list[object]:
    """Each pair of acquisitions that hold the same files, beside the later of the two."""
    pairs = ((row["label"], pair) for row in rows for pair in _list(row["same_files"]))
    return [pair for label, pair in pairs if isinstance(pair, dict) and pair["exhibit"] == label]


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
