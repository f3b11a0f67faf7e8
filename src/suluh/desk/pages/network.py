# SPDX-License-Identifier: Apache-2.0
"""The page of the network, as a table."""

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage, faces, sheet
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Network(DeskPage):
    """Who traded with whom."""

    name = "network"
    path = "/network"
    right = READ
    title = N_("Network")
    template = "network.html"
    menu = ("Trade", 4)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        edges = sheet(reading, "network", asked)
        ends = [row[side] for row in edges.rows for side in ("left", "right")]
        return {"sheet": edges, "faces": faces(reading, ends)}
