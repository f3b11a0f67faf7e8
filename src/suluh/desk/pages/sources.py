# SPDX-License-Identifier: Apache-2.0
"""The page of sources: where items came from that were sold on."""

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Sources(DeskPage):
    """Conversations that items came through, with their countries."""

    name = "sources"
    path = "/sources"
    right = READ
    title = N_("Sources")
    template = "sources.html"
    menu = ("Trade", 5)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        sources = sheet(reading, "sources", asked)
        wanted = {row["conversation_key"] for row in sources.rows}
        titles = {row["key"]: row["title"] for row in reading.rows("conversations") if row["key"] in wanted}
        return {"sheet": sources, "titles": titles}
