# SPDX-License-Identifier: Apache-2.0
"""The page of a search: what was asked, and everything in which it stands, by list."""

from collections.abc import Mapping

from suluh.case.rights import READ
from suluh.case.search.texts import LISTS
from suluh.case.views.view import Filter, Page, Row
from suluh.desk.pages.page import Asked, DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.errors import Misuse

MOST = 200
"""Rows that the page shows."""


class Search(DeskPage):
    """Words, names and numbers in everything that the exhibits say, as `suluh search` looks them up."""

    name = "search"
    path = "/search"
    right = READ
    title = N_("Search")
    template = "search.html"
    menu = ("Case", 9)
    asks = ("q", "in", "exhibit")

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What was found, or the empty form; a search that cannot be made says why beside what was typed."""
        words, fault = asked.query.get("q", ""), ""
        is_gone = "s" in asked.query and not words
        rows, lacks = list[Row](), 0
        if words:
            try:
                rows, lacks = _found(reading, words, asked.query)
            except Misuse as error:
                fault = str(error)
        groups = {name: [row for row in rows[:MOST] if row["what"] == name] for name in LISTS}
        return {
            "lists": LISTS,
            "groups": {name: found for name, found in groups.items() if found},
            "is_asked": bool(words) and not fault,
            "fault": fault,
            "lacks": lacks,
            "asked": asked.query,
            "is_gone": is_gone,
            "more": len(rows) > MOST,
            "most": MOST,
            "exhibits": [row["label"] for row in reading.kept("exhibits") if not row["sealed"]],
        }


def _found(reading: Reading, words: str, query: Mapping[str, str]) -> tuple[list[Row], int]:
    """The rows in which the words stand, one more than the page shows, and how many were not searched yet.

    Raises `Misuse`.
    """
    lists = (query["in"],) if query.get("in") else ()
    return reading.search(words, lists, Filter(exhibit=query.get("exhibit")), Page(MOST + 1))
