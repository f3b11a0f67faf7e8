# SPDX-License-Identifier: Apache-2.0
"""The page of one exhibit: its papers, device and acquisitions, and what came of it."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter, Row
from suluh.desk.pages.page import Asked, DeskPage, NotThere
from suluh.desk.pages.unprocessed import Unprocessed
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

LISTS = ("conversations", "payments", "persons", "flaws")


class OneExhibit(DeskPage):
    """One exhibit."""

    name = "exhibit"
    path = "/exhibits/{key}"
    right = READ
    title = N_("Exhibit")
    template = "exhibit.html"

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The exhibit with its counts, and what is missing of it or was left aside."""
        where = Filter(exhibit=asked.key)
        row = next((one for one in reading.rows("exhibits", where) if one["label"] == asked.key), None)
        if row is None or row["sealed"]:
            raise NotThere
        return {
            "row": row,
            "counts": next(one for one in reading.kept("counts") if one["exhibit"] == asked.key),
            "sizes": {what: reading.count(what, where) for what in LISTS},
            "device": _same(reading.rows("devices", where)),
            "missing": [one for one in reading.kept("missing") if one["exhibit"] == asked.key],
            "left": [one for one in reading.kept("unprocessed") if one["exhibit"] == asked.key],
            "plan": Unprocessed().plan,
        }


def _same(rows: list[Row]) -> list[Row]:
    """What a device says of itself, once for each value: several of its files say the same."""
    return list({(one["what"], one["value"]): one for one in reversed(rows)}.values())[::-1]
